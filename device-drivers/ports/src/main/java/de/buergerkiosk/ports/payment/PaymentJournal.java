package de.buergerkiosk.ports.payment;

import java.util.List;

/** The write-ahead journal of payments; whoever keeps it makes it durable. */
public interface PaymentJournal {
    /** Durable when this returns; if it throws, nothing may be sent to the terminal. */
    void write(PaymentEntry entry);

    /** All entries of one payment in the order of writing; empty when unknown. */
    List<PaymentEntry> entries(String reference);

    /** Every reference, in the order of their first entries. */
    List<String> references();

    /**
     * The receipt number of the latest entry that knows one, of whatever payment; 0 when there is
     * none. The yardstick for recovery (PA00P015 2.2.8).
     */
    int lastReceiptNumber();
}
