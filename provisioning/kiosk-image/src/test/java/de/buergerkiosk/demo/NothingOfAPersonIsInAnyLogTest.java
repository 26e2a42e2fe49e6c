package de.buergerkiosk.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.buergerkiosk.eid.prove.AusweisAppStand;
import de.buergerkiosk.ports.WireRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A whole visit in processes of its own; then everything that any of them has logged or said is
 * searched for the citizen, as text and as bytes.
 */
@Timeout(600)
class NothingOfAPersonIsInAnyLogTest {
    private static final int VISIT_SECONDS_MAX = 300;

    /** Of the card {@link Errands#CARD}; what the receipt and the desk know of her. */
    private static final List<String> TEXTS =
            List.of(
                    "Mustermann",
                    "MUSTERMANN",
                    "Erika",
                    "Prinzregenten",
                    "67063",
                    "1984-08-12",
                    "12.08.1984",
                    "19840812");

    /** Among other digits it is chance, and within a number of another kind as well. */
    private static final Pattern PIN = Pattern.compile("(?<![0-9A-Fa-f])123456(?![0-9A-Fa-f])");

    @TempDir private Path folder;

    @Test
    void afterAVisitWithTheSimulation() throws IOException, InterruptedException {
        assertClean(visit("simulation"));
    }

    @Test
    void afterAVisitWithAusweisApp() throws IOException, InterruptedException {
        var missing = AusweisAppStand.missing(folder);
        assumeTrue(missing.isEmpty(), missing::toString);

        try (var _ = OnlyReader.mine()) {
            assertClean(visit("ausweisapp"));
        }
    }

    /** Whoever finds nothing must be known to find something. */
    @Test
    void theSearchFindsEveryForm() {
        var utf8 = "x Mustermann y".getBytes(StandardCharsets.UTF_8);
        for (var text :
                List.of(
                        "x Mustermann y",
                        HexFormat.of().formatHex(utf8),
                        HexFormat.of().withUpperCase().withDelimiter(" ").formatHex(utf8),
                        Base64.getEncoder().encodeToString(utf8),
                        Base64.getEncoder()
                                .encodeToString(
                                        ("a" + "x Mustermann").getBytes(StandardCharsets.UTF_8)),
                        Base64.getUrlEncoder()
                                .encodeToString(
                                        ("ab" + "x Mustermann").getBytes(StandardCharsets.UTF_8)),
                        "{\"value\":\"123456\"}",
                        HexFormat.of().formatHex("123456".getBytes(StandardCharsets.US_ASCII)))) {
            assertEquals(1, findings("a line", "before\n" + text + "\nafter").size(), text);
        }
        assertEquals(List.of(), findings("a line", "reference 81234567, 0x3f123456ab"));
    }

    private List<Path> visit(String eid) throws IOException, InterruptedException {
        var out = folder.resolve(eid);
        var said = folder.resolve(eid + ".out");
        var logged = folder.resolve(eid + ".err");
        var process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "--enable-native-access=ALL-UNNAMED",
                                "-Dhouse.root=" + System.getProperty("house.root", "../.."),
                                "-Dprism.order=sw",
                                "-Djava.awt.headless=true",
                                "-cp",
                                System.getProperty("java.class.path"),
                                "de.buergerkiosk.launch.Launcher",
                                "demo",
                                "--headless",
                                "--json",
                                "--eid",
                                eid,
                                "--out",
                                out.toString())
                        .redirectOutput(said.toFile())
                        .redirectError(logged.toFile())
                        .start();
        try {
            assertTrue(process.waitFor(VISIT_SECONDS_MAX, TimeUnit.SECONDS), "it takes too long");
        } finally {
            process.destroyForcibly();
        }
        assertEquals(0, process.exitValue(), Files.readString(logged));
        var all = new ArrayList<>(List.of(said, logged));
        for (var each : List.of("logs", "wires")) {
            try (var files = Files.list(out.resolve(each))) {
                files.forEach(all::add);
            }
        }
        var names = all.stream().map(file -> file.getFileName().toString()).toList();
        assertTrue(
                names.containsAll(
                        List.of("centre.log", "terminal.log", "printer.log", "eid-server.log")),
                names.toString());
        for (var device : List.of("terminal", "printer")) {
            assertTrue(
                    all.stream().anyMatch(file -> isRecord(file, device)),
                    () -> "nothing of the wire of the " + device + " among " + names);
        }
        return all;
    }

    private static boolean isRecord(Path file, String device) {
        try {
            return file.getFileName().toString().startsWith(device + "-")
                    && WireRecord.read(Files.readString(file)).size() > 10;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void assertClean(List<Path> files) throws IOException {
        var findings = new ArrayList<String>();
        for (var file : files) {
            findings.addAll(
                    findings(
                            file.getFileName().toString(),
                            Files.readString(file, StandardCharsets.ISO_8859_1)));
        }
        assertEquals(List.of(), findings);
    }

    /** Where and in which form, never the line itself. */
    private static List<String> findings(String name, String text) {
        var findings = new ArrayList<String>();
        var joined = text.replace(" ", "").replace(":", "");
        for (var needle : TEXTS) {
            var bytes = needle.getBytes(StandardCharsets.UTF_8);
            var hex = HexFormat.of().formatHex(bytes);
            // a number of one postcode is too short to be told from chance in base64
            var found =
                    text.contains(needle)
                            || joined.contains(hex)
                            || joined.contains(hex.toUpperCase(java.util.Locale.ROOT))
                            || (bytes.length > 5
                                    && base64(bytes).stream().anyMatch(text::contains));
            if (found) {
                findings.add(name + " has " + needle);
            }
        }
        if (PIN.matcher(text).find() || joined.contains("313233343536")) {
            findings.add(name + " has the PIN");
        }
        return findings;
    }

    /** The part that is the same whatever stands before and behind, for each of three positions. */
    private static List<String> base64(byte[] needle) {
        var forms = new ArrayList<String>();
        for (int before = 0; before < 3; before++) {
            var shifted = new byte[before + needle.length];
            System.arraycopy(needle, 0, shifted, before, needle.length);
            var encoded = Base64.getEncoder().withoutPadding().encodeToString(shifted);
            int from = before == 0 ? 0 : before + 1;
            int to = encoded.length() - (shifted.length % 3 == 0 ? 0 : 1);
            forms.add(encoded.substring(from, to));
        }
        return forms;
    }
}
