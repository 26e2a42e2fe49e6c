package de.buergerkiosk.agent.apply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.contract.bundle.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleIsNotTakenTest {
    @TempDir private Path folder;
    private final City city = new City();

    private Bundles open() throws IOException {
        return Bundles.open(folder, "kiosk-1", city.root);
    }

    private Bundles runningVersion(long version) throws IOException {
        var bundles = open();
        take(bundles, version);
        return bundles;
    }

    private void take(Bundles bundles, long version) throws IOException {
        assertInstanceOf(Staging.Staged.class, bundles.stage(city.bundle(version), City.NOW));
        assertTrue(bundles.beginTrial());
        bundles.confirm();
    }

    private static Reason refused(Staging staging) {
        return assertInstanceOf(Staging.Refused.class, staging).reason();
    }

    private static long running(Bundles bundles) throws IOException {
        return bundles.current().bundle().map(Named::version).orElse(0L);
    }

    @Test
    void foreignOlderExpiredTamperedAndStrangersBundlesAreRefused() throws IOException {
        var bundles = runningVersion(5);
        var later = City.NOW.plus(Duration.ofDays(30));

        assertEquals(
                Reason.FOREIGN, refused(bundles.stage(city.bundle(6, "kiosk-2", later), City.NOW)));
        assertEquals(Reason.ROLLBACK, refused(bundles.stage(city.bundle(4), City.NOW)));
        assertEquals(Reason.EXPIRED, refused(bundles.stage(city.bundle(6), later)));
        assertEquals(Reason.WRONG_ROOT, refused(bundles.stage(new City().bundle(6), City.NOW)));
        var tampered = city.bundle(6);
        tampered[tampered.length - 1] ^= 1;
        assertEquals(Reason.TAMPERED, refused(bundles.stage(tampered, City.NOW)));
        assertEquals(Reason.MALFORMED, refused(bundles.stage(new byte[10], City.NOW)));
        assertFalse(bundles.isStaged());
        assertEquals(5, running(open()));
    }

    @Test
    void clockThatWentBackTenYearsDoesNotReviveAnExpiredBundle() throws IOException {
        var bundles = runningVersion(1);
        var told = City.NOW.plus(Duration.ofDays(60));
        bundles.told(told);
        var wrong = City.NOW.minus(Duration.ofDays(3_650));

        var again = open();

        assertEquals(told, again.believed(wrong));
        assertEquals(Reason.EXPIRED, refused(again.stage(city.bundle(2), again.believed(wrong))));
    }

    @Test
    void clockTenYearsAheadRefusesAndTheKioskRunsOn() throws IOException {
        var bundles = runningVersion(1);
        var ahead = City.NOW.plus(Duration.ofDays(3_650));

        assertEquals(Reason.EXPIRED, refused(bundles.stage(city.bundle(2), ahead)));
        assertEquals(1, running(open()), "what runs does not expire under the citizen's hands");
    }

    @Test
    void trialThatIsGivenUpLeavesTheLastGoodOneAndIsNotTakenAgain() throws IOException {
        var bundles = runningVersion(1);
        var bytes = city.bundle(2);
        var _ = bundles.stage(bytes, City.NOW);
        assertTrue(bundles.beginTrial());
        assertEquals(2, running(bundles));
        assertTrue(bundles.current().trial());

        bundles.fallBack("the printer was there before");

        assertEquals(1, running(bundles));
        assertEquals(Optional.of("the printer was there before"), open().whyFallenBack());
        assertInstanceOf(Staging.Nothing.class, open().stage(bytes, City.NOW));
        assertEquals(2, open().knownVersion(), "versions only go upwards, also after a failure");
        assertEquals(Reason.ROLLBACK, refused(open().stage(city.bundle(1), City.NOW)));
    }

    @Test
    void sameBundleTwiceIsTakenOnce() throws IOException {
        var bytes = city.bundle(3);
        var bundles = open();
        assertInstanceOf(Staging.Staged.class, bundles.stage(bytes, City.NOW));
        assertTrue(bundles.beginTrial());
        bundles.confirm();

        assertInstanceOf(Staging.Nothing.class, bundles.stage(bytes, City.NOW));
        bundles.fallBack("nothing is on trial, so nothing happens");
        assertEquals(3, running(bundles));
    }

    @Test
    void damagedFileOfTheGoodOneIsNotUsed() throws IOException {
        var bundles = runningVersion(1);
        var named = bundles.current().bundle().orElseThrow();
        var file = folder.resolve("bundles/" + named.digest() + ".bundle");
        var bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);

        assertEquals(0, running(open()), "its own settings hold");
    }

    @Test
    void unpackedFilesThatSomebodyChangedAreReplaced() throws IOException {
        var current = runningVersion(1).current();
        var text = current.folder().orElseThrow().resolve("texts/welcome.json");
        Files.writeString(text, "not what was signed");
        Files.writeString(current.folder().orElseThrow().resolve("texts/more.json"), "{}");

        var again = open().current();

        assertTrue(Files.readString(text).startsWith("text of version 1"));
        assertFalse(Files.exists(again.folder().orElseThrow().resolve("texts/more.json")));
    }

    @Test
    void lostStateDoesNotLetAnOlderBundleIn() throws IOException {
        runningVersion(4);
        Files.writeString(folder.resolve("state.json"), "{\"v\":1,");

        var again = open();

        assertEquals(4, again.knownVersion());
        assertEquals(Reason.ROLLBACK, refused(again.stage(city.bundle(3), City.NOW)));
        assertTrue(again.beginTrial(), "the one that lies there is tried again");
        assertEquals(4, running(again));
    }

    @Test
    void onlyWhatRunsIsKept() throws IOException {
        var bundles = runningVersion(1);
        take(bundles, 2);
        take(bundles, 3);

        try (var kept = Files.list(folder.resolve("bundles"));
                var unpacked = Files.list(folder.resolve("unpacked"))) {
            assertEquals(1, kept.count());
            assertEquals(1, unpacked.count());
        }
        assertEquals(Instant.EPOCH, open().believed(Instant.EPOCH));
    }
}
