package de.buergerkiosk.central.desk;

import de.buergerkiosk.central.audit.AuditEntry;
import de.buergerkiosk.central.audit.AuditTrail;
import de.buergerkiosk.central.fleet.Kiosk;
import de.buergerkiosk.central.fleet.KioskBook;
import de.buergerkiosk.central.people.Person;
import de.buergerkiosk.central.watch.Incident;
import de.buergerkiosk.central.watch.WatchBook;
import de.buergerkiosk.contract.fleet.Heartbeat;
import de.buergerkiosk.contract.json.CanonicalJson;
import de.buergerkiosk.contract.json.Checks;
import de.buergerkiosk.contract.json.MalformedDocument;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** For admins: how the kiosks are, and what somebody has to look at. */
@RestController
final class WatchScripts {
    private static final int INCIDENTS_MAX = 500;
    private static final int NOTE_CHARACTERS_MAX = 300;

    private final KioskBook kiosks;
    private final WatchBook watch;
    private final AuditTrail audit;
    private final InstantSource clock;

    WatchScripts(KioskBook kiosks, WatchBook watch, AuditTrail audit, InstantSource clock) {
        this.kiosks = kiosks;
        this.watch = watch;
        this.audit = audit;
        this.clock = clock;
    }

    /** All kiosks, with the age of the last heartbeat where there is one. */
    @GetMapping("/api/fleet/kiosks")
    ResponseEntity<byte[]> kiosks() {
        var json = CanonicalJson.object();
        var array = json.putArray("kiosks");
        kiosks.all().forEach(kiosk -> array.add(json(kiosk)));
        return Replies.ok(json);
    }

    private ObjectNode json(Kiosk kiosk) {
        var json = CanonicalJson.object().put("kiosk", kiosk.id()).put("site", kiosk.site());
        var groups = json.putArray("groups");
        kiosk.groups().forEach(groups::add);
        watch.heard(kiosk.id())
                .ifPresent(heard -> {
                    var age = Duration.between(heard.at(), clock.instant());
                    json.put("heardAt", CanonicalJson.time(heard.at()));
                    json.put("ageSeconds", age.toSeconds());
                    json.set(
                            "heartbeat",
                            CanonicalJson.read(heard.beat().json(), Heartbeat.BYTES_MAX));
                });
        watch.wanted(kiosk.id())
                .ifPresent(want ->
                        json.putObject("desired")
                                .put("version", want.version())
                                .put("digest", want.digest())
                                .put("since", CanonicalJson.time(want.since())));
        watch.reported(kiosk.id())
                .ifPresent(reported ->
                        json.putObject("applied")
                                .put("version", reported.applied().version())
                                .put("state", reported.applied().state())
                                .put("detail", reported.applied().detail())
                                .put("at", CanonicalJson.time(reported.at())));
        var incidents = json.putArray("incidents");
        watch.open(kiosk.id()).forEach(each -> incidents.add(json(each)));
        return json;
    }

    /** {@code ?open=true} for those that are not over. */
    @GetMapping("/api/fleet/incidents")
    ResponseEntity<byte[]> incidents(@RequestParam(defaultValue = "false") boolean open) {
        var json = CanonicalJson.object();
        var array = json.putArray("incidents");
        watch.newest(open, INCIDENTS_MAX).forEach(each -> array.add(json(each)));
        return Replies.ok(json);
    }

    /** {@code {"note":"…"}}: somebody has seen it. */
    @PostMapping("/api/fleet/incidents/{id}/acknowledge")
    ResponseEntity<byte[]> acknowledge(
            @AuthenticationPrincipal Person admin,
            @PathVariable long id,
            HttpServletRequest request)
            throws IOException {
        try {
            var fields = Replies.document(request);
            var note =
                    Checks.text(
                            "note", fields.textIfPresent("note").orElse(""), NOTE_CHARACTERS_MAX);
            fields.end();
            var now = clock.instant();
            if (!watch.acknowledge(id, new Incident.Seen(admin.name(), now, note))) {
                return Replies.unknown("there is no such incident that nobody has seen");
            }
            audit.append(
                    new AuditEntry(
                            now, admin.name(), "incident-acknowledged", "incident/" + id, note));
            return Replies.ok(CanonicalJson.object().put("id", id).put("acknowledged", true));
        } catch (MalformedDocument e) {
            return Replies.malformed(e);
        }
    }

    private static ObjectNode json(Incident incident) {
        var json = CanonicalJson.object().put("id", incident.id()).put("kiosk", incident.kiosk());
        json.put("kind", incident.kind().word())
                .put("subject", incident.subject())
                .put("detail", incident.detail())
                .put("openedAt", CanonicalJson.time(incident.opened()));
        incident.resolved().ifPresent(at -> json.put("resolvedAt", CanonicalJson.time(at)));
        incident.seen()
                .ifPresent(seen ->
                        json.putObject("acknowledged")
                                .put("by", seen.by())
                                .put("at", CanonicalJson.time(seen.at()))
                                .put("note", seen.note()));
        return json;
    }
}
