package de.buergerkiosk.agent.duty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.agent.apply.Bundles;
import de.buergerkiosk.agent.apply.Named;
import de.buergerkiosk.contract.bundle.Audience;
import de.buergerkiosk.contract.bundle.BundlePath;
import de.buergerkiosk.contract.bundle.BundleSigner;
import de.buergerkiosk.contract.bundle.Root;
import de.buergerkiosk.contract.bundle.SignerSecret;
import de.buergerkiosk.contract.fleet.Applied;
import de.buergerkiosk.contract.fleet.Enrolled;
import de.buergerkiosk.contract.fleet.EnrolmentRequest;
import de.buergerkiosk.contract.fleet.Heartbeat;
import de.buergerkiosk.contract.fleet.RollingHash;
import de.buergerkiosk.contract.json.CanonicalJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/** The line as a model; the kiosk's own parts, its files and its signatures are real. */
class CentreIsNotReachedDuringATrialTest {
    private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");

    @TempDir private Path folder;
    private final SignerSecret secret = SignerSecret.generate();
    private final List<Applied> told = new ArrayList<>();
    private final List<Duration> pauses = new ArrayList<>();
    private Optional<byte[]> offered = Optional.empty();
    private FleetLine.News news = new FleetLine.News.Nothing();
    private boolean reached = true;
    private boolean taken;

    private final FleetLine line =
            new FleetLine() {
                @Override
                public News desired(long have, Duration wait) {
                    return news;
                }

                @Override
                public Optional<byte[]> bundle(String digest) {
                    return offered;
                }

                @Override
                public Optional<Instant> beat(Heartbeat beat) {
                    return reached ? Optional.of(NOW) : Optional.empty();
                }

                @Override
                public boolean applied(Applied applied) {
                    if (reached) {
                        told.add(applied);
                    }
                    return reached;
                }

                @Override
                public Optional<Enrolled> renewed(EnrolmentRequest request) {
                    return Optional.empty();
                }
            };

    private final Premises premises =
            new Premises() {
                @Override
                public void takeUpWhenFree() {
                    taken = true;
                }

                @Override
                public String mode() {
                    return "service";
                }

                @Override
                public Vitals vitals() {
                    return new Vitals(
                            "0.1.0",
                            "service",
                            List.of(),
                            new Heartbeat.Outbox(0, 0),
                            0,
                            RollingHash.START,
                            1_000);
                }

                @Override
                public ObjectNode settings() {
                    return CanonicalJson.object();
                }
            };

    private Bundles bundles() throws IOException {
        return Bundles.open(folder, "kiosk-1", new Root("city", 1, List.of(secret.open())));
    }

    private byte[] bundle(long version) {
        return new BundleSigner(List.of(secret))
                .sign(
                        new BundleSigner.Terms(
                                version,
                                NOW.minusSeconds(1),
                                NOW.plus(Duration.ofDays(1)),
                                Audience.ofKiosks("kiosk-1")),
                        Map.of(
                                new BundlePath("configuration/settings.json"),
                                "{}".getBytes(StandardCharsets.UTF_8)));
    }

    private Newspaper newspaper(Bundles bundles) {
        return new Newspaper(
                bundles, line, premises, () -> NOW, new SplittableRandom(1), pauses::add);
    }

    private Proving proving(Bundles bundles) {
        return new Proving(bundles, line, premises, () -> NOW, pauses::add);
    }

    private Bundles onTrial(long version) throws IOException, InterruptedException {
        var bundles = bundles();
        news = new FleetLine.News.Newer(new Named(version, "a".repeat(64)));
        offered = Optional.of(bundle(version));
        var _ = newspaper(bundles).once();
        assertTrue(taken, "the kiosk is asked to take it up when nobody is there");
        assertTrue(bundles.beginTrial());
        return bundles;
    }

    @Test
    void trialIsGoodOnceTheCentreKnows() throws Exception {
        var bundles = onTrial(4);
        proving(bundles).run(bundles.current());

        assertFalse(bundles.current().trial());
        assertEquals(List.of("trial", "good"), told.stream().map(Applied::state).toList());
    }

    @Test
    void trialIsGivenUpWhenTheCentreIsNotReachedForTenMinutes() throws Exception {
        var bundles = onTrial(4);
        reached = false;
        taken = false;
        proving(bundles).run(bundles.current());

        assertTrue(taken, "the kiosk opens anew with what was good");
        assertEquals(Optional.empty(), bundles.current().bundle());
        var waited = pauses.stream().reduce(Duration.ZERO, Duration::plus);
        assertTrue(waited.compareTo(Duration.ofMinutes(9)) > 0, waited.toString());
        reached = true;
        proving(bundles()).run(bundles().current());
        assertEquals("fallen-back", told.getLast().state());
        assertTrue(told.getLast().detail().contains("not reached"));
    }

    @Test
    void refusedBundleIsToldOnceAndTheKioskRunsOn() throws Exception {
        var bundles = bundles();
        var bytes = bundle(2);
        bytes[bytes.length - 1] ^= 1;
        news = new FleetLine.News.Newer(new Named(2, "a".repeat(64)));
        offered = Optional.of(bytes);
        var newspaper = newspaper(bundles);
        var first = newspaper.once();
        var second = newspaper.once();

        assertEquals(1, told.size());
        assertEquals("refused", told.getFirst().state());
        assertTrue(told.getFirst().detail().startsWith("tampered"), told.toString());
        assertTrue(first.toMillis() >= 2_000 && second.toMillis() >= 2_000, "it does not hurry");
        assertFalse(taken);
    }

    @Test
    void fullDoorIsAskedLaterAndWithoutWaiting() throws Exception {
        var newspaper = newspaper(bundles());
        news = new FleetLine.News.Busy(Duration.ofSeconds(20));
        assertTrue(newspaper.once().compareTo(Duration.ofSeconds(20)) >= 0);
        news = new FleetLine.News.Nothing();
        var rest = newspaper.once();
        assertTrue(rest.toSeconds() >= 29 && rest.toSeconds() <= 91, "polls with jitter: " + rest);
    }

    @Test
    void lineThatIsDownIsAskedLessAndLessOften() throws Exception {
        var newspaper = newspaper(bundles());
        news = new FleetLine.News.Down("no route");
        var first = newspaper.once();
        for (int i = 0; i < 10; i++) {
            var _ = newspaper.once();
        }
        var later = newspaper.once();
        assertTrue(first.toSeconds() <= 5, first.toString());
        assertTrue(later.toSeconds() >= 140 && later.toMinutes() <= 5, later.toString());
    }
}
