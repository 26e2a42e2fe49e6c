package de.buergerkiosk.ports.payment;

import de.buergerkiosk.ports.Fault;

/** How a payment on a payment page ended. */
public sealed interface PageOutcome {
    /** The provider has the money, and the proof is durable in the journal. */
    record Paid(PageProof proof) implements PageOutcome {}

    /** Nothing was paid, and the page can no longer be paid. */
    record NotPaid(Why why) implements PageOutcome {}

    /** It did not come to a payment: provider unreachable or refusing. Nothing can be paid. */
    record Failed(Fault fault) implements PageOutcome {}

    /**
     * It cannot be found out whether it was paid, or it can still be paid. Never charged again
     * automatically: staff are told, the citizen gets the reference.
     */
    record Unclear(Fault fault) implements PageOutcome {}

    /** Why nothing was paid. */
    enum Why {
        /** The citizen stopped it at the kiosk. */
        CANCELLED_AT_KIOSK,
        /** The citizen stopped it on the page. */
        CANCELLED_ON_PAGE,
        /** The provider or the bank said no. */
        REFUSED,
        /** Nobody paid in time. */
        TOO_LATE
    }
}
