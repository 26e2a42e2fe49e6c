package de.buergerkiosk.contract.bundle;

import static de.buergerkiosk.contract.bundle.BundleExamples.CITY;
import static de.buergerkiosk.contract.bundle.BundleExamples.reason;
import static de.buergerkiosk.contract.bundle.BundleExamples.valid;
import static de.buergerkiosk.contract.bundle.BundleExamples.verdict;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import de.buergerkiosk.contract.json.CanonicalJson;
import de.buergerkiosk.contract.json.MalformedDocument;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Signed in order by the city, and still not to be taken. */
class BundleBreaksItsRulesTest {
    private static final String EMPTY = CanonicalJson.sha256(new byte[0]);

    private static byte[] signed(String targets, byte[] files) {
        var bytes = targets.getBytes(StandardCharsets.UTF_8);
        return new Container(bytes, Signatures.over(bytes, List.of(CITY)).json(), files).bytes();
    }

    private static String targets(String files) {
        return """
        {"v":1,"kind":"bundle","version":7,"issued":"2026-11-24T12:00:00Z",
         "expires":"2027-11-24T12:00:00Z","for":{"everyone":true,"kiosks":[],"sites":[]},
         "files":[%s]}\
        """
                .formatted(files);
    }

    private static String file(String path) {
        return "{\"path\":\"%s\",\"length\":0,\"sha256\":\"%s\"}".formatted(path, EMPTY);
    }

    private static String reasonOf(String targets) {
        return reason(verdict(signed(targets, new byte[0])));
    }

    @Test
    void theSignedDocumentMaySpellItsJsonAsItLikes() {
        valid(verdict(signed(targets(file("texts/a.json")), new byte[0])));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../texts/a",
                "texts/../a",
                "texts/..",
                "texts/a/../../../etc/passwd",
                "/texts/a",
                "texts//a",
                "texts/a/",
                "texts/./a",
                "texts/.hidden",
                "texts/dot.",
                "texts\\\\a",
                "texts/a\\u0000",
                "texts/a\\n",
                "texts/C:a",
                "texts/ä",
                "texts/a b",
                "texts",
                "programs/a",
                "Texts/a",
                ""
            })
    void aPathThatCouldLeadAnywhereElseIsMalformed(String path) {
        assertEquals("malformed", reasonOf(targets(file(path))));
    }

    @Test
    void namesThatMeetOnADiskAreMalformed() {
        assertEquals("malformed", reasonOf(targets(file("texts/a") + "," + file("texts/a"))));
        assertEquals("malformed", reasonOf(targets(file("texts/A") + "," + file("texts/a"))));
        assertEquals("malformed", reasonOf(targets(file("texts/a") + "," + file("texts/a/b"))));
        assertEquals("malformed", reasonOf(targets(file("texts/b") + "," + file("texts/a"))));
    }

    @Test
    void jsonThatIsNotWhatWasAgreedIsMalformed() {
        var good = targets(file("texts/a"));
        for (var bad :
                List.of(
                        "[".repeat(100_000),
                        "{\"a\":".repeat(50) + "1" + "}".repeat(50),
                        good.replace("\"v\":1", "\"v\":2"),
                        good.replace("\"v\":1", "\"v\":1,\"v\":1"),
                        good.replace("\"kind\":\"bundle\"", "\"kind\":\"root\""),
                        good.replace("\"version\":7", "\"version\":7,\"more\":1"),
                        good.replace("\"version\":7", "\"version\":0"),
                        good.replace("\"version\":7", "\"version\":-7"),
                        good.replace("\"version\":7", "\"version\":7.0"),
                        good.replace("\"version\":7", "\"version\":99999999999999999999"),
                        good.replace("\"version\":7", "\"version\":9007199254740992"),
                        good.replace("2027-11-24T12", "2026-11-24T12"),
                        good.replace("2027-11-24T12:00:00Z", "tomorrow"),
                        good.replace("\"everyone\":true", "\"everyone\":false"),
                        good.replace("\"kiosks\":[]", "\"kiosks\":[\"kiosk-1\"]"),
                        good.replace("\"kiosks\":[]", "\"kiosks\":[7]"),
                        good.replace("\"length\":0", "\"length\":-1"),
                        good.replace(EMPTY, EMPTY.toUpperCase(Locale.ROOT)),
                        good + " {}",
                        "null",
                        "")) {
            assertFalse(bad.equals(good));
            assertEquals("malformed", reasonOf(bad), bad.substring(0, Math.min(90, bad.length())));
        }
    }

    @Test
    void lengthsThatDoNotMeetTheFilesAreNotBelieved() {
        var more = targets(file("texts/a").replace("\"length\":0", "\"length\":16000000"));
        assertEquals("tampered", reason(verdict(signed(more, new byte[10]))));
        var less = targets(file("texts/a"));
        assertEquals("tampered", reason(verdict(signed(less, new byte[10]))));
    }

    @Test
    void aSectionBeyondItsLimitIsTooLarge() {
        var padded = targets(file("texts/a")) + " ".repeat(1 << 20);
        assertEquals("too-large", reasonOf(padded));
    }

    @Test
    void aFileBeyondTheLimitIsNotRead(@TempDir Path folder) throws IOException {
        var huge = folder.resolve("huge.bundle");
        try (var file = new RandomAccessFile(huge.toFile(), "rw")) {
            file.write(BundleExamples.usual());
            file.setLength(1L << 40);
        }
        var verdict =
                new BundleVerifier(BundleExamples.ROOT)
                        .verify(BundleFile.read(huge), Expectation.nothing(BundleExamples.NOON));
        assertEquals("too-large", reason(verdict));
    }

    @Test
    void theSignerRefusesWhatKiosksWouldRefuse() {
        var signer = new BundleSigner(List.of(CITY));
        var big = new byte[17 << 20];
        assertThrows(
                MalformedDocument.class,
                () ->
                        signer.sign(
                                BundleExamples.terms(1, Audience.ofEveryone()),
                                Map.of(new BundlePath("pictures/a.png"), big)));
        assertThrows(MalformedDocument.class, () -> new Audience(false, List.of(), List.of()));
        assertThrows(
                MalformedDocument.class,
                () ->
                        signer.sign(
                                BundleExamples.terms(0, Audience.ofEveryone()),
                                BundleExamples.FILES));
    }

    @Test
    void lookingShowsWhatDoesNotFitAndNeverTrusts() {
        var touched = BundleExamples.usual();
        touched[touched.length - 1] ^= 1;
        var seen =
                assertInstanceOf(BundleView.Look.Seen.class, BundleView.of(BundleFile.of(touched)))
                        .view();
        assertEquals(
                List.of(true, true, false),
                seen.files().stream().map(BundleView.SeenFile::fits).toList());
        assertEquals(true, seen.signers().getFirst().ed25519Fits());
        assertInstanceOf(
                BundleView.Look.Unreadable.class, BundleView.of(BundleFile.of(new byte[500])));
    }

    @Test
    void secretsAreNotPrinted() {
        assertFalse(CITY.toString().contains(new String(CITY.json(), StandardCharsets.UTF_8)));
        assertEquals(CITY.open(), SignerSecret.parse(CITY.json()).open());
    }
}
