package de.buergerkiosk.contract.appointment;

import de.buergerkiosk.contract.json.CanonicalJson;
import de.buergerkiosk.contract.json.Checks;
import de.buergerkiosk.contract.json.Fields;
import de.buergerkiosk.contract.json.MalformedDocument;
import java.time.LocalDate;

/** Waiting numbers of one day that only this kiosk gives out, from the first to the last. */
public record LentNumbers(String venue, LocalDate day, int first, int last) {
    private static final int BYTES_MAX = 4 << 10;

    public LentNumbers {
        Checks.slug("venue", venue);
        Checks.between("first", first, 1, TicketReport.NUMBER_MAX);
        Checks.between("last", last, first, TicketReport.NUMBER_MAX);
    }

    /** {@code {"v":1,…}}. */
    public byte[] json() {
        return CanonicalJson.bytes(
                CanonicalJson.object()
                        .put("v", 1)
                        .put("venue", venue)
                        .put("day", day.toString())
                        .put("first", first)
                        .put("last", last));
    }

    /**
     * Reads strictly.
     *
     * @throws MalformedDocument naming the field
     */
    public static LentNumbers parse(byte[] bytes) {
        var fields = Fields.of(CanonicalJson.read(bytes, BYTES_MAX)).version(1);
        var lent =
                new LentNumbers(
                        fields.text("venue"),
                        fields.localDate("day"),
                        fields.smallNumber("first"),
                        fields.smallNumber("last"));
        fields.end();
        return lent;
    }

    /** The request for them. */
    public static byte[] wish(String venue, LocalDate day) {
        return CanonicalJson.bytes(
                CanonicalJson.object().put("v", 1).put("venue", venue).put("day", day.toString()));
    }
}
