package de.buergerkiosk.journey.print;

import de.buergerkiosk.journey.Visit;
import de.buergerkiosk.page.Page;
import de.buergerkiosk.page.Ways;
import de.buergerkiosk.page.Words;
import java.util.List;
import java.util.Optional;

/** Every page of printing. */
final class PrintPages {
    private final Words words;

    PrintPages(Words words) {
        this.words = words;
    }

    Page.Waiting printing() {
        return new Page.Waiting(
                "print",
                words.say("print.title"),
                words.say("print.detail"),
                List.of(),
                Page.Illustration.PRINTER,
                Optional.empty(),
                Optional.empty());
    }

    Page.Notice halted(Visit.Paid paid, String code) {
        return new Page.Notice(
                "print-halted",
                Page.Mood.WARNING,
                words.say("print.halted.title"),
                List.of(
                        new Page.Paragraph(words.say("print.halted.text")),
                        new Page.Code(words.say("receipt.number"), paid.filed().code()),
                        new Page.Paragraph(words.say("trouble.code", code))),
                List.of(
                        new Page.Button("without", words.say("print.halted.without"), false),
                        new Page.Button("again", words.say("print.halted.again"), true)),
                new Ways(false, false, Ways.Patience.PERSONAL));
    }
}
