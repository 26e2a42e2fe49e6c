package de.buergerkiosk.central.desk;

import de.buergerkiosk.central.audit.AuditEntry;
import de.buergerkiosk.central.audit.AuditTrail;
import de.buergerkiosk.central.fleet.Enrolments;
import de.buergerkiosk.central.fleet.Entry;
import de.buergerkiosk.central.fleet.Kiosk;
import de.buergerkiosk.central.fleet.KioskBook;
import de.buergerkiosk.central.people.Person;
import de.buergerkiosk.contract.json.CanonicalJson;
import de.buergerkiosk.contract.json.MalformedDocument;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.InstantSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** For admins: which kiosks there are, and codes with which machines become them. */
@RestController
final class KioskScripts {
    private final KioskBook kiosks;
    private final Enrolments enrolments;
    private final Entry entry;
    private final AuditTrail audit;
    private final InstantSource clock;

    KioskScripts(
            KioskBook kiosks,
            Enrolments enrolments,
            Entry entry,
            AuditTrail audit,
            InstantSource clock) {
        this.kiosks = kiosks;
        this.enrolments = enrolments;
        this.entry = entry;
        this.audit = audit;
        this.clock = clock;
    }

    /** {@code {"site":"town-hall","groups":["lobby"]}}: makes a kiosk known, or moves it. */
    @PutMapping("/api/fleet/kiosks/{id}")
    ResponseEntity<byte[]> put(
            @AuthenticationPrincipal Person admin,
            @PathVariable String id,
            HttpServletRequest request)
            throws IOException {
        try {
            var fields = Replies.document(request);
            var kiosk = new Kiosk(id, fields.text("site"), fields.texts("groups"));
            fields.end();
            kiosks.put(kiosk, admin.name(), clock.instant());
            note(admin, "kiosk-placed", id, kiosk.site() + " " + kiosk.groups());
            return Replies.ok(json(kiosk));
        } catch (MalformedDocument e) {
            return Replies.malformed(e);
        }
    }

    @GetMapping("/api/fleet/kiosks/{id}")
    ResponseEntity<byte[]> show(@PathVariable String id) {
        return kiosks.find(id)
                .map(kiosk -> Replies.ok(json(kiosk)))
                .orElseGet(() -> Replies.unknown("there is no kiosk of this name"));
    }

    /** Shuts the device door to the machine; the kiosk stays, for a new enrolment. */
    @DeleteMapping("/api/fleet/kiosks/{id}/certificate")
    ResponseEntity<byte[]> deny(@AuthenticationPrincipal Person admin, @PathVariable String id) {
        if (!kiosks.deny(id)) {
            return Replies.unknown("there is no kiosk of this name");
        }
        note(admin, "certificate-denied", id, "");
        return Replies.ok(CanonicalJson.object().put("kiosk", id).put("denied", true));
    }

    /** A fresh code; shown once, kept as a hash. */
    @PostMapping("/api/fleet/kiosks/{id}/enrolment")
    ResponseEntity<byte[]> mint(@AuthenticationPrincipal Person admin, @PathVariable String id) {
        var kiosk = kiosks.find(id);
        if (kiosk.isEmpty()) {
            return Replies.unknown("there is no kiosk of this name; put it first");
        }
        var minted = enrolments.mint(kiosk.get(), admin.name());
        var code = minted.code().printed();
        var json = CanonicalJson.object().put("kiosk", id).put("code", code);
        json.put("centre", entry.address().toString())
                .put("fingerprint", entry.fingerprint())
                .put("expires", CanonicalJson.time(minted.expires()))
                .put("command", entry.command(minted.code()))
                .put("qr", entry.qr(minted.code()))
                .put("qrSvg", QrSvg.of(entry.qr(minted.code())));
        return Replies.json(HttpStatus.CREATED, json);
    }

    private static ObjectNode json(Kiosk kiosk) {
        var json = CanonicalJson.object().put("kiosk", kiosk.id()).put("site", kiosk.site());
        var groups = json.putArray("groups");
        kiosk.groups().forEach(groups::add);
        return json;
    }

    private void note(Person admin, String event, String subject, String detail) {
        audit.append(new AuditEntry(clock.instant(), admin.name(), event, subject, detail));
    }
}
