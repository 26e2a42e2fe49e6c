package de.buergerkiosk.contract.appointment;

import de.buergerkiosk.contract.json.CanonicalJson;
import de.buergerkiosk.contract.json.Checks;
import de.buergerkiosk.contract.json.Fields;
import java.time.Instant;
import java.util.regex.Pattern;

/** A place that a citizen would like to have. The kiosk sends it under a number of its own. */
public record AppointmentWish(String venue, String service, Instant start, String language) {
    private static final Pattern LANGUAGE = Pattern.compile("de|en");

    public AppointmentWish {
        Checks.slug("venue", venue);
        Checks.slug("service", service);
        Checks.matching("language", LANGUAGE, language);
    }

    /** {@code {"v":1,…}}. */
    public byte[] json() {
        return CanonicalJson.bytes(
                CanonicalJson.object()
                        .put("v", 1)
                        .put("venue", venue)
                        .put("service", service)
                        .put("start", CanonicalJson.time(start))
                        .put("language", language));
    }

    /** Reads what {@link #json} wrote; the version is read already. */
    public static AppointmentWish of(Fields fields) {
        var wish =
                new AppointmentWish(
                        fields.text("venue"),
                        fields.text("service"),
                        fields.instant("start"),
                        fields.text("language"));
        fields.end();
        return wish;
    }
}
