package de.buergerkiosk.central.desk;

import de.buergerkiosk.central.mail.StuckMails;
import de.buergerkiosk.central.people.Person;
import de.buergerkiosk.contract.json.CanonicalJson;
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
    private final StuckMails stuck;

    MailScripts(StuckMails stuck) {
        this.stuck = stuck;
    }

    @GetMapping("/api/fleet/mails")
    ResponseEntity<byte[]> mails() {
        var tally = stuck.tally();
        var json = CanonicalJson.object();
        json.put("waiting", tally.waiting())
                .put("late", tally.late())
                .put("sent", tally.sent())
                .put("unclear", tally.unclear())
                .put("refused", tally.refused());
        var mails = json.putArray("mails");
        for (var mail : stuck.list()) {
            mails.addObject()
                    .put("id", mail.id())
                    .put("kind", mail.kind())
                    .put("state", mail.state())
                    .put("attempts", mail.attempts())
                    .put("trouble", mail.trouble())
                    .put("dueAt", CanonicalJson.time(mail.due()))
                    .put("messageId", mail.messageId());
        }
        return Replies.ok(json);
    }

    @PostMapping("/api/fleet/mails/{id}/again")
    ResponseEntity<byte[]> again(@AuthenticationPrincipal Person admin, @PathVariable long id) {
        return decided(id, stuck.again(id, admin.name()));
    }

    @PostMapping("/api/fleet/mails/{id}/leave")
    ResponseEntity<byte[]> leave(@AuthenticationPrincipal Person admin, @PathVariable long id) {
        return decided(id, stuck.leave(id, admin.name()));
    }

    private static ResponseEntity<byte[]> decided(long id, boolean done) {
        return done
                ? Replies.ok(CanonicalJson.object().put("id", id))
                : Replies.problem(
                        HttpStatus.CONFLICT,
                        "not-stuck",
                        "there is no unclear or refused mail of this number; read the list again",
                        "");
    }
}
