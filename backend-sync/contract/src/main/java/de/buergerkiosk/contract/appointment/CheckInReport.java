package de.buergerkiosk.contract.appointment;

import de.buergerkiosk.contract.json.CanonicalJson;
import de.buergerkiosk.contract.json.Checks;
import de.buergerkiosk.contract.json.Fields;
import de.buergerkiosk.contract.json.MalformedDocument;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Somebody with an appointment is there. What waits at the kiosk while the line is down names the
 * appointment by the hash of its code alone, so that a stolen disk holds no appointment of anybody.
 *
 * @param code as typed or scanned
 * @param codeDigest {@link AppointmentCode#digest}; one of the two is there
 * @param number of a block that this kiosk was lent
 * @param at by the kiosk's clock
 */
public record CheckInReport(
        Optional<String> code, Optional<String> codeDigest, String venue, int number, Instant at) {
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

    public CheckInReport {
        if (code.isPresent() == codeDigest.isPresent()) {
            throw new MalformedDocument("code", "is needed, or codeDigest instead of it");
        }
        codeDigest.ifPresent(digest -> Checks.matching("codeDigest", DIGEST, digest));
        Checks.slug("venue", venue);
        Checks.between("number", number, 1, TicketReport.NUMBER_MAX);
    }

    /** By the hash of the code. */
    public static CheckInReport of(AppointmentCode code, String venue, int number, Instant at) {
        return new CheckInReport(Optional.empty(), Optional.of(code.digest()), venue, number, at);
    }

    /** {@code {"v":1,…}}. */
    public byte[] json() {
        var json = CanonicalJson.object().put("v", 1);
        code.ifPresent(typed -> json.put("code", typed));
        codeDigest.ifPresent(digest -> json.put("codeDigest", digest));
        return CanonicalJson.bytes(
                json.put("venue", venue).put("number", number).put("at", CanonicalJson.time(at)));
    }

    /** Reads what {@link #json} wrote; the version is read already. */
    public static CheckInReport of(Fields fields) {
        var report =
                new CheckInReport(
                        fields.textIfPresent("code"),
                        fields.textIfPresent("codeDigest"),
                        fields.text("venue"),
                        fields.smallNumber("number"),
                        fields.instant("at"));
        fields.end();
        return report;
    }

    /** Whoever has the code has the appointment. */
    @Override
    public String toString() {
        return "CheckInReport[" + venue + " " + number + "]";
    }
}
