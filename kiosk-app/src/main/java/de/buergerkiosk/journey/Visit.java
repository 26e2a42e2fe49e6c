package de.buergerkiosk.journey;

import de.buergerkiosk.contract.filing.FilingId;
import de.buergerkiosk.contract.filing.PaymentRecord;
import de.buergerkiosk.forms.FormView;
import de.buergerkiosk.forms.PayLater;
import de.buergerkiosk.forms.ServiceDefinition;
import de.buergerkiosk.ports.eid.Person;
import de.buergerkiosk.ports.payment.PageProof;
import de.buergerkiosk.ports.payment.PaymentOrder;
import de.buergerkiosk.ports.payment.PaymentProof;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A citizen at the kiosk. Each stage holds exactly what is known by then, so that paying without a
 * filled form cannot be written down.
 */
public sealed interface Visit
        permits Visit.Arrived,
                Visit.Chosen,
                Visit.Identified,
                Visit.Filled,
                Visit.Filed,
                Visit.Paying,
                Visit.Paid,
                Visit.Printed,
                Errand {
    VisitId id();

    /** Somebody touched the screen. */
    record Arrived(VisitId id) implements Visit {}

    /** A service was chosen. */
    record Chosen(VisitId id, ServiceDefinition service) implements Visit {}

    /** The service knows who the citizen is, or need not know. */
    record Identified(Chosen chosen, Identity identity) implements Visit {
        @Override
        public VisitId id() {
            return chosen.id();
        }
    }

    /** Every question is answered and checked. */
    record Filled(Identified identified, FormView form, String language) implements Visit {
        @Override
        public VisitId id() {
            return identified.id();
        }

        public ServiceDefinition service() {
            return identified.chosen().service();
        }
    }

    /**
     * Sealed to the office and durable. The form stays in memory for the paper only.
     *
     * @param attempt which attempt at paying comes next, from 1
     */
    record Filed(Filled filled, FilingId filing, Instant submittedAt, String code, int attempt)
            implements Visit {
        @Override
        public VisitId id() {
            return filled.id();
        }

        public long dueCents() {
            return filled.form().fee().totalCents();
        }

        /** The same filing, about to be paid once more. */
        public Filed nextAttempt() {
            return new Filed(filled, filing, submittedAt, code, attempt + 1);
        }
    }

    /** Terminal or payment page are about to hear of the order, and the journal knows. */
    record Paying(Filed filed, PaymentOrder order, PaymentWay way) implements Visit {
        @Override
        public VisitId id() {
            return filed.id();
        }
    }

    /** Released to the courier. */
    record Paid(Filed filed, Settlement settlement) implements Visit {
        /** Whether the citizen gets now what the service issues, or from the office once it is paid. */
        public boolean isIssuedNow() {
            return !(settlement instanceof Settlement.Invoiced)
                    || filed.filled()
                            .service()
                            .payLater()
                            .map(terms -> terms.issue() == PayLater.Issue.NOW)
                            .orElse(true);
        }

        @Override
        public VisitId id() {
            return filed.id();
        }
    }

    /** The paper is out, or it is known that it is not. */
    record Printed(Paid paid, PaperOutcome paper) implements Visit {
        @Override
        public VisitId id() {
            return paid.id();
        }
    }

    /** Who the citizen is, as far as the service asks. */
    sealed interface Identity {
        record NotNeeded() implements Identity {}

        /** Told by the ID card; or by a simulation, which is then said wherever it matters. */
        record Known(Person person, boolean simulated) implements Identity {}
    }

    /** How the money was settled. */
    sealed interface Settlement {
        record NothingDue() implements Settlement {}

        record Booked(PaymentOrder order, PaymentProof proof, Issue issue) implements Settlement {}

        /** Paid on a payment page. */
        record PaidOnPage(PaymentOrder order, PageProof proof) implements Settlement {}

        /** Nothing was paid here: the office sends a fee notice. */
        record Invoiced(PaymentOrder order, LocalDate dueOn) implements Settlement {}

        /** Nobody knows whether it was paid: the office finds out by the reference. */
        record Unclear(PaymentOrder order, Issue issue) implements Settlement {}

        /** What the citizen had in hand by then. */
        default Issue issue() {
            return switch (this) {
                case NothingDue _, PaidOnPage _, Invoiced _ -> Issue.LATER;
                case Booked booked -> booked.issue();
                case Unclear unclear -> unclear.issue();
            };
        }

        /** What the centre is told about it. */
        default PaymentRecord record() {
            return switch (this) {
                case NothingDue() -> new PaymentRecord.NothingDue();
                case Booked(var order, var proof, _) ->
                        new PaymentRecord.Paid(
                                proof.amountCents(),
                                order.reference(),
                                proof.receiptNumber(),
                                proof.traceNumber(),
                                proof.terminalId(),
                                proof.cardName(),
                                proof.bookedAt());
                case PaidOnPage(var order, var proof) ->
                        new PaymentRecord.PaidOnPage(
                                proof.amountCents(),
                                order.reference(),
                                proof.transactionId(),
                                proof.method(),
                                proof.paidAt());
                case Invoiced(var order, var dueOn) ->
                        new PaymentRecord.Invoiced(order.amountCents(), order.reference(), dueOn);
                case Unclear(var order, _) ->
                        new PaymentRecord.Unclear(order.amountCents(), order.reference());
            };
        }
    }

    /** What the citizen had in hand when the money was settled. */
    enum Issue {
        /** Everything is printed afterwards. */
        LATER,
        /** The document: the terminal waited for it. */
        DOCUMENT_OUT
    }

    /**
     * What came of printing.
     *
     * @param receipt {@code printed}, {@code halted} or {@code unknown}
     * @param document the same, where the service has a document
     */
    record PaperOutcome(String receipt, Optional<String> document) {}
}
