package de.buergerkiosk.payment.zvt.journal;

import de.buergerkiosk.ports.payment.PaymentEntry;
import de.buergerkiosk.ports.payment.PaymentStep;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.zip.CRC32C;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One entry as a line of JSON. Its check is a CRC-32C over the check of the line before and the
 * line itself up to its check, so that a changed, missing or moved line shows.
 *
 * @param number from 1
 * @param check eight hex digits
 */
record JournalLine(long number, PaymentEntry entry, String check) {
    static final String FIRST_CHECK = "00000000";
    private static final String CHECK = ",\"check\":\"";

    /** Why a line is none. */
    static final class Broken extends Exception {
        private static final long serialVersionUID = 1L;

        Broken(String why) {
            super(why);
        }
    }

    static JournalLine after(long number, String checkBefore, PaymentEntry entry) {
        return new JournalLine(number, entry, check(checkBefore, body(number, entry)));
    }

    String text() {
        return body(number, entry) + CHECK + check + "\"}";
    }

    private static String body(long number, PaymentEntry entry) {
        var json = JsonMapper.shared().createObjectNode();
        json.put("seq", number);
        json.put("at", entry.at().toString());
        json.put("reference", entry.reference());
        json.put("step", entry.step().name());
        json.put("receiptNumber", entry.receiptNumber());
        json.put("detail", entry.detail());
        String text = JsonMapper.shared().writeValueAsString(json);
        return text.substring(0, text.length() - 1);
    }

    private static String check(String before, String body) {
        var crc = new CRC32C();
        crc.update(before.getBytes(StandardCharsets.US_ASCII));
        crc.update(body.getBytes(StandardCharsets.UTF_8));
        return "%08x".formatted(crc.getValue());
    }

    static JournalLine read(long number, String checkBefore, String text) throws Broken {
        int at = text.lastIndexOf(CHECK);
        if (at < 0) {
            throw new Broken("not a line of a payment journal");
        }
        String check = check(checkBefore, text.substring(0, at));
        if (!text.substring(at).equals(CHECK + check + "\"}")) {
            throw new Broken("changed, or a line before it is missing");
        }
        try {
            JsonNode json = JsonMapper.shared().readTree(text);
            if (json.path("seq").asLong(0) != number) {
                throw new Broken("number " + json.path("seq").asLong(0) + " instead of " + number);
            }
            var entry =
                    new PaymentEntry(
                            json.path("reference").asString(""),
                            PaymentStep.valueOf(json.path("step").asString("")),
                            Instant.parse(json.path("at").asString("")),
                            json.path("detail").asString(""),
                            json.path("receiptNumber").asInt(0));
            return new JournalLine(number, entry, check);
        } catch (JacksonException | IllegalArgumentException | DateTimeException wrong) {
            throw new Broken("not an entry of a payment journal");
        }
    }
}
