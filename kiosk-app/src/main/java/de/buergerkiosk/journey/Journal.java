package de.buergerkiosk.journey;

import de.buergerkiosk.contract.filing.FilingId;
import de.buergerkiosk.contract.filing.PaymentRecord;
import de.buergerkiosk.ports.payment.PaymentOrder;
import java.time.Instant;
import java.util.List;

/**
 * What the kiosk remembers of a visit across a power cut. It holds no personal data: stage, ids,
 * reference, cents, outcomes. Every method is durable when it returns, and does all it says in one
 * transaction.
 */
public interface Journal {
    void begun(VisitId visit);

    /** A stage without consequences: nothing of it has to be undone or finished after a cut. */
    void reached(VisitId visit, Stage stage, String detail);

    /** The filing is sealed and waits for its payment. */
    void filed(VisitId visit, HeldFiling filing);

    /** Terminal or payment page are about to hear of this order. */
    void paying(VisitId visit, FilingId filing, PaymentOrder order, PaymentWay way);

    /** Paid, nothing due, to be paid later, or nobody knows: the courier may carry the filing. */
    void released(VisitId visit, FilingId filing, PaymentRecord payment);

    /** Not paid: the filing's content is forgotten. */
    void voided(VisitId visit, FilingId filing, String why);

    void printed(VisitId visit, String outcome);

    /** The visit is over; nothing of it has to be finished any more. */
    void ended(VisitId visit, String why);

    /** Something that staff has to look at. */
    void incident(String code, String detail);

    /** Visits that a power cut left open, oldest first. */
    List<OpenVisit> open();

    /** Where a visit stands, as the journal names it. */
    enum Stage {
        ARRIVED,
        CHOSEN,
        IDENTIFIED,
        FILLED,
        FILED,
        PAYING,
        PAID,
        VOID,
        /** A waiting number was drawn. */
        NUMBERED,
        /** An appointment was booked, moved or cancelled at the centre. */
        ARRANGED,
        PRINTED,
        ENDED
    }

    /**
     * A filing as it is stored at submit.
     *
     * @param sealed JWE that only the office can open
     * @param dueCents 0 when nothing is due
     */
    record HeldFiling(
            FilingId id,
            String service,
            String serviceVersion,
            String office,
            Instant submittedAt,
            String sealed,
            long dueCents) {}

    /** What a visit still needs after a restart. */
    sealed interface OpenVisit {
        VisitId visit();

        /** Cut before anything was filed: there is nothing left of it. */
        record Unfiled(VisitId visit) implements OpenVisit {}

        /** Filed, and the terminal never heard of a payment. */
        record Held(VisitId visit, FilingId filing, long dueCents) implements OpenVisit {}

        /** It may have been paid. */
        record Paying(VisitId visit, FilingId filing, PaymentOrder order, PaymentWay way)
                implements OpenVisit {}

        /** Released, and the receipt may be missing. */
        record Released(VisitId visit, FilingId filing, PaymentRecord payment)
                implements OpenVisit {}

        /** Printed or void; only the end is missing. */
        record Settled(VisitId visit) implements OpenVisit {}
    }
}
