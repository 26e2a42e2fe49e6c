package de.buergerkiosk.journey.print;

import de.buergerkiosk.journey.Counter;
import de.buergerkiosk.journey.Journal;
import de.buergerkiosk.journey.Turn;
import de.buergerkiosk.journey.Visit;
import de.buergerkiosk.page.Answer;
import de.buergerkiosk.ports.print.PrintOutcome;
import de.buergerkiosk.ports.print.Receipt;
import de.buergerkiosk.ports.print.ReceiptPrinter;
import java.time.ZoneId;
import java.util.Optional;

/** Brings receipt and document onto paper, and says honestly when it could not. */
public final class Printing {
    private final Counter counter;
    private final ReceiptPrinter printer;
    private final DocumentPaper documents;
    private final Journal journal;
    private final ReceiptPaper paper;
    private final PrintPages pages;

    public Printing(
            Counter counter,
            ReceiptPrinter printer,
            DocumentPaper documents,
            Journal journal,
            ZoneId zone) {
        this.counter = counter;
        this.printer = printer;
        this.documents = documents;
        this.journal = journal;
        this.paper = new ReceiptPaper(counter.words(), zone);
        this.pages = new PrintPages(counter.words());
    }

    public Turn print(Visit.Paid paid) throws InterruptedException {
        counter.screen().show(pages.printing(), _ -> {});
        var receipt = outcome(paid, paper.full(paid, documents.values(paid.filed())));
        var document = document(paid);
        var printed = new Visit.PaperOutcome(receipt, document);
        journal.printed(paid.id(), receipt + document.map(d -> " document " + d).orElse(""));
        return new Turn.Onward(new Visit.Printed(paid, printed));
    }

    /** Prints until it is on paper, or the citizen goes on without. */
    private String outcome(Visit.Paid paid, Receipt receipt) throws InterruptedException {
        while (true) {
            switch (printer.print(receipt)) {
                case PrintOutcome.Printed() -> {
                    return "printed";
                }
                case PrintOutcome.Halted(var fault) -> {
                    journal.incident(fault.code(), fault.detail());
                    if (!again(paid, fault.code())) {
                        return "halted";
                    }
                }
                case PrintOutcome.Unknown(var fault) -> {
                    // It may be on paper: a second one would look like a second payment.
                    journal.incident(fault.code(), fault.detail());
                    return "unknown";
                }
            }
        }
    }

    private boolean again(Visit.Paid paid, String code) throws InterruptedException {
        var page = pages.halted(paid, code);
        var again =
                switch (counter.ask(page)) {
                    case Answer.Chosen(var id) -> id.equals("again");
                    case Answer.Leave _ -> false;
                    case Answer other -> throw Counter.unexpected(page, other);
                };
        if (again) {
            counter.screen().show(pages.printing(), _ -> {});
        }
        return again;
    }

    private Optional<String> document(Visit.Paid paid) throws InterruptedException {
        if (!documents.isPrintedFor(paid.filed()) || !paid.isIssuedNow()) {
            return Optional.empty();
        }
        if (paid.settlement().issue() == Visit.Issue.DOCUMENT_OUT) {
            return Optional.of("printed");
        }
        return Optional.of(
                switch (documents.print(paid.filed())) {
                    case PrintOutcome.Printed() -> "printed";
                    case PrintOutcome.Halted(var fault) -> {
                        journal.incident(fault.code(), fault.detail());
                        yield "halted";
                    }
                    case PrintOutcome.Unknown(var fault) -> {
                        journal.incident(fault.code(), fault.detail());
                        yield "unknown";
                    }
                });
    }
}
