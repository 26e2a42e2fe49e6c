package de.buergerkiosk.central;

import de.buergerkiosk.agent.enrol.Enrolling;
import de.buergerkiosk.contract.fleet.Applied;
import de.buergerkiosk.contract.fleet.EnrolmentCode;
import de.buergerkiosk.contract.fleet.Heartbeat;
import de.buergerkiosk.contract.fleet.RollingHash;
import de.buergerkiosk.contract.json.CanonicalJson;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Machines that are kiosks of the running centre: they enrol, take bundles and say how they are. */
final class FleetOfTests {
    private FleetOfTests() {}

    /** A machine that enrolled with a code. */
    static Member enrolled(Path folder, String centre, String code) throws Exception {
        var done =
                new Enrolling(folder, InstantSource.system(), new SecureRandom())
                        .enrol(URI.create(centre), EnrolmentCode.parse(code).orElseThrow());
        return new Member(done.kit());
    }

    /** The same, with a code that the desk gave to scripts. */
    static Member enrolled(Path folder, AdminDesk desk, String id, String site, String group)
            throws Exception {
        var minted = desk.code(id, site, group);
        return enrolled(
                folder, minted.get("centre").stringValue(), minted.get("code").stringValue());
    }

    /** One kiosk, with what it believes to have. */
    static final class Member {
        private final Path kit;
        private long beats;
        private long version;
        private String digest = "";

        Member(Path kit) {
            this.kit = kit;
        }

        /** Hears what it is to be, and says that it is. */
        void takesOver(String settings) throws Exception {
            hears();
            says("good", "", settings);
        }

        /** Hears what it is to be, and says why it will not be that. */
        void refuses(String why) throws Exception {
            hears();
            says("refused", why, "{}");
        }

        private void hears() throws Exception {
            try (var kiosk = new TestKiosk(kit)) {
                var answer = kiosk.send("GET", "/v1/desired?have=" + version + "&wait=20", "");
                check(200, answer.statusCode(), answer.body());
                var desired = CanonicalJson.read(answer.body(), 10_000);
                version = desired.get("version").longValue();
                digest = desired.get("digest").stringValue();
            }
        }

        private void says(String state, String detail, String settings) throws Exception {
            var applied =
                    new Applied(
                            version,
                            digest,
                            state,
                            detail,
                            CanonicalJson.read(settings, 100_000),
                            Instant.now());
            send("PUT", "/v1/applied", applied.json(), 204);
        }

        /** One heartbeat with a printer in this state. */
        void beats(String printerState, String printerCode) throws Exception {
            beats++;
            var beat =
                    new Heartbeat(
                            "boot",
                            beats,
                            Instant.now(),
                            93_600,
                            "0.1.0",
                            "service",
                            new Heartbeat.Configuration(
                                    version, digest, version == 0 ? "own" : "good"),
                            List.of(
                                    new Heartbeat.Device("payment-terminal", "ready", ""),
                                    new Heartbeat.Device("printer", printerState, printerCode)),
                            new Heartbeat.Outbox(0, 0),
                            0,
                            RollingHash.START,
                            59,
                            41_200);
            send("POST", "/v1/heartbeats", beat.json(), 200);
        }

        private void send(String method, String path, byte[] body, int expected) throws Exception {
            try (var kiosk = new TestKiosk(kit)) {
                var answer = kiosk.send(method, path, new String(body, StandardCharsets.UTF_8));
                check(expected, answer.statusCode(), answer.body());
            }
        }

        private static void check(int expected, int status, String body) {
            if (status != expected) {
                throw new AssertionError(status + " " + body);
            }
        }
    }
}
