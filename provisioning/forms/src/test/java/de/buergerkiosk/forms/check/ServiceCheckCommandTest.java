package de.buergerkiosk.forms.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.forms.House;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.json.JsonMapper;

class ServiceCheckCommandTest {
    @TempDir private Path temporary;

    private final PrintStream console = System.out;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void catchTheOutput() {
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void giveTheOutputBack() {
        System.setOut(console);
    }

    private int run(String... arguments) {
        return new CommandLine(new ServiceCheckCommand())
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    @Test
    void goodServiceEndsWithNoughtAndOneDocument() {
        assertEquals(0, run(House.service("parking-permit").toString(), "--json"));
        var json = JsonMapper.builder().build().readTree(out.toString(StandardCharsets.UTF_8));
        assertEquals("parking-permit", json.path("service").asString());
        assertEquals("1.0.0", json.path("version").asString());
        assertTrue(json.path("valid").asBoolean());
        assertEquals(0, json.path("findings").size());
        assertEquals(0, json.path("tests").path("failed").asInt());
        assertTrue(json.path("tests").path("passed").asInt() >= 30);
    }

    @Test
    void brokenServiceEndsWithOneAndNamesWhatToDo() throws IOException {
        var folder = Files.createDirectory(temporary.resolve("empty"));
        assertEquals(1, run(folder.toString(), "--json"));
        var json = JsonMapper.builder().build().readTree(out.toString(StandardCharsets.UTF_8));
        assertEquals("empty", json.path("service").asString());
        assertEquals(false, json.path("valid").asBoolean());
        var finding = json.path("findings").path(0);
        assertEquals("service.json", finding.path("file").asString());
        assertTrue(finding.has("place") && finding.has("message") && finding.has("cure"));
    }

    @Test
    void peopleReadFileMessageAndCure() throws IOException {
        var folder = Files.createDirectory(temporary.resolve("empty"));
        assertEquals(1, run(folder.toString()));
        var text = out.toString(StandardCharsets.UTF_8);
        assertTrue(text.contains("pages.json"), text);
        assertTrue(text.contains("Cure: "), text);
        assertTrue(text.contains("NOT valid"), text);
    }

    @Test
    void folderThatDoesNotExistIsWrongUse() {
        assertEquals(2, run(temporary.resolve("nowhere").toString()));
        assertTrue(err.toString().contains("does not exist"), err.toString());
    }

    @Test
    void fileInsteadOfAFolderIsWrongUse() throws IOException {
        var file = Files.writeString(temporary.resolve("file"), "x");
        assertEquals(2, run(file.toString()));
        assertTrue(err.toString().contains("is not a folder"), err.toString());
    }

    @Test
    @SuppressWarnings("rawtypes") // a service type is a class, and a class has no arguments
    void theLauncherFindsIt() {
        assertTrue(
                ServiceLoader.load(Callable.class).stream()
                        .anyMatch(found -> found.type().equals(ServiceCheckCommand.class)));
    }
}
