package de.buergerkiosk.central.audit;

import de.buergerkiosk.contract.json.CanonicalJson;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Something that somebody may have to answer for later. It holds no personal data of citizens.
 *
 * @param actor a person of the desk, a kiosk such as {@code kiosk:kiosk-demo}, or the centre itself
 * @param event such as {@code filing-received}
 * @param subject what it is about: a filing's number, a name; may be empty
 * @param detail more for the auditor; may be empty
 */
public record AuditEntry(Instant at, String actor, String event, String subject, String detail) {
    public AuditEntry {
        at = at.truncatedTo(ChronoUnit.MILLIS);
    }

    /** The link: SHA-256 over position, the hash before, and the entry in canonical JSON. */
    public String hash(long position, String before) {
        var json = CanonicalJson.object();
        json.put("position", position);
        json.put("before", before);
        json.put("at", CanonicalJson.time(at));
        json.put("actor", actor);
        json.put("event", event);
        json.put("subject", subject);
        json.put("detail", detail);
        return CanonicalJson.sha256(CanonicalJson.bytes(json));
    }
}
