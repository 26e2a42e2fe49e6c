package de.buergerkiosk.payment.zvt.simulated;

import de.buergerkiosk.payment.zvt.wire.Bcd;
import de.buergerkiosk.payment.zvt.wire.Octets;
import java.util.List;

/**
 * What is in the ledger since the last daily closing (BMP 60). Every card here is a girocard.
 *
 * @param firstReceipt 0 where there is none
 * @param bookings payments that were not undone
 * @param cents bookings less refunds
 */
record Totals(int firstReceipt, int lastReceipt, int bookings, long cents) {
    private static final int OTHER_CARDS = 6;

    static Totals of(List<LedgerEntry> open) {
        int first = 0;
        int last = 0;
        int bookings = 0;
        long cents = 0;
        for (LedgerEntry entry : open) {
            switch (entry.kind()) {
                case BOOKED -> {
                    bookings++;
                    cents += entry.amountCents();
                    first = first == 0 ? entry.receiptNumber() : first;
                    last = entry.receiptNumber();
                }
                case VOIDED -> {
                    bookings--;
                    cents -= entry.amountCents();
                }
                case REFUNDED -> {
                    cents -= entry.amountCents();
                    first = first == 0 ? entry.receiptNumber() : first;
                    last = entry.receiptNumber();
                }
                case REVERSED, CLOSED -> {
                    // no money
                }
            }
        }
        return new Totals(first, last, bookings, cents);
    }

    /** Receipt range, then number and amount of each of seven kinds of card (chapter 13). */
    Octets encoded() {
        Octets all =
                Octets.join(
                        Bcd.encode(firstReceipt, 2),
                        Bcd.encode(lastReceipt, 2),
                        Octets.of(Math.min(bookings, 255)),
                        Bcd.encode(Math.max(0, cents), 6));
        for (int i = 0; i < OTHER_CARDS; i++) {
            all = Octets.join(all, Octets.of(0), Bcd.encode(0, 6));
        }
        return all;
    }
}
