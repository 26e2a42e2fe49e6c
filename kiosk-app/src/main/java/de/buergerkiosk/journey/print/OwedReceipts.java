package de.buergerkiosk.journey.print;

import de.buergerkiosk.contract.filing.FilingId;
import de.buergerkiosk.contract.filing.PaymentRecord;
import de.buergerkiosk.journey.Counter;
import de.buergerkiosk.journey.Journal;
import de.buergerkiosk.journey.Patience;
import de.buergerkiosk.journey.VisitId;
import de.buergerkiosk.ports.Fault;
import de.buergerkiosk.ports.print.PrintOutcome;
import de.buergerkiosk.ports.print.Receipt;
import de.buergerkiosk.ports.print.ReceiptPrinter;
import java.time.InstantSource;
import java.time.ZoneId;

/**
 * The receipts that visits are owed after a cut, with number and amount: on paper, or, when the
 * printer cannot, on a page that says the same. Nobody pays and is left with neither.
 */
public final class OwedReceipts {
    private final Counter counter;
    private final ReceiptPrinter printer;
    private final Journal journal;
    private final InstantSource clock;
    private final Patience patience;
    private final ReceiptPaper paper;
    private final PrintPages pages;

    public OwedReceipts(
            Counter counter,
            ReceiptPrinter printer,
            Journal journal,
            InstantSource clock,
            ZoneId zone,
            Patience patience) {
        this.counter = counter;
        this.printer = printer;
        this.journal = journal;
        this.clock = clock;
        this.patience = patience;
        this.paper = new ReceiptPaper(counter.words(), zone);
        this.pages = new PrintPages(counter.words());
    }

    /** Begins with all patience. */
    public Round round() {
        return new Round();
    }

    /** The receipts of one start; they share its patience. */
    public final class Round {
        private int attempts;

        /**
         * Returns when the receipt is on paper, or its numbers were on the screen. A cut before that
         * leaves the receipt owed.
         */
        public void hand(VisitId visit, FilingId filing, PaymentRecord payment)
                throws InterruptedException {
            switch (print(paper.afterCut(filing, payment, clock.instant()), filing)) {
                case PrintOutcome.Printed() -> journal.printed(visit, "printed after a cut");
                case PrintOutcome.Halted(var fault) -> {
                    showInstead(fault, filing, payment, false);
                    journal.printed(visit, "halted after a cut, number shown");
                }
                // It may be on paper: a second one would look like a second payment.
                case PrintOutcome.Unknown(var fault) -> {
                    showInstead(fault, filing, payment, true);
                    journal.printed(visit, "unknown after a cut, number shown");
                }
            }
        }

        private PrintOutcome print(Receipt receipt, FilingId filing) throws InterruptedException {
            while (true) {
                var outcome = printer.print(receipt);
                attempts++;
                if (!(outcome instanceof PrintOutcome.Halted(var fault))
                        || attempts >= patience.attemptsMax()) {
                    return outcome;
                }
                if (attempts == 1) {
                    journal.incident(fault.code(), filing + " waits for its receipt");
                }
                counter.screen()
                        .show(pages.printingAgain(attempts + 1, patience.attemptsMax()), _ -> {});
                patience.pause().take(patience.between());
            }
        }
    }

    private void showInstead(
            Fault fault, FilingId filing, PaymentRecord payment, boolean mayBePrinted)
            throws InterruptedException {
        journal.incident(fault.code(), filing + ": " + fault.detail());
        journal.incident("PRN-OWED", filing + ": " + words(payment));
        counter.ask(pages.owed(filing, payment, mayBePrinted, fault.code()));
    }

    private static String words(PaymentRecord payment) {
        return switch (payment) {
            case PaymentRecord.NothingDue() -> "nothing was due, no receipt";
            case PaymentRecord.Paid paid ->
                    "paid, no receipt, " + paid.reference() + " " + paid.amountCents();
            case PaymentRecord.PaidOnPage paid ->
                    "paid on a page, no receipt, " + paid.reference() + " " + paid.amountCents();
            case PaymentRecord.Invoiced invoiced ->
                    "to be paid later, no receipt, "
                            + invoiced.reference()
                            + " "
                            + invoiced.amountCents();
            case PaymentRecord.Unclear unclear ->
                    "unclear, no receipt, " + unclear.reference() + " " + unclear.amountCents();
        };
    }
}
