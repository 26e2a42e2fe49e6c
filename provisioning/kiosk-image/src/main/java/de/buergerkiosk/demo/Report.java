package de.buergerkiosk.demo;

import de.buergerkiosk.contract.filing.PaymentRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What a scripted visit came to: {@code report.json}. */
record Report(
        String service,
        Optional<String> filingId,
        List<ScriptedVisit.Shot> pages,
        int touches,
        Optional<PaymentRecord> payment,
        String print,
        Delivery delivery,
        Desk desk,
        long durationMillis,
        Optional<String> trouble) {

    /** Where the filing is, and whether the centre's receipt verified. */
    record Delivery(String state, boolean receiptVerified) {}

    /** What the desk shows. */
    record Desk(String url, int filings) {}

    /** Only a visit of which everything arrived is a success. */
    boolean everythingArrived() {
        return trouble.isEmpty()
                && delivery.state().equals("acknowledged")
                && delivery.receiptVerified()
                && print.equals("printed")
                && payment.filter(p -> !(p instanceof PaymentRecord.Unclear)).isPresent()
                && desk.filings() > 0;
    }

    ObjectNode json() {
        var json = JsonMapper.shared().createObjectNode();
        json.put("service", service);
        filingId.ifPresent(id -> json.put("filingId", id));
        var list = json.putArray("pages");
        pages.forEach(page ->
                list.addObject()
                        .put("name", page.name())
                        .put("picture", page.picture())
                        .put("millis", page.millis()));
        json.put("touches", touches);
        payment.ifPresent(record -> json.set("payment", payment(record)));
        json.putObject("print").put("outcome", print);
        json.putObject("delivery")
                .put("state", delivery.state())
                .put("receiptVerified", delivery.receiptVerified());
        json.putObject("desk").put("url", desk.url()).put("filings", desk.filings());
        json.put("durationMillis", durationMillis);
        trouble.ifPresent(text -> json.put("trouble", text));
        return json;
    }

    private static ObjectNode payment(PaymentRecord record) {
        var json = JsonMapper.shared().createObjectNode();
        return switch (record) {
            case PaymentRecord.NothingDue() -> json.put("outcome", "nothing-due");
            case PaymentRecord.Paid paid ->
                    json.put("outcome", "approved")
                            .put("amountCents", paid.amountCents())
                            .put("receiptNumber", String.valueOf(paid.receiptNumber()))
                            .put("traceNumber", paid.traceNumber())
                            .put("terminalId", paid.terminalId())
                            .put("reference", paid.reference());
            case PaymentRecord.Unclear unclear ->
                    json.put("outcome", "unclear")
                            .put("amountCents", unclear.amountCents())
                            .put("reference", unclear.reference());
        };
    }

    void write(Path out) throws IOException {
        Files.createDirectories(out);
        Files.writeString(
                out.resolve("report.json"),
                JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(json())
                        + "\n");
    }
}
