package de.buergerkiosk.central.device;

import de.buergerkiosk.central.rollout.Desired;
import de.buergerkiosk.central.rollout.Desires;
import de.buergerkiosk.central.rollout.RolloutBook;
import de.buergerkiosk.central.watch.WatchBook;
import de.buergerkiosk.contract.fleet.Applied;
import de.buergerkiosk.contract.fleet.Heartbeat;
import de.buergerkiosk.contract.json.CanonicalJson;
import de.buergerkiosk.contract.json.MalformedDocument;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.random.RandomGenerator;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** What a kiosk is to be, and what it says about itself. */
@RestController
final class FleetDoor {
    static final int WAIT_SECONDS_MAX = 55;

    /** Whoever is turned away comes back spread over this time. */
    private static final int RETRY_SECONDS_MIN = 5;

    private static final int RETRY_SECONDS_SPREAD = 25;
    private static final int BEAT_SECONDS = 60;
    private static final String JSON = MediaType.APPLICATION_JSON_VALUE;

    private final Desires desires;
    private final RolloutBook bundles;
    private final WatchBook watch;
    private final RandomGenerator chance;
    private final InstantSource clock;

    FleetDoor(
            Desires desires,
            RolloutBook bundles,
            WatchBook watch,
            RandomGenerator chance,
            InstantSource clock) {
        this.desires = desires;
        this.bundles = bundles;
        this.watch = watch;
        this.chance = chance;
        this.clock = clock;
    }

    /**
     * What this kiosk is to be, if that is newer than version {@code have}; waits up to {@code wait}
     * seconds for it. 204: nothing newer.
     */
    @GetMapping("/v1/desired")
    ResponseEntity<?> desired(
            HttpServletRequest request,
            @RequestParam(defaultValue = "0") long have,
            @RequestParam(defaultValue = "0") int wait)
            throws InterruptedException {
        if (have < 0 || wait < 0 || wait > WAIT_SECONDS_MAX) {
            return Answers.malformed("wait", "must be 0 to 55 seconds, and have 0 or more");
        }
        return switch (desires.await(Caller.of(request), have, Duration.ofSeconds(wait))) {
            case Desires.Answer.Newer(var newer) -> Answers.json(HttpStatus.OK, json(newer));
            case Desires.Answer.Nothing() -> ResponseEntity.noContent().build();
            case Desires.Answer.Full() -> full();
        };
    }

    private ResponseEntity<?> full() {
        var pause = RETRY_SECONDS_MIN + chance.nextInt(RETRY_SECONDS_SPREAD);
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, "" + pause)
                .body(
                        DeviceProblems.problem(
                                HttpStatus.SERVICE_UNAVAILABLE,
                                "full",
                                "as many kiosks wait here as may; ask without waiting, or later"));
    }

    /** The bundle that this kiosk is to take, and no other. */
    @GetMapping("/v1/bundles/{digest}")
    ResponseEntity<?> bundle(HttpServletRequest request, @PathVariable String digest) {
        var own = desires.of(Caller.of(request)).filter(each -> each.digest().equals(digest));
        return own.flatMap(each -> bundles.bundle(each.digest()))
                .<ResponseEntity<?>>map(bytes ->
                        ResponseEntity.ok()
                                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                                .body(bytes))
                .orElseGet(() ->
                        Answers.problem(
                                HttpStatus.NOT_FOUND,
                                "unknown-bundle",
                                "this kiosk is not to take this bundle; ask what it is to take"));
    }

    /** Durable when answered; the answer says what the kiosk is to be, for those that never wait. */
    @PostMapping(path = "/v1/heartbeats", consumes = JSON)
    ResponseEntity<?> beat(HttpServletRequest request) throws IOException {
        try {
            var body = request.getInputStream().readNBytes(Heartbeat.BYTES_MAX + 1);
            var beat = Heartbeat.parse(body);
            var kiosk = Caller.of(request);
            if (!watch.keep(kiosk, beat, clock.instant())) {
                return unknownKiosk();
            }
            var json = CanonicalJson.object().put("v", 1).put("everySeconds", BEAT_SECONDS);
            json.put("at", CanonicalJson.time(clock.instant()));
            desires.of(kiosk)
                    .filter(each -> each.version() > 0)
                    .ifPresent(each -> json.set("desired", json(each)));
            return Answers.json(HttpStatus.OK, json);
        } catch (MalformedDocument e) {
            return Answers.malformed(e.field(), e.problem());
        }
    }

    /** What became of a bundle; a kiosk counts its bundle as good only after this was answered. */
    @PutMapping(path = "/v1/applied", consumes = JSON)
    ResponseEntity<?> applied(HttpServletRequest request) throws IOException {
        try {
            var applied = Applied.parse(request.getInputStream().readNBytes(Applied.BYTES_MAX + 1));
            return watch.keep(Caller.of(request), applied, clock.instant())
                    ? ResponseEntity.noContent().build()
                    : unknownKiosk();
        } catch (MalformedDocument e) {
            return Answers.malformed(e.field(), e.problem());
        }
    }

    private static ResponseEntity<?> unknownKiosk() {
        return Answers.problem(
                HttpStatus.FORBIDDEN,
                "unknown-kiosk",
                "the centre has no kiosk of this name; enrol it with a code of this centre");
    }

    private static ObjectNode json(Desired desired) {
        return CanonicalJson.object()
                .put("v", 1)
                .put("version", desired.version())
                .put("digest", desired.digest());
    }
}
