package de.buergerkiosk.central.appointment;

import de.buergerkiosk.contract.json.CanonicalJson;
import de.buergerkiosk.contract.json.Checks;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/**
 * What a kiosk asks for.
 *
 * @param id chosen by the kiosk, new for each wish and the same for each repetition of it
 */
public record Wish(
        UUID id, String kiosk, String venue, String service, Instant start, String language) {
    public Wish {
        Checks.slug("venue", venue);
        Checks.slug("service", service);
        Checks.matching("language", Contact.LANGUAGE, language);
    }

    /** SHA-256 over everything but the number: tells a repetition from another wish. */
    public String digest() {
        var all = String.join("\n", kiosk, venue, service, start.toString(), language);
        return CanonicalJson.sha256(all.getBytes(StandardCharsets.UTF_8));
    }
}
