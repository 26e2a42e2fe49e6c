package de.buergerkiosk.payment.zvt.pay;

import de.buergerkiosk.ports.Fault;
import de.buergerkiosk.ports.payment.PaymentOutcome;
import de.buergerkiosk.ports.payment.PaymentProof;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The outcome of one payment, as a document or as lines for people.
 *
 * @param reference may be empty where none was given
 * @param amountCents what was to be paid
 */
public record Answer(String reference, long amountCents, PaymentOutcome outcome) {
    static Answer failed(String reference, long amountCents, Fault fault) {
        return new Answer(reference, amountCents, new PaymentOutcome.Failed(fault));
    }

    public boolean isApproved() {
        return outcome instanceof PaymentOutcome.Approved;
    }

    public boolean isUnclear() {
        return outcome instanceof PaymentOutcome.Unclear;
    }

    /** As in the document: {@code approved}. */
    public String outcomeName() {
        return outcome.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    ObjectNode json() {
        ObjectNode json = JsonMapper.shared().createObjectNode();
        json.put("outcome", outcomeName());
        json.put("reference", reference);
        json.put("amountCents", amountCents);
        json.putNull("receiptNumber");
        json.putNull("traceNumber");
        json.putNull("reason");
        ObjectNode receipts = json.putObject("receipts");
        ArrayNode customer = receipts.putArray("customer");
        ArrayNode merchant = receipts.putArray("merchant");
        switch (outcome) {
            case PaymentOutcome.Approved(var proof) -> {
                put(json, proof);
                fill(customer, proof.customerReceipt());
                fill(merchant, proof.merchantReceipt());
            }
            case PaymentOutcome.Declined(int code, String reason) -> {
                json.put("reason", "%02X %s".formatted(code, reason));
                json.put("resultCode", code);
            }
            case PaymentOutcome.Cancelled(String reason) -> json.put("reason", reason);
            case PaymentOutcome.Failed(var fault) -> put(json, fault);
            case PaymentOutcome.Unclear(var fault) -> put(json, fault);
        }
        return json;
    }

    /** What was booked, which may be less than ordered. */
    private static void put(ObjectNode json, PaymentProof proof) {
        json.put("amountCents", proof.amountCents());
        json.put("receiptNumber", proof.receiptNumber());
        json.put("traceNumber", proof.traceNumber());
        json.put("terminalId", proof.terminalId());
        json.put("cardName", proof.cardName());
        json.put("maskedPan", proof.maskedPan());
        json.put("bookedAt", proof.bookedAt().toString());
    }

    private static void fill(ArrayNode array, List<String> lines) {
        lines.forEach(array::add);
    }

    private static void put(ObjectNode json, Fault fault) {
        json.put("code", fault.code());
        json.put("reason", told(fault));
    }

    String text() {
        String head =
                String.format(
                        Locale.ROOT,
                        "%s  %s  EUR %d.%02d",
                        outcomeName(),
                        reference,
                        amountCents / 100,
                        Math.abs(amountCents % 100));
        return switch (outcome) {
            case PaymentOutcome.Approved(var proof) ->
                    head
                            + "  receipt "
                            + proof.receiptNumber()
                            + "  trace "
                            + proof.traceNumber()
                            + "\n"
                            + String.join("\n", proof.customerReceipt());
            case PaymentOutcome.Declined(int code, String reason) ->
                    head + "  %02X %s".formatted(code, reason);
            case PaymentOutcome.Cancelled(String reason) -> head + "  " + reason;
            case PaymentOutcome.Failed(var fault) -> head + "  " + told(fault);
            case PaymentOutcome.Unclear(var fault) -> head + "  " + told(fault);
        };
    }

    private static String told(Fault fault) {
        return fault.code() + ": " + fault.detail();
    }
}
