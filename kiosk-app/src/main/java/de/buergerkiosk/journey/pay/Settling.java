package de.buergerkiosk.journey.pay;

import de.buergerkiosk.contract.filing.FilingId;
import de.buergerkiosk.contract.filing.PaymentRecord;
import de.buergerkiosk.journey.Counter;
import de.buergerkiosk.journey.Journal;
import de.buergerkiosk.journey.Journal.OpenVisit;
import de.buergerkiosk.journey.Trouble;
import de.buergerkiosk.journey.VisitId;
import de.buergerkiosk.journey.print.Printing;
import de.buergerkiosk.ports.DeviceState;
import de.buergerkiosk.ports.payment.PaymentOrder;
import de.buergerkiosk.ports.payment.PaymentOutcome;
import de.buergerkiosk.ports.payment.PaymentTerminal;
import java.time.Duration;
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
    private final Patience patience;
    private final PayPages pages;

    /**
     * How long to hope for a terminal that does not answer. After a power cut it starts later than
     * the kiosk, and what it booked is known as soon as it does.
     *
     * @param attemptsMax how often it is asked in one start, for all payments together; at least 1
     * @param between pause before it is asked again
     */
    public record Patience(int attemptsMax, Duration between, Pause pause) {
        public Patience {
            if (attemptsMax < 1) {
                throw new IllegalArgumentException("no attempt is no question: " + attemptsMax);
            }
        }
    }

    public Settling(
            Counter counter,
            PaymentTerminal terminal,
            Journal journal,
            Printing printing,
            Patience patience) {
        this.counter = counter;
        this.terminal = terminal;
        this.journal = journal;
        this.printing = printing;
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
        var attempts = new Attempts();
        for (var visit : open) {
            try {
                settle(visit, attempts);
                journal.ended(visit.visit(), "SETTLED");
            } catch (RuntimeException bug) {
                // It stays open and staff is told; the others and the next citizen go on.
                LOG.error("KSK-BUG settling {}: {}", visit.visit(), Trouble.trace(bug));
                journal.incident("KSK-BUG", "cannot settle visit " + visit.visit());
            }
        }
    }

    private void settle(OpenVisit open, Attempts attempts) throws InterruptedException {
        switch (open) {
            case OpenVisit.Unfiled _, OpenVisit.Settled _ -> {}
            case OpenVisit.Held(var visit, var filing, var dueCents) -> {
                if (dueCents > 0) {
                    journal.voided(visit, filing, "cut before paying");
                } else {
                    release(visit, filing, new PaymentRecord.NothingDue());
                }
            }
            case OpenVisit.Paying(var visit, var filing, var order) ->
                    settle(visit, filing, order, attempts);
            case OpenVisit.Released(var visit, var filing, var payment) ->
                    printing.afterCut(visit, filing, payment);
        }
    }

    private void settle(VisitId visit, FilingId filing, PaymentOrder order, Attempts attempts)
            throws InterruptedException {
        switch (attempts.ask(order)) {
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

    /** The questions to the terminal of one start. */
    private final class Attempts {
        private int made;

        /**
         * Asks until the terminal answers, or until patience is at its end: only then is unclear the
         * last word. A terminal that is there and cannot tell is not asked again.
         */
        PaymentOutcome ask(PaymentOrder order) throws InterruptedException {
            while (true) {
                var outcome = terminal.settle(order);
                made++;
                if (!(outcome instanceof PaymentOutcome.Unclear)
                        || made >= patience.attemptsMax()
                        || !(terminal.state() instanceof DeviceState.Down(var fault))) {
                    return outcome;
                }
                if (made == 1) {
                    journal.incident(fault.code(), order.reference() + " waits to be settled");
                }
                counter.screen()
                        .show(pages.settlingAgain(made + 1, patience.attemptsMax()), _ -> {});
                patience.pause().take(patience.between());
            }
        }
    }
}
