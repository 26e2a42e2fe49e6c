package de.buergerkiosk.demo;

import de.buergerkiosk.contract.filing.PaymentRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a scripted visit came to: {@code report.json}. What does not exist is not in it: without a
 * filing there is no {@code filingId} and no {@code delivery}; {@code payment} is there once it is
 * settled or known to be unclear, {@code print} once a paper was tried, {@code desk} once the house
 * stood, {@code heartbeat} once the centre heard of the kiosk itself, {@code fleet} where one was
 * wished for. {@code service}, {@code pages}, {@code touches} and {@code durationMillis} are always
 * there; {@code trouble} is there exactly when not everything arrived.
 *
 * @param print {@code printed}, {@code halted} or {@code unknown}
 */
record Report(
        String service,
        Optional<String> filingId,
        List<ScriptedVisit.Shot> pages,
        int touches,
        Optional<PaymentRecord> payment,
        Optional<String> print,
        Optional<Delivery> delivery,
        Optional<Desk> desk,
        Optional<Heard> heard,
        long durationMillis,
        Optional<Fleet> fleet,
        Optional<String> trouble) {

    /** Virtual kiosks that were wished for, and of how many the centre has heard. */
    record Fleet(int kiosks, int beating) {}

    /**
     * Where the filing is, and whether the centre's receipt verified.
     *
     * @param state {@code held}, {@code queued}, {@code acknowledged} or {@code rejected}; {@code
     *     void} where the payment failed and the office must not get it
     */
    record Delivery(String state, boolean receiptVerified) {}

    /** What the desk shows. */
    record Desk(String url, int filings) {}

    Report {
        pages = List.copyOf(pages);
        trouble = trouble.or(missing(payment, print, delivery, desk, heard));
    }

    /** The house did not stand, or nobody could be let in. */
    static Report withoutVisit(String service, String trouble) {
        return new Report(
                service,
                Optional.empty(),
                List.of(),
                0,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                0,
                Optional.empty(),
                Optional.of(trouble));
    }

    /** The same with that trouble. */
    Report but(String what) {
        return new Report(
                service,
                filingId,
                pages,
                touches,
                payment,
                print,
                delivery,
                desk,
                heard,
                durationMillis,
                fleet,
                Optional.of(what));
    }

    /** The same with a fleet beside it; one that is not heard whole is a trouble. */
    Report with(Fleet beside) {
        var silent = beside.kiosks() - beside.beating();
        return new Report(
                service,
                filingId,
                pages,
                touches,
                payment,
                print,
                delivery,
                desk,
                heard,
                durationMillis,
                Optional.of(beside),
                silent == 0
                        ? trouble
                        : trouble.or(
                                () -> Optional.of(silent + " virtual kiosks were never heard")));
    }

    /** Only a visit of which everything arrived is a success. */
    boolean everythingArrived() {
        return trouble.isEmpty();
    }

    private static Supplier<Optional<String>> missing(
            Optional<PaymentRecord> payment,
            Optional<String> print,
            Optional<Delivery> delivery,
            Optional<Desk> desk,
            Optional<Heard> heard) {
        return () -> {
            var missing = new ArrayList<String>();
            if (payment.isEmpty() || payment.get() instanceof PaymentRecord.Unclear) {
                missing.add("the payment is not settled");
            }
            if (!print.equals(Optional.of("printed"))) {
                missing.add("the paper is not printed: " + print.orElse("not tried"));
            }
            if (!delivery.equals(Optional.of(new Delivery("acknowledged", true)))) {
                missing.add(
                        "the filing is not at the centre: "
                                + delivery.map(Object::toString).orElse("nothing was filed"));
            }
            if (desk.filter(d -> d.filings() > 0).isEmpty()) {
                missing.add("the desk shows no filing");
            }
            if (heard.isEmpty()) {
                missing.add(Heard.NEVER);
            }
            return missing.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", missing));
        };
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
        print.ifPresent(outcome -> json.putObject("print").put("outcome", outcome));
        delivery.ifPresent(d ->
                json.putObject("delivery")
                        .put("state", d.state())
                        .put("receiptVerified", d.receiptVerified()));
        desk.ifPresent(d -> json.putObject("desk").put("url", d.url()).put("filings", d.filings()));
        heard.ifPresent(h -> h.write(json));
        json.put("durationMillis", durationMillis);
        fleet.ifPresent(
                f -> json.putObject("fleet").put("kiosks", f.kiosks()).put("beating", f.beating()));
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
            case PaymentRecord.PaidOnPage paid ->
                    json.put("outcome", "paid-on-page")
                            .put("amountCents", paid.amountCents())
                            .put("transactionId", paid.transactionId())
                            .put("reference", paid.reference());
            case PaymentRecord.Invoiced invoiced ->
                    json.put("outcome", "invoiced")
                            .put("amountCents", invoiced.amountCents())
                            .put("dueOn", invoiced.dueOn().toString())
                            .put("reference", invoiced.reference());
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
