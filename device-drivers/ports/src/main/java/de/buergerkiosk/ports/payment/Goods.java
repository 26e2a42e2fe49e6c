package de.buergerkiosk.ports.payment;

import java.time.Duration;

/**
 * What a payment is for, where the money may only be taken once it is out (ZVT: issue of goods).
 * The terminal is told to wait until it is printed or durable, and gives the money back where it
 * fails.
 */
public interface Goods {
    /** How far it is. */
    sealed interface Issue {
        /** It is out: the money may be taken. */
        record Issued() implements Issue {}

        /** On its way; asked again after some seconds. */
        record Issuing() implements Issue {}

        /**
         * Only a part is out.
         *
         * @param amountCents what that part costs, at least 1
         */
        record InPart(long amountCents) implements Issue {}

        /** It cannot be issued: no money may be taken. */
        record Failed(String reason) implements Issue {}
    }

    /** How long the issue may take, 1 second to 4 minutes; after that the payment is undone. */
    Duration longest();

    /**
     * Called once the bank has said yes, and again while the issue is on its way, on the paying
     * thread; returns at once. The first call starts the issue.
     */
    Issue issue();
}
