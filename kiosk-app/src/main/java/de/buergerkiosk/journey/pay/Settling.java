package de.buergerkiosk.journey.pay;

import de.buergerkiosk.contract.filing.FilingId;
import de.buergerkiosk.contract.filing.PaymentRecord;
import de.buergerkiosk.journey.Counter;
import de.buergerkiosk.journey.Journal;
import de.buergerkiosk.journey.Journal.OpenVisit;
import de.buergerkiosk.journey.VisitId;
import de.buergerkiosk.journey.print.Printing;
import de.buergerkiosk.ports.payment.PaymentOrder;
import de.buergerkiosk.ports.payment.PaymentOutcome;
import de.buergerkiosk.ports.payment.PaymentTerminal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * After a power cut: settles the money first, then releases or voids, and prints a receipt with
 * number and amount. Runs before the first citizen is asked anything.
 */
public final class Settling {
    private static final Logger LOG = LoggerFactory.getLogger(Settling.class);

    private final Counter counter;
    private final PaymentTerminal terminal;
    private final Journal journal;
    private final Printing printing;
    private final PayPages pages;

    public Settling(Counter counter, PaymentTerminal terminal, Journal journal, Printing printing) {
        this.counter = counter;
        this.terminal = terminal;
        this.journal = journal;
        this.printing = printing;
        this.pages = new PayPages(counter.words());
    }

    /** Finishes every visit that was cut. Safe to be cut itself: the next start goes on. */
    public void settleAll() throws InterruptedException {
        var open = journal.open();
        if (open.isEmpty()) {
            return;
        }
        LOG.info("{} visits were cut; settling them", open.size());
        counter.screen().show(pages.settling(), _ -> {});
        for (var visit : open) {
            settle(visit);
            journal.ended(visit.visit(), "SETTLED");
        }
    }

    private void settle(OpenVisit open) throws InterruptedException {
        switch (open) {
            case OpenVisit.Unfiled _, OpenVisit.Settled _ -> {}
            case OpenVisit.Held(var visit, var filing, var dueCents) -> {
                if (dueCents > 0) {
                    journal.voided(visit, filing, "cut before paying");
                } else {
                    release(visit, filing, new PaymentRecord.NothingDue());
                }
            }
            case OpenVisit.Paying(var visit, var filing, var order) -> settle(visit, filing, order);
            case OpenVisit.Released(var visit, var filing, var payment) ->
                    printing.afterCut(visit, filing, payment);
        }
    }

    private void settle(VisitId visit, FilingId filing, PaymentOrder order)
            throws InterruptedException {
        switch (terminal.settle(order)) {
            case PaymentOutcome.Approved(var proof) ->
                    release(
                            visit,
                            filing,
                            new PaymentRecord.Paid(
                                    proof.amountCents(),
                                    order.reference(),
                                    proof.receiptNumber(),
                                    proof.traceNumber(),
                                    proof.terminalId(),
                                    proof.cardName(),
                                    proof.bookedAt()));
            case PaymentOutcome.Declined _, PaymentOutcome.Cancelled _, PaymentOutcome.Failed _ ->
                    journal.voided(visit, filing, order.reference());
            case PaymentOutcome.Unclear(var fault) -> {
                journal.incident(fault.code(), order.reference() + ": " + fault.detail());
                release(
                        visit,
                        filing,
                        new PaymentRecord.Unclear(order.amountCents(), order.reference()));
            }
        }
    }

    private void release(VisitId visit, FilingId filing, PaymentRecord payment)
            throws InterruptedException {
        journal.released(visit, filing, payment);
        printing.afterCut(visit, filing, payment);
    }
}
