package de.buergerkiosk.central.desk;

import de.buergerkiosk.central.reading.KeptFiling;
import de.buergerkiosk.central.reading.ReadingRoom.Look;
import de.buergerkiosk.contract.filing.Identification;
import de.buergerkiosk.contract.filing.PaymentRecord;
import de.buergerkiosk.contract.filing.Row;
import de.buergerkiosk.contract.receipt.ReceiptVerdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * An opened filing, as the page shows it. It holds personal data and lives as long as the request.
 *
 * @param simulated the identity comes from a simulation
 */
record FilingView(
        List<Row> summary,
        boolean identified,
        boolean simulated,
        List<Row> identity,
        List<Row> payment,
        boolean attention,
        List<Row> facts,
        boolean verified,
        List<Row> receipt) {
    /** An entry of a list to choose from. */
    record Choice(String value, String label) {}

    static boolean needsAttention(KeptFiling filing) {
        return filing.referenceReused() || filing.payment() instanceof PaymentRecord.Unclear;
    }

    static FilingView of(Look.Legible look, Wording wording, Locale locale) {
        var filing = look.filing();
        var who = look.content().identification();
        return new FilingView(
                look.content().summary(),
                who.isPresent(),
                who.map(Identification::simulated).orElse(false),
                who.map(Identification::attributes).orElse(List.of()),
                payment(filing, wording, locale),
                needsAttention(filing),
                facts(look, wording, locale),
                look.receipt() instanceof ReceiptVerdict.Verified,
                receipt(look, wording, locale));
    }

    private static List<Row> payment(KeptFiling filing, Wording wording, Locale locale) {
        var rows = new ArrayList<Row>();
        rows.add(row("payment.state", wording.payment(filing.payment(), locale), wording, locale));
        switch (filing.payment()) {
            case PaymentRecord.NothingDue() -> {}
            case PaymentRecord.Paid paid -> {
                rows.add(row("payment.reference", paid.reference(), wording, locale));
                rows.add(row("payment.terminal", paid.terminalId(), wording, locale));
                rows.add(row("payment.receipt", "" + paid.receiptNumber(), wording, locale));
                rows.add(row("payment.trace", "" + paid.traceNumber(), wording, locale));
                rows.add(row("payment.card", paid.cardName(), wording, locale));
                rows.add(
                        row(
                                "payment.booked-at",
                                wording.time(paid.bookedAt(), locale),
                                wording,
                                locale));
            }
            case PaymentRecord.PaidOnPage paid -> {
                rows.add(row("payment.reference", paid.reference(), wording, locale));
                rows.add(row("payment.transaction", paid.transactionId(), wording, locale));
                rows.add(row("payment.method", paid.method(), wording, locale));
                rows.add(
                        row(
                                "payment.booked-at",
                                wording.time(paid.paidAt(), locale),
                                wording,
                                locale));
            }
            case PaymentRecord.Invoiced invoiced -> {
                rows.add(row("payment.reference", invoiced.reference(), wording, locale));
                rows.add(
                        row(
                                "payment.due-on",
                                wording.day(invoiced.dueOn(), locale),
                                wording,
                                locale));
            }
            case PaymentRecord.Unclear unclear ->
                    rows.add(row("payment.reference", unclear.reference(), wording, locale));
        }
        return rows;
    }

    private static List<Row> facts(Look.Legible look, Wording wording, Locale locale) {
        var filing = look.filing();
        return List.of(
                row("filing.number", filing.number(), wording, locale),
                row(
                        "filing.service",
                        wording.service(filing.service(), locale) + " " + look.content().version(),
                        wording,
                        locale),
                row("filing.office", wording.office(filing.office(), locale), wording, locale),
                row("filing.kiosk", filing.kiosk() + " / " + filing.sequence(), wording, locale),
                row(
                        "filing.submitted",
                        wording.time(filing.submittedAt(), locale),
                        wording,
                        locale),
                row("filing.received", wording.time(filing.receivedAt(), locale), wording, locale),
                row("filing.language", look.content().language(), wording, locale),
                row(
                        "filing.opened",
                        filing.opened()
                                .map(o -> o.by() + ", " + wording.time(o.at(), locale))
                                .orElse(wording.text("filing.opened.now", locale)),
                        wording,
                        locale));
    }

    private static List<Row> receipt(Look.Legible look, Wording wording, Locale locale) {
        return switch (look.receipt()) {
            case ReceiptVerdict.Verified(var receipt) ->
                    List.of(
                            row("filing.number", receipt.number(), wording, locale),
                            row("receipt.digest", receipt.digest(), wording, locale),
                            row("receipt.id", receipt.id().toString(), wording, locale));
            case ReceiptVerdict.Refused(String reason) ->
                    List.of(row("receipt.reason", reason, wording, locale));
        };
    }

    private static Row row(String key, String value, Wording wording, Locale locale) {
        return new Row(wording.text(key, locale), value);
    }

    @Override
    public String toString() {
        return "[personal]";
    }
}
