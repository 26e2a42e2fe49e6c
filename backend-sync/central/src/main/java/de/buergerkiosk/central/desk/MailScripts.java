package de.buergerkiosk.central.desk;

import de.buergerkiosk.central.audit.AuditEntry;
import de.buergerkiosk.central.audit.AuditTrail;
import de.buergerkiosk.central.mail.MailBook;
import de.buergerkiosk.central.people.Person;
import de.buergerkiosk.contract.json.CanonicalJson;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.BiPredicate;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** For admins: mails that did not get out as they should. Nobody's address is in it. */
@RestController
final class MailScripts {
    private static final int MAILS_MAX = 500;

    private final MailBook book;
    private final AuditTrail audit;
    private final InstantSource clock;

    MailScripts(MailBook book, AuditTrail audit, InstantSource clock) {
        this.book = book;
        this.audit = audit;
        this.clock = clock;
    }

    @GetMapping("/api/fleet/mails")
    ResponseEntity<byte[]> mails() {
        var tally = book.tally(clock.instant());
        var json = CanonicalJson.object();
        json.put("waiting", tally.waiting())
                .put("late", tally.late())
                .put("sent", tally.sent())
                .put("unclear", tally.unclear())
                .put("refused", tally.refused());
        var mails = json.putArray("mails");
        for (var mail : book.troubled(MAILS_MAX)) {
            mails.addObject()
                    .put("id", mail.id())
                    .put("kind", mail.kind())
                    .put("state", mail.state())
                    .put("attempts", mail.attempts())
                    .put("trouble", mail.trouble())
                    .put("dueAt", CanonicalJson.time(mail.due()));
        }
        return Replies.ok(json);
    }

    /** An unclear or refused one goes out once more, under the same Message-ID. */
    @PostMapping("/api/fleet/mails/{id}/again")
    ResponseEntity<byte[]> again(@AuthenticationPrincipal Person admin, @PathVariable long id) {
        return settle(admin, id, "mail-again", book::again);
    }

    /** Somebody has seen to it in another way. */
    @PostMapping("/api/fleet/mails/{id}/leave")
    ResponseEntity<byte[]> leave(@AuthenticationPrincipal Person admin, @PathVariable long id) {
        return settle(admin, id, "mail-left", book::leave);
    }

    private ResponseEntity<byte[]> settle(
            Person admin, long id, String event, BiPredicate<Long, Instant> change) {
        var now = clock.instant();
        if (!change.test(id, now)) {
            return Replies.problem(
                    HttpStatus.CONFLICT,
                    "not-stuck",
                    "there is no unclear or refused mail of this number; read the list again",
                    "");
        }
        audit.append(new AuditEntry(now, admin.name(), event, "mail/" + id, ""));
        return Replies.ok(CanonicalJson.object().put("id", id));
    }
}
