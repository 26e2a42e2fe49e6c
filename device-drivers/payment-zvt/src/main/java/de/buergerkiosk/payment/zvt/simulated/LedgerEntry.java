package de.buergerkiosk.payment.zvt.simulated;

import java.time.Instant;

/**
 * One line of the terminal's own books.
 *
 * @param receiptNumber 1 to 9999
 * @param traceNumber 1 to 999999
 * @param at when the card was read
 * @param reason why it was reversed; empty for a booking
 */
public record LedgerEntry(
        Kind kind,
        int receiptNumber,
        int traceNumber,
        long amountCents,
        String terminalId,
        Instant at,
        String reason) {

    /** What became of an authorisation. */
    public enum Kind {
        /** The money is taken. */
        BOOKED,
        /** It was authorised and given back: no money is taken. */
        REVERSED,
        /** A booking that was undone later (06 30); receipt number and amount are the booking's. */
        VOIDED,
        /** Money that was given to a card (06 31). */
        REFUNDED,
        /** The daily closing; the amount is the sum of what was open. */
        CLOSED
    }

    LedgerEntry of(long cents) {
        return new LedgerEntry(kind, receiptNumber, traceNumber, cents, terminalId, at, reason);
    }

    LedgerEntry reversed(String why) {
        return new LedgerEntry(
                Kind.REVERSED, receiptNumber, traceNumber, amountCents, terminalId, at, why);
    }
}
