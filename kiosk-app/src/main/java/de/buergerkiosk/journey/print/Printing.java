package de.buergerkiosk.journey.print;

import de.buergerkiosk.journey.Counter;
import de.buergerkiosk.journey.Journal;
import de.buergerkiosk.journey.Turn;
import de.buergerkiosk.journey.Visit;
import de.buergerkiosk.page.Answer;
import de.buergerkiosk.page.Money;
import de.buergerkiosk.ports.print.DocumentPrinter;
import de.buergerkiosk.ports.print.PrintOutcome;
import de.buergerkiosk.ports.print.Receipt;
import de.buergerkiosk.ports.print.ReceiptPrinter;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Brings receipt and document onto paper, and says honestly when it could not. */
public final class Printing {
    private final Counter counter;
    private final ReceiptPrinter printer;
    private final Optional<DocumentPrinter> documents;
    private final Journal journal;
    private final ZoneId zone;
    private final ReceiptPaper paper;
    private final PrintPages pages;

    /**
     * Printing at one kiosk.
     *
     * @param documents empty where the kiosk has no printer for A4 pages
     */
    public Printing(
            Counter counter,
            ReceiptPrinter printer,
            Optional<DocumentPrinter> documents,
            Journal journal,
            ZoneId zone) {
        this.counter = counter;
        this.printer = printer;
        this.documents = documents;
        this.journal = journal;
        this.zone = zone;
        this.paper = new ReceiptPaper(counter.words(), zone);
        this.pages = new PrintPages(counter.words());
    }

    public Turn print(Visit.Paid paid) throws InterruptedException {
        counter.screen().show(pages.printing(), _ -> {});
        var values = values(paid);
        var receipt = outcome(paid, paper.full(paid, values));
        var document = document(paid, values);
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

    private Optional<String> document(Visit.Paid paid, Map<String, String> values)
            throws InterruptedException {
        var template = paid.filed().filled().service().document();
        if (template.isEmpty() || documents.isEmpty() || !paid.isIssuedNow()) {
            return Optional.empty();
        }
        var pdf = Pdf.of(template.get().fill(values));
        return Optional.of(
                switch (documents.get().print(paid.filed().filled().service().id(), pdf)) {
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

    /** What fills the placeholders of the service's paper and document. */
    private Map<String, String> values(Visit.Paid paid) {
        var filed = paid.filed();
        var language = filed.filled().language();
        var values = new HashMap<String, String>();
        filed.filled().form().values().forEach((path, text) -> values.put(path, text.in(language)));
        values.put("code", filed.code());
        values.put("codeQr", QrPicture.dataUri(filed.code()));
        values.put("filingId", filed.filing().toString());
        values.put(
                "receivedAt",
                DateTimeFormatter.ofPattern("dd.MM.uuuu HH:mm")
                        .format(filed.submittedAt().atZone(zone)));
        values.put(
                "total",
                counter.words()
                        .say("amount", new Money(filed.filled().form().fee().totalCents()))
                        .in(language));
        return values;
    }
}
