package de.buergerkiosk.agent.bundle;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.contract.bundle.BundleFile;
import de.buergerkiosk.contract.bundle.BundlePath;
import de.buergerkiosk.contract.bundle.BundleVerdict;
import de.buergerkiosk.contract.bundle.BundleVerifier;
import de.buergerkiosk.contract.bundle.Expectation;
import de.buergerkiosk.contract.bundle.Root;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExampleBundleIsTakenTest {
    private static final Path FLEET = Ran.HOUSE.resolve("provisioning/fleet");
    private static final Path EXAMPLE = FLEET.resolve("example.bundle");

    private static Ran verify(Object... more) {
        var words = new Object[more.length + 2];
        words[0] = EXAMPLE;
        words[1] = "--json";
        System.arraycopy(more, 0, words, 2, more.length);
        return Ran.of(new BundleVerifyCommand(), words);
    }

    private static void refused(String reason, Ran ran) {
        assertEquals(1, ran.code(), ran.out());
        assertEquals(false, ran.json().get("valid").booleanValue());
        assertEquals(reason, ran.json().get("reason").stringValue());
        assertTrue(ran.json().get("detail").stringValue().length() > 10, ran.out());
        assertEquals(3, ran.json().size());
    }

    @Test
    void withoutFurtherOptions() {
        var ran = verify();
        assertEquals(0, ran.code(), ran.out());
        assertEquals(true, ran.json().get("valid").booleanValue());
        assertEquals(7, ran.json().get("version").longValue());
        assertTrue(ran.json().get("expires").stringValue().startsWith("2099-"));
    }

    @Test
    void byItsOwnKioskThatKnowsNothingNewer() {
        assertEquals(0, verify("--kiosk", "kiosk-demo", "--known-version", 7).code());
    }

    @Test
    void butNotByAnotherKioskNorBackwardsNorTooLate() {
        refused("foreign", verify("--kiosk", "kiosk-other"));
        refused("rollback", verify("--known-version", "8"));
        refused("expired", verify("--at", "2100-01-01T00:00:00Z"));
    }

    @Test
    void butNotAfterItWasTouched(@TempDir Path folder) throws Exception {
        var bytes = Files.readAllBytes(EXAMPLE);
        for (int at = 0; at < bytes.length; at += 997) {
            bytes[at] ^= 4;
            var touched = Files.write(folder.resolve("touched.bundle"), bytes);
            bytes[at] ^= 4;
            var ran = Ran.of(new BundleVerifyCommand(), touched, "--json");
            assertEquals(1, ran.code());
            assertTrue(
                    ran.json().get("reason").stringValue().matches("tampered|malformed"),
                    ran.out());
        }
    }

    @Test
    void whatTheFolderShowsIsWhatTheBundleCarries() throws Exception {
        var verdict =
                new BundleVerifier(Root.parse(Files.readAllBytes(FLEET.resolve("root.json"))))
                        .verify(
                                BundleFile.read(EXAMPLE),
                                Expectation.nothing(Instant.parse("2026-11-24T00:00:00Z")));
        var files = assertInstanceOf(BundleVerdict.Valid.class, verdict).bundle().files();
        int compared = 0;
        try (var walk = Files.walk(FLEET.resolve("example"))) {
            for (var file : walk.filter(Files::isRegularFile).toList()) {
                var path = FLEET.resolve("example").relativize(file).toString();
                assertArrayEquals(Files.readAllBytes(file), files.get(new BundlePath(path)), path);
                compared++;
            }
        }
        assertEquals(3, compared);
        assertTrue(files.containsKey(new BundlePath("services/bulky-waste/service.json")));
    }

    @Test
    void lookingTellsWhatItCarriesAndThatItTrustsNothing() {
        var seen = Ran.of(new BundleInspectCommand(), EXAMPLE, "--json");
        assertEquals(0, seen.code());
        assertEquals(false, seen.json().get("trusted").booleanValue());
        assertEquals(15, seen.json().get("files").size());
        assertEquals("kiosk-demo", seen.json().get("for").get("kiosks").get(0).stringValue());
    }
}
