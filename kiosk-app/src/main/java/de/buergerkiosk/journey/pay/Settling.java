package de.buergerkiosk.journey.pay;

import de.buergerkiosk.contract.filing.FilingId;
import de.buergerkiosk.journey.Counter;
import de.buergerkiosk.journey.Journal;
import de.buergerkiosk.journey.Journal.OpenVisit;
import de.buergerkiosk.journey.Patience;
import de.buergerkiosk.journey.Trouble;
import de.buergerkiosk.journey.Visit.Settlement;
import de.buergerkiosk.journey.VisitId;
import de.buergerkiosk.journey.print.OwedReceipts;
import de.buergerkiosk.ports.DeviceState;
import de.buergerkiosk.ports.payment.PaymentOrder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * After a power cut: settles the money first, then releases or voids, and prints a receipt with
 * number and amount. Runs before the first citizen is asked anything.
 */
public final class Settling {
    private static final Logger LOG = LoggerFactory.getLogger(Settling.class);

    private final Counter counter;
    private final Tills tills;
    private final Journal journal;
    private final OwedReceipts receipts;
    private final Patience patience;
    private final PayPages pages;

    public Settling(
            Counter counter,
            Tills tills,
            Journal journal,
            OwedReceipts receipts,
            Patience patience) {
        this.counter = counter;
        this.tills = tills;
        this.journal = journal;
        this.receipts = receipts;
        this.patience = patience;
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
        var start = new Start();
        for (var visit : open) {
            try {
                start.settle(visit);
                journal.ended(visit.visit(), "SETTLED");
            } catch (RuntimeException bug) {
                // It stays open and staff is told; the others and the next citizen go on.
                LOG.error("KSK-BUG settling {}: {}", visit.visit(), Trouble.trace(bug));
                journal.incident("KSK-BUG", "cannot settle visit " + visit.visit());
            }
        }
    }

    /** One start: its patience with terminal and printer is for all visits together. */
    private final class Start {
        private final OwedReceipts.Round papers = receipts.round();
        private int asked;

        void settle(OpenVisit open) throws InterruptedException {
            switch (open) {
                case OpenVisit.Unfiled _, OpenVisit.Settled _ -> {}
                case OpenVisit.Held(var visit, var filing, var dueCents) -> {
                    if (dueCents > 0) {
                        journal.voided(visit, filing, "cut before paying");
                    } else {
                        release(visit, filing, new Settlement.NothingDue());
                    }
                }
                case OpenVisit.Paying paying -> settle(paying);
                case OpenVisit.Released(var visit, var filing, var payment) ->
                        papers.hand(visit, filing, payment);
            }
        }

        private void settle(OpenVisit.Paying open) throws InterruptedException {
            var order = open.order();
            switch (ask(order, tills.of(open.way()))) {
                case Takings.Settled(var settlement) ->
                        release(open.visit(), open.filing(), settlement);
                case Takings.NotPaid _ ->
                        journal.voided(open.visit(), open.filing(), order.reference());
                case Takings.Unclear(var fault, var issue) -> {
                    journal.incident(fault.code(), order.reference() + ": " + fault.detail());
                    release(open.visit(), open.filing(), new Settlement.Unclear(order, issue));
                }
            }
        }

        private void release(VisitId visit, FilingId filing, Settlement settlement)
                throws InterruptedException {
            journal.released(visit, filing, settlement.record());
            papers.hand(visit, filing, settlement.record());
        }

        /**
         * Asks until the till answers, or until patience is at its end: only then is unclear the last
         * word. A till that is there and cannot tell is not asked again.
         */
        private Takings ask(PaymentOrder order, Till till) throws InterruptedException {
            while (true) {
                var outcome = till.settle(order);
                asked++;
                if (!(outcome instanceof Takings.Unclear)
                        || asked >= patience.attemptsMax()
                        || !(till.state() instanceof DeviceState.Down(var fault))) {
                    return outcome;
                }
                if (asked == 1) {
                    journal.incident(fault.code(), order.reference() + " waits to be settled");
                }
                counter.screen()
                        .show(pages.settlingAgain(asked + 1, patience.attemptsMax()), _ -> {});
                patience.pause().take(patience.between());
            }
        }
    }
}
