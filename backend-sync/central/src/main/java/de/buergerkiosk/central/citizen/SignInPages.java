package de.buergerkiosk.central.citizen;

import de.buergerkiosk.central.identity.SignInOutcome;
import de.buergerkiosk.central.identity.SignIns;
import de.buergerkiosk.central.throttle.Caller;
import de.buergerkiosk.contract.json.CanonicalJson;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Sign-in for "my applications" with the pseudonym of an ID card, in the citizen's own browser: to
 * the eID client on the same computer (TR-03124-1, 2.2) and back. The portal itself is not there yet;
 * {@code GET /portal/me} says whose browser it is.
 */
@RestController
final class SignInPages {
    private static final String CLIENT = "http://127.0.0.1:24727/eID-Client?tcTokenURL=";
    private static final Duration UNDERWAY = Duration.ofMinutes(6);
    private static final Duration SIGNED_IN = Duration.ofMinutes(15);

    private final SignIns signIns;

    SignInPages(SignIns signIns) {
        this.signIns = signIns;
    }

    @GetMapping("/sign-in")
    ResponseEntity<byte[]> offer() {
        return Page.withButton(
                "Melden Sie sich mit Ihrem Online-Ausweis an. Gelesen wird nur ein Pseudonym für"
                        + " diese Stadt, kein Name.",
                "Sign in with your online ID. Only a pseudonym for this city is read, no name.",
                "Weiter zum Ausweis · Go on with the ID card");
    }

    @PostMapping("/sign-in")
    ResponseEntity<byte[]> begin(HttpServletRequest request) throws InterruptedException {
        return begun(signIns.begin(Caller.at(request.getRemoteAddr())));
    }

    static ResponseEntity<byte[]> begun(SignInOutcome outcome) {
        return switch (outcome) {
            case SignInOutcome.Begun(var url, var secret) ->
                    ResponseEntity.status(HttpStatus.SEE_OTHER)
                            .location(
                                    URI.create(
                                            CLIENT
                                                    + URLEncoder.encode(
                                                            url.toString(),
                                                            StandardCharsets.UTF_8)))
                            .header(
                                    HttpHeaders.SET_COOKIE,
                                    cookie("sign-in", secret, "/sign-in", UNDERWAY))
                            .cacheControl(CacheControl.noStore())
                            .build();
            case SignInOutcome.TooOften(var pause) ->
                    later(
                            HttpStatus.TOO_MANY_REQUESTS,
                            pause,
                            "Von Ihrem Internet-Anschluss wurden zu viele Anmeldungen begonnen.",
                            "Too many sign-ins were begun from your Internet connection.");
            case SignInOutcome.TooMany(var pause) ->
                    later(
                            HttpStatus.SERVICE_UNAVAILABLE,
                            pause,
                            "Gerade melden sich zu viele Menschen zugleich an.",
                            "Too many people are signing in at the moment.");
            case SignInOutcome.SignedIn _, SignInOutcome.Refused _ ->
                    Page.answer(
                            HttpStatus.SERVICE_UNAVAILABLE,
                            "Die Ausweis-Prüfung ist gerade nicht erreichbar. Bitte versuchen Sie"
                                    + " es in ein paar Minuten wieder.",
                            "The ID check cannot be reached at the moment. Please try again in a"
                                    + " few minutes.");
        };
    }

    private static ResponseEntity<byte[]> later(
            HttpStatus status, Duration pause, String german, String english) {
        var minutes = pause.toMinutes() + 1;
        return Page.headers(ResponseEntity.status(status))
                .header(HttpHeaders.RETRY_AFTER, "" + (pause.toSeconds() + 1))
                .body(
                        Page.html(
                                "%s Bitte versuchen Sie es in %d %s wieder."
                                        .formatted(
                                                german,
                                                minutes,
                                                minutes == 1 ? "Minute" : "Minuten"),
                                "%s Please try again in %d %s."
                                        .formatted(
                                                english,
                                                minutes,
                                                minutes == 1 ? "minute" : "minutes")));
    }

    /** The refresh address: only for the browser that began. */
    @GetMapping("/sign-in/done")
    ResponseEntity<byte[]> done(
            @RequestParam(defaultValue = "") String id,
            @RequestParam(defaultValue = "") String proof,
            @CookieValue(name = "sign-in", defaultValue = "") String browserSecret)
            throws InterruptedException {
        UUID number;
        try {
            number = UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            return failed();
        }
        return switch (signIns.finish(number, proof, browserSecret)) {
            case SignInOutcome.SignedIn(_, var token) ->
                    Page.headers(ResponseEntity.ok())
                            .header(
                                    HttpHeaders.SET_COOKIE,
                                    cookie("sign-in", "", "/sign-in", Duration.ZERO),
                                    cookie("portal", token, "/portal", SIGNED_IN))
                            .body(Page.html("Sie sind angemeldet.", "You are signed in."));
            case SignInOutcome.Begun _,
                    SignInOutcome.TooOften _,
                    SignInOutcome.TooMany _,
                    SignInOutcome.Refused _ ->
                    failed();
        };
    }

    private static ResponseEntity<byte[]> failed() {
        return Page.answer(
                HttpStatus.FORBIDDEN,
                "Die Anmeldung hat nicht geklappt. Es wurde nichts gespeichert. Bitte beginnen Sie"
                        + " neu.",
                "The sign-in did not work. Nothing was stored. Please start again.");
    }

    /** {@code {"account":"…","v":1}}, or 401. */
    @GetMapping("/portal/me")
    ResponseEntity<byte[]> me(@CookieValue(name = "portal", defaultValue = "") String token) {
        return signIns.who(token)
                .map(account ->
                        ResponseEntity.ok()
                                .contentType(MediaType.APPLICATION_JSON)
                                .cacheControl(CacheControl.noStore())
                                .body(
                                        CanonicalJson.bytes(
                                                CanonicalJson.object()
                                                        .put("v", 1)
                                                        .put("account", account.toString()))))
                .orElseGet(() -> ResponseEntity.status(HttpStatus.UNAUTHORIZED).build());
    }

    @PostMapping("/portal/sign-out")
    ResponseEntity<byte[]> signOut(@CookieValue(name = "portal", defaultValue = "") String token) {
        signIns.signOut(token);
        return ResponseEntity.noContent()
                .header(HttpHeaders.SET_COOKIE, cookie("portal", "", "/portal", Duration.ZERO))
                .build();
    }

    private static String cookie(String name, String value, String path, Duration life) {
        return ResponseCookie.from(name, value)
                .httpOnly(true)
                .secure(true)
                .sameSite("Lax")
                .path(path)
                .maxAge(life)
                .build()
                .toString();
    }
}
