package de.buergerkiosk.central.desk;

import de.buergerkiosk.central.people.Person;
import de.buergerkiosk.central.rollout.Audience;
import de.buergerkiosk.central.rollout.Release;
import de.buergerkiosk.central.rollout.Rollouts;
import de.buergerkiosk.contract.json.CanonicalJson;
import de.buergerkiosk.contract.json.MalformedDocument;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** For admins: releases to a group first, then to all; stopping them, and going back. */
@RestController
final class ReleaseScripts {
    private final Rollouts rollouts;

    ReleaseScripts(Rollouts rollouts) {
        this.rollouts = rollouts;
    }

    @GetMapping("/api/fleet/releases")
    ResponseEntity<byte[]> list() {
        var json = CanonicalJson.object();
        var array = json.putArray("releases");
        rollouts.newest().forEach(each -> array.add(json(each)));
        return Replies.ok(json);
    }

    /** {@code {"to":"group:lobby","note":"…"}}: the layers as they are now. */
    @PostMapping("/api/fleet/releases")
    ResponseEntity<byte[]> release(
            @AuthenticationPrincipal Person admin, HttpServletRequest request) throws IOException {
        try {
            var fields = Replies.document(request);
            var audience = Audience.parse(fields.text("to"));
            var note = fields.textIfPresent("note").orElse("");
            fields.end();
            return answer(rollouts.release(audience, note, admin.name()), HttpStatus.CREATED);
        } catch (MalformedDocument e) {
            return Replies.malformed(e);
        }
    }

    /** {@code {"to":"all","note":"…"}}: the same release to more kiosks. */
    @PostMapping("/api/fleet/releases/{number}/widen")
    ResponseEntity<byte[]> widen(
            @AuthenticationPrincipal Person admin,
            @PathVariable long number,
            HttpServletRequest request)
            throws IOException {
        try {
            var fields = Replies.document(request);
            var audience = Audience.parse(fields.text("to"));
            var note = fields.textIfPresent("note").orElse("");
            fields.end();
            return answer(rollouts.widen(number, audience, note, admin.name()), HttpStatus.OK);
        } catch (MalformedDocument e) {
            return Replies.malformed(e);
        }
    }

    /** {@code {"note":"…"}}, or nothing. */
    @PostMapping("/api/fleet/releases/{number}/stop")
    ResponseEntity<byte[]> stop(
            @AuthenticationPrincipal Person admin,
            @PathVariable long number,
            HttpServletRequest request)
            throws IOException {
        try {
            return answer(rollouts.stop(number, note(request), admin.name()), HttpStatus.OK);
        } catch (MalformedDocument e) {
            return Replies.malformed(e);
        }
    }

    /** {@code {"note":"…"}}, or nothing. */
    @PostMapping("/api/fleet/releases/{number}/roll-back")
    ResponseEntity<byte[]> rollBack(
            @AuthenticationPrincipal Person admin,
            @PathVariable long number,
            HttpServletRequest request)
            throws IOException {
        try {
            return answer(rollouts.rollBack(number, note(request), admin.name()), HttpStatus.OK);
        } catch (MalformedDocument e) {
            return Replies.malformed(e);
        }
    }

    private static String note(HttpServletRequest request) throws IOException {
        var fields = Replies.document(request);
        var note = fields.textIfPresent("note").orElse("");
        fields.end();
        return note;
    }

    private static ResponseEntity<byte[]> answer(Rollouts.Outcome outcome, HttpStatus done) {
        return switch (outcome) {
            case Rollouts.Outcome.Done(var release, int kiosks) ->
                    Replies.json(done, json(release).put("kiosks", kiosks));
            case Rollouts.Outcome.Unknown() -> Replies.unknown("there is no such release");
            case Rollouts.Outcome.NotRunning(var release) ->
                    Replies.problem(
                            HttpStatus.CONFLICT,
                            "not-running",
                            "the release is " + word(release) + "; make a new one",
                            "");
            case Rollouts.Outcome.Nobody() ->
                    Replies.problem(
                            HttpStatus.CONFLICT,
                            "nobody-meant",
                            "no kiosk is meant that does not have it; put kiosks into the group or"
                                    + " at the site first",
                            "to");
            case Rollouts.Outcome.Impossible(String why) ->
                    Replies.problem(
                            HttpStatus.UNPROCESSABLE_CONTENT,
                            "impossible",
                            "the bundle cannot be made: " + why,
                            "");
        };
    }

    private static ObjectNode json(Release release) {
        return CanonicalJson.object()
                .put("number", release.number())
                .put("upToChange", release.upTo())
                .put("to", release.audience().text())
                .put("state", word(release))
                .put("note", release.note())
                .put("by", release.by())
                .put("at", CanonicalJson.time(release.at()));
    }

    private static String word(Release release) {
        return release.state().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
