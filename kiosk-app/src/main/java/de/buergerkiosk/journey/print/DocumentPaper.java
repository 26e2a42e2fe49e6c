package de.buergerkiosk.journey.print;

import de.buergerkiosk.journey.Visit;
import de.buergerkiosk.page.Money;
import de.buergerkiosk.page.Words;
import de.buergerkiosk.ports.print.DocumentPrinter;
import de.buergerkiosk.ports.print.PrintOutcome;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The document of a service, made from a filed form. */
public final class DocumentPaper {
    private final Words words;
    private final Optional<DocumentPrinter> printer;
    private final ZoneId zone;

    /**
     * Documents of one kiosk.
     *
     * @param printer empty where the kiosk has no printer for A4 pages
     */
    public DocumentPaper(Words words, Optional<DocumentPrinter> printer, ZoneId zone) {
        this.words = words;
        this.printer = printer;
        this.zone = zone;
    }

    /** Whether this kiosk prints a document for that visit. */
    public boolean isPrintedFor(Visit.Filed filed) {
        return printer.isPresent() && filed.filled().service().document().isPresent();
    }

    /** Only where {@link #isPrintedFor} says so. */
    public PrintOutcome print(Visit.Filed filed) throws InterruptedException {
        var service = filed.filled().service();
        var pdf = Pdf.of(service.document().orElseThrow().fill(values(filed)));
        return printer.orElseThrow().print(service.id(), pdf);
    }

    /** What fills the placeholders of the service's paper and document. */
    Map<String, String> values(Visit.Filed filed) {
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
                words.say("amount", new Money(filed.filled().form().fee().totalCents()))
                        .in(language));
        return values;
    }
}
