package de.buergerkiosk.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** The launcher's own words, of which none may cost a build. */
@Timeout(120)
class NewcomerTypesTheFirstWordsTest {
    private static final Path ROOT = Path.of(System.getProperty("house.root", "../.."));

    @TempDir private Path checkout;

    private record Said(int code, String out, String err) {}

    /** In a folder that holds the launcher and nothing to build: whatever builds fails. */
    private Said kiosk(String... words) throws IOException, InterruptedException {
        var launcher = checkout.resolve("kiosk");
        if (Files.notExists(launcher)) {
            Files.copy(ROOT.resolve("kiosk"), launcher);
            Files.copy(ROOT.resolve("pom.xml"), checkout.resolve("pom.xml"));
        }
        var command = new ArrayList<>(List.of("bash", launcher.toString()));
        command.addAll(List.of(words));
        var out = checkout.resolve("out").toFile();
        var err = checkout.resolve("err").toFile();
        var process = new ProcessBuilder(command).redirectOutput(out).redirectError(err).start();
        return new Said(process.waitFor(), text(out), text(err));
    }

    private static String text(File file) throws IOException {
        return Files.readString(file.toPath(), StandardCharsets.UTF_8);
    }

    @Test
    void withoutAWordItSaysWhatThereIs() throws Exception {
        var said = kiosk();
        assertEquals(0, said.code());
        assertTrue(said.out().startsWith("Usage: ./kiosk <command>"), said.out());
        assertEquals(said, kiosk("--help"));
    }

    @Test
    void aWordThatIsNoCommandIsRefusedWithThoseThatAre() throws Exception {
        var said = kiosk("dmeo");
        assertEquals(2, said.code());
        assertEquals("", said.out());
        assertTrue(said.err().contains("dmeo is not a command; known are bench, "), said.err());
        assertTrue(said.err().contains("Help: ./kiosk --help"), said.err());
        assertFalse(said.err().contains("Building"), said.err());
    }

    @ParameterizedTest
    @ValueSource(strings = {"dmeo", ".*", "--nonsense", "build --x", "format --x", "doctor --x"})
    void whoAskedForADocumentGetsOne(String line) throws Exception {
        var said = kiosk((line + " --json").split(" ", -1));
        assertEquals(2, said.code());
        var document = JsonMapper.shared().readTree(said.out());
        assertEquals(1, document.size(), said.out());
        assertTrue(said.err().startsWith(document.path("trouble").asString()), said.err());
    }

    @ParameterizedTest
    @ValueSource(strings = {"build", "format", "test", "doctor"})
    void theLaunchersOwnCommandsKnowHelp(String command) throws Exception {
        var said = kiosk(command, "--help");
        assertEquals(0, said.code());
        assertTrue(said.out().startsWith("Usage: ./kiosk " + command), said.out());
        assertEquals("", said.err());
    }

    @Test
    void theDoctorSaysOfEachPartWhatItIsForAndItsCure() throws Exception {
        var document = JsonMapper.shared().readTree(kiosk("doctor", "--json").out());
        assertTrue(document.path("healthy").isBoolean());
        var parts = document.path("parts");
        assertTrue(parts.size() >= 10, "only " + parts.size());
        for (var part : parts) {
            assertFalse(part.path("for").asString().isBlank(), part::toString);
            assertEquals(!part.path("found").asBoolean(), !part.path("cure").asString().isBlank());
        }
    }
}
