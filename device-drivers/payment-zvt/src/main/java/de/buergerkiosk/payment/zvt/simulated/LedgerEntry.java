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
        REVERSED
    }

    LedgerEntry reversed(String why) {
        return new LedgerEntry(
                Kind.REVERSED, receiptNumber, traceNumber, amountCents, terminalId, at, why);
    }
}
