package de.buergerkiosk.journey.print;

import de.buergerkiosk.contract.filing.FilingId;
import de.buergerkiosk.contract.filing.PaymentRecord;
import de.buergerkiosk.forms.Localized;
import de.buergerkiosk.journey.Visit;
import de.buergerkiosk.journey.form.ShortCode;
import de.buergerkiosk.page.Money;
import de.buergerkiosk.page.Page;
import de.buergerkiosk.page.Ways;
import de.buergerkiosk.page.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Every page of printing. */
final class PrintPages {
    private final Words words;

    PrintPages(Words words) {
        this.words = words;
    }

    Page.Waiting printing() {
        return printing(words.say("print.detail"));
    }

    /** The printer could not, and is tried once more. */
    Page.Waiting printingAgain(int attempt, int attemptsMax) {
        return printing(words.say("print.again", attempt, attemptsMax));
    }

    private Page.Waiting printing(Localized detail) {
        return new Page.Waiting(
                "print",
                words.say("print.title"),
                detail,
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

    /**
     * Stands for the receipt of a visit that was cut. Whoever waits for it may read it in any
     * language; nobody has to be there.
     *
     * @param mayBePrinted nobody knows whether the receipt came out
     */
    Page.Notice owed(FilingId filing, PaymentRecord payment, boolean mayBePrinted, String code) {
        var blocks = new ArrayList<Page.Block>();
        var numbers = new ArrayList<Page.Block>();
        blocks.add(new Page.Paragraph(words.say("receipt.afterCut.text")));
        numbers.add(new Page.Code(words.say("receipt.number"), ShortCode.of(filing)));
        switch (payment) {
            case PaymentRecord.NothingDue() -> {}
            case PaymentRecord.Paid paid -> {
                blocks.add(amount("print.owed.paid", paid.amountCents()));
                numbers.add(new Page.Code(words.say("receipt.reference"), paid.reference()));
            }
            case PaymentRecord.PaidOnPage paid -> {
                blocks.add(amount("print.owed.paid", paid.amountCents()));
                numbers.add(new Page.Code(words.say("receipt.reference"), paid.reference()));
            }
            case PaymentRecord.Invoiced invoiced -> {
                blocks.add(
                        new Page.Paragraph(
                                words.say(
                                        "farewell.invoiced",
                                        new Money(invoiced.amountCents()),
                                        invoiced.dueOn())));
                numbers.add(new Page.Code(words.say("receipt.reference"), invoiced.reference()));
            }
            case PaymentRecord.Unclear unclear -> {
                blocks.add(amount("print.owed.amount", unclear.amountCents()));
                blocks.add(new Page.Paragraph(words.say("receipt.unclear")));
                numbers.add(new Page.Code(words.say("receipt.reference"), unclear.reference()));
            }
        }
        blocks.addAll(numbers);
        blocks.add(
                new Page.Paragraph(
                        words.say(
                                mayBePrinted ? "farewell.receiptUnknown" : "farewell.noReceipt")));
        blocks.add(new Page.Paragraph(words.say("trouble.code", code)));
        return new Page.Notice(
                "receipt-owed",
                Page.Mood.WARNING,
                words.say("print.owed.title"),
                blocks,
                List.of(new Page.Button("done", words.say("farewell.done"), true)),
                Ways.ENDING);
    }

    private Page.Paragraph amount(String key, long cents) {
        return new Page.Paragraph(words.say(key, new Money(cents)));
    }
}
