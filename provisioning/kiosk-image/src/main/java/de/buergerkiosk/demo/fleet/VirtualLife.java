package de.buergerkiosk.demo.fleet;

import de.buergerkiosk.contract.bundle.Bundle;
import de.buergerkiosk.contract.bundle.BundleFile;
import de.buergerkiosk.contract.bundle.BundlePath;
import de.buergerkiosk.contract.bundle.BundleVerdict;
import de.buergerkiosk.contract.bundle.BundleVerifier;
import de.buergerkiosk.contract.bundle.Expectation;
import de.buergerkiosk.contract.bundle.Root;
import de.buergerkiosk.contract.fleet.Applied;
import de.buergerkiosk.contract.fleet.Heartbeat;
import de.buergerkiosk.contract.fleet.RollingHash;
import de.buergerkiosk.contract.json.CanonicalJson;
import de.buergerkiosk.courier.KioskKit;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import tools.jackson.databind.node.ObjectNode;

/**
 * One virtual kiosk from its enrolment until it is interrupted: on one kept connection it says how it
 * is, waits for news, verifies what it takes, and says what became of it.
 */
final class VirtualLife {
    private static final BundlePath SETTINGS = new BundlePath("configuration/settings.json");
    private static final int SETTINGS_BYTES_MAX = 256 << 10;
    private static final Duration REST = Duration.ofSeconds(10);

    /** The door keeps the question for less than a minute, so that a heartbeat comes as often. */
    private static final int WAIT_SECONDS_MIN = 40;

    private final KioskKit kit;
    private final BundleVerifier verifier;
    private final Temper temper;
    private final InstantSource clock;
    private final RandomGenerator chance;
    private final String boot;
    private final Instant begun;

    private long beats;
    private Heartbeat.Configuration configuration = new Heartbeat.Configuration(0, "", "own");
    private long refused;

    VirtualLife(
            KioskKit kit, Root root, Temper temper, InstantSource clock, RandomGenerator chance) {
        this.kit = kit;
        this.verifier = new BundleVerifier(root);
        this.temper = temper;
        this.clock = clock;
        this.chance = chance;
        this.begun = clock.instant();
        var bytes = new byte[16];
        chance.nextBytes(bytes);
        this.boot = HexFormat.of().formatHex(bytes);
    }

    /** The first word: whoever returns from it was heard by the centre. */
    void comes() throws IOException {
        try (var line = VirtualKiosk.connect(kit.deviceDoor(), kit.tls())) {
            beat(line);
            if (temper == Temper.DRIFTED) {
                var own = CanonicalJson.object();
                own.putArray("languages").add("de");
                own.putObject("idle").put("anonymousSeconds", 300);
                tell(line, new Applied(0, "", "good", "", own, clock.instant()));
            }
        }
    }

    /** Until it is interrupted, whatever the line does. */
    void live() throws InterruptedException {
        while (temper != Temper.SILENT) {
            try (var line = VirtualKiosk.connect(kit.deviceDoor(), kit.tls())) {
                while (!Thread.currentThread().isInterrupted()) {
                    beat(line);
                    ask(line);
                }
                throw new InterruptedException();
            } catch (IOException e) {
                rest();
            }
        }
    }

    private void ask(VirtualKiosk line) throws IOException, InterruptedException {
        var have = Math.max(configuration.version(), refused);
        var wait = WAIT_SECONDS_MIN + chance.nextInt(15);
        var said = line.get("/v1/desired?have=" + have + "&wait=" + wait);
        switch (said.status()) {
            case 200 -> {
                var desired = CanonicalJson.read(said.bytes(), SETTINGS_BYTES_MAX);
                take(line, desired.path("version").asLong(), desired.path("digest").asString());
            }
            case 204 -> {}
            default -> rest();
        }
    }

    private void take(VirtualKiosk line, long version, String digest) throws IOException {
        refused = version;
        if (temper == Temper.DRIFTED) {
            return;
        }
        var said = line.get("/v1/bundles/" + digest);
        if (said.status() != 200) {
            return;
        }
        var expected =
                new Expectation(
                        Optional.of(kit.kioskId()),
                        Optional.empty(),
                        configuration.version(),
                        Optional.empty(),
                        clock.instant());
        switch (verifier.verify(BundleFile.of(said.bytes()), expected)) {
            case BundleVerdict.Valid(var bundle) -> {
                configuration = new Heartbeat.Configuration(version, digest, "good");
                tell(
                        line,
                        new Applied(
                                version, digest, "good", "", settings(bundle), clock.instant()));
            }
            case BundleVerdict.Refused(var reason, var detail) ->
                    tell(
                            line,
                            new Applied(
                                    version,
                                    digest,
                                    "refused",
                                    reason.word() + ": " + detail,
                                    CanonicalJson.object(),
                                    clock.instant()));
        }
    }

    private static ObjectNode settings(Bundle bundle) {
        var file = bundle.files().get(SETTINGS);
        return file == null ? CanonicalJson.object() : CanonicalJson.read(file, SETTINGS_BYTES_MAX);
    }

    private static void tell(VirtualKiosk line, Applied applied) throws IOException {
        var said = line.put("/v1/applied", applied.json());
        if (said.status() != 204) {
            throw new IOException("the device door says " + said);
        }
    }

    private void beat(VirtualKiosk line) throws IOException {
        var said = line.post("/v1/heartbeats", heartbeat().json());
        if (said.status() != 200) {
            throw new IOException("the device door says " + said);
        }
    }

    private Heartbeat heartbeat() {
        var now = clock.instant();
        var printer =
                temper == Temper.PAPER_LOW
                        ? new Heartbeat.Device("printer", "warning", "PRN-PAPER-LOW")
                        : new Heartbeat.Device("printer", "ready", "");
        return new Heartbeat(
                boot,
                ++beats,
                now,
                Math.max(0, Duration.between(begun, now).toSeconds()),
                "0.1.0",
                "service",
                configuration,
                List.of(printer, new Heartbeat.Device("payment-terminal", "ready", "")),
                new Heartbeat.Outbox(0, 0),
                0,
                RollingHash.START,
                60,
                20_000);
    }

    private static void rest() throws InterruptedException {
        var _ = new CountDownLatch(1).await(REST.toMillis(), TimeUnit.MILLISECONDS);
    }
}
