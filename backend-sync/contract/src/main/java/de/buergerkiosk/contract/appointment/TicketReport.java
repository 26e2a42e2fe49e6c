package de.buergerkiosk.contract.appointment;

import de.buergerkiosk.contract.json.CanonicalJson;
import de.buergerkiosk.contract.json.Checks;
import de.buergerkiosk.contract.json.Fields;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A waiting number that a kiosk has given out. The kiosk sends it under a number of its own.
 *
 * @param takenAt by the kiosk's clock
 */
public record TicketReport(
        String venue, LocalDate day, int number, String service, Instant takenAt) {
    public static final int NUMBER_MAX = 9_999;

    public TicketReport {
        Checks.slug("venue", venue);
        Checks.slug("service", service);
        Checks.between("number", number, 1, NUMBER_MAX);
    }

    /** {@code {"v":1,…}}. */
    public byte[] json() {
        return CanonicalJson.bytes(
                CanonicalJson.object()
                        .put("v", 1)
                        .put("venue", venue)
                        .put("day", day.toString())
                        .put("number", number)
                        .put("service", service)
                        .put("takenAt", CanonicalJson.time(takenAt)));
    }

    /** Reads what {@link #json} wrote; the version is read already. */
    public static TicketReport of(Fields fields) {
        var report =
                new TicketReport(
                        fields.text("venue"),
                        fields.localDate("day"),
                        fields.smallNumber("number"),
                        fields.text("service"),
                        fields.instant("takenAt"));
        fields.end();
        return report;
    }
}
