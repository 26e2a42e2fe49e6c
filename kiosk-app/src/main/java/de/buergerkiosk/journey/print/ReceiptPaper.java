package de.buergerkiosk.journey.print;

import de.buergerkiosk.contract.filing.FilingId;
import de.buergerkiosk.contract.filing.PaymentRecord;
import de.buergerkiosk.forms.FeeLine;
import de.buergerkiosk.forms.Localized;
import de.buergerkiosk.forms.PaperLine;
import de.buergerkiosk.forms.PayLater;
import de.buergerkiosk.journey.Visit;
import de.buergerkiosk.journey.form.ShortCode;
import de.buergerkiosk.page.Money;
import de.buergerkiosk.page.Words;
import de.buergerkiosk.ports.print.Receipt;
import de.buergerkiosk.ports.print.Receipt.Style;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The receipt as data: German, and beside it the language in which the citizen read. No full name:
 * a forgotten receipt must not tell whose it is.
 */
final class ReceiptPaper {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("dd.MM.uuuu HH:mm");

    private final Words words;
    private final ZoneId zone;

    ReceiptPaper(Words words, ZoneId zone) {
        this.words = words;
        this.zone = zone;
    }

    Receipt full(Visit.Paid paid, Map<String, String> values) {
        var filled = paid.filed().filled();
        var language = filled.language();
        var lines = new ArrayList<Receipt.Line>();
        lines.add(new Receipt.Text(words.say("receipt.city").in("de"), Style.CENTRED));
        lines.add(new Receipt.Text(filled.service().title().in("de"), Style.TITLE));
        if (!"de".equals(language)) {
            lines.add(new Receipt.Text(filled.service().title().in(language), Style.CENTRED));
        }
        lines.add(new Receipt.Rule());
        numbers(lines, paid.filed().filing(), paid.filed().submittedAt(), language);
        lines.add(pair("receipt.office", filled.service().officeName().in("de"), language));
        lines.add(new Receipt.Rule());
        for (FeeLine line : filled.form().fee().lines()) {
            lines.add(new Receipt.Pair(line.text().in(language), amount(line.cents())));
        }
        settled(lines, paid.settlement().record(), language);
        if (paid.settlement() instanceof Visit.Settlement.Invoiced) {
            filled.service().payLater().ifPresent(terms -> notice(lines, terms, language));
        }
        if (paid.settlement() instanceof Visit.Settlement.Booked(_, var proof, _)) {
            lines.add(new Receipt.Gap(1));
            proof.customerReceipt()
                    .forEach(line -> lines.add(new Receipt.Text(line, Style.NORMAL)));
        }
        if (paid.isIssuedNow()) {
            for (PaperLine line : filled.service().paper()) {
                lines.add(line(line.filled(language, values), language));
            }
        }
        lines.add(new Receipt.Rule());
        lines.add(small("receipt.confirmation", language));
        lines.add(small("receipt.keep", language));
        return new Receipt(ShortCode.of(paid.filed().filing()), lines);
    }

    /** Number and amount only: all that is known after a power cut. */
    Receipt afterCut(FilingId filing, PaymentRecord payment, Instant now) {
        var lines = new ArrayList<Receipt.Line>();
        lines.add(new Receipt.Text(words.say("receipt.city").in("de"), Style.CENTRED));
        lines.add(new Receipt.Text(words.say("receipt.afterCut.title").in("de"), Style.TITLE));
        lines.add(new Receipt.Rule());
        numbers(lines, filing, now, "en");
        settled(lines, payment, "en");
        if (payment instanceof PaymentRecord.Paid paid) {
            lines.add(pair("receipt.terminalReceipt", "" + paid.receiptNumber(), "en"));
        }
        lines.add(new Receipt.Rule());
        lines.add(small("receipt.afterCut.text", "en"));
        return new Receipt(ShortCode.of(filing), lines);
    }

    private void numbers(List<Receipt.Line> lines, FilingId filing, Instant at, String language) {
        lines.add(pair("receipt.number", ShortCode.of(filing), language));
        lines.add(pair("receipt.date", MINUTE.format(at.atZone(zone)), language));
        lines.add(new Receipt.Text(filing.toString(), Style.SMALL));
    }

    private void settled(List<Receipt.Line> lines, PaymentRecord payment, String language) {
        switch (payment) {
            case PaymentRecord.NothingDue() -> lines.add(total(0, language));
            case PaymentRecord.Paid paid -> {
                lines.add(total(paid.amountCents(), language));
                lines.add(pair("receipt.reference", paid.reference(), language));
            }
            case PaymentRecord.PaidOnPage paid -> {
                lines.add(total(paid.amountCents(), language));
                lines.add(pair("receipt.reference", paid.reference(), language));
                lines.add(pair("receipt.transaction", paid.transactionId(), language));
            }
            case PaymentRecord.Invoiced invoiced -> {
                lines.add(pair("receipt.open", amount(invoiced.amountCents()), language));
                lines.add(
                        pair(
                                "receipt.due",
                                words.say("date", invoiced.dueOn()).in("de"),
                                language));
                lines.add(pair("receipt.reference", invoiced.reference(), language));
                lines.add(new Receipt.Text(both("receipt.invoiced", language), Style.BOLD));
            }
            case PaymentRecord.Unclear unclear -> {
                lines.add(pair("receipt.amount", amount(unclear.amountCents()), language));
                lines.add(pair("receipt.reference", unclear.reference(), language));
                lines.add(new Receipt.Text(both("receipt.unclear", language), Style.BOLD));
            }
        }
    }

    /** How it is paid later, for whoever keeps the receipt and for whoever helps with it. */
    private static void notice(List<Receipt.Line> lines, PayLater terms, String language) {
        lines.add(new Receipt.Text(terms.notice().in("de"), Style.NORMAL));
        if (!"de".equals(language)) {
            lines.add(new Receipt.Text(terms.notice().in(language), Style.NORMAL));
        }
    }

    private Receipt.Line total(long cents, String language) {
        return pair("receipt.total", amount(cents), language);
    }

    private String amount(long cents) {
        return words.say("amount", new Money(cents)).in("de");
    }

    private Receipt.Line pair(String key, String value, String language) {
        return new Receipt.Pair(both(key, language), value);
    }

    private Receipt.Line small(String key, String language) {
        return new Receipt.Text(both(key, language), Style.SMALL);
    }

    /** German, and the other language after a slash. */
    private String both(String key, String language) {
        Localized text = words.say(key);
        return "de".equals(language) ? text.in("de") : text.in("de") + " / " + text.in(language);
    }

    private static Receipt.Line line(PaperLine line, String language) {
        return switch (line) {
            case PaperLine.Title(var text) -> new Receipt.Text(text.in(language), Style.TITLE);
            case PaperLine.Text(var text, var style) ->
                    new Receipt.Text(text.in(language), Style.valueOf(style.name()));
            case PaperLine.Pair(var label, var value) ->
                    new Receipt.Pair(label.in(language), value.in(language));
            case PaperLine.Qr(var content, var caption) ->
                    code(content.in(language), caption.in(language));
            case PaperLine.Rule() -> new Receipt.Rule();
        };
    }

    /** What does not fit into a code is printed as text: a paid receipt is never held back. */
    private static Receipt.Line code(String content, String caption) {
        int bytes = content.getBytes(StandardCharsets.UTF_8).length;
        return bytes >= 1 && bytes <= Receipt.Qr.BYTES_MAX
                ? new Receipt.Qr(content, caption)
                : new Receipt.Text(caption + " " + content, Style.SMALL);
    }
}
