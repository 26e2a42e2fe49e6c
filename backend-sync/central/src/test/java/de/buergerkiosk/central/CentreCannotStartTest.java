package de.buergerkiosk.central;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.central.main.Centre;
import de.buergerkiosk.central.main.CentreCommand;
import de.buergerkiosk.central.main.CentreSettings;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import tools.jackson.databind.json.JsonMapper;

/** Each refusal has its code and names the place and the cure. */
class CentreCannotStartTest {
    @Test
    void databaseThatDoesNotAnswer() {
        var trouble = refused("jdbc:postgresql://127.0.0.1:1/none", Map.of());
        assertEquals("CEN-DB-UNREACHABLE", trouble.code());
        assertTrue(text(trouble).contains("127.0.0.1:1"), text(trouble));
    }

    @Test
    void databaseOfAnotherKind() {
        assertEquals("CEN-DB-UNREACHABLE", refused("jdbc:mysql://x/y", Map.of()).code());
    }

    @Test
    void wrongPasswordOfTheDatabaseIsNeverRepeated() throws Exception {
        var address = RunningCentre.freshDatabase();
        var trouble =
                refused(
                        address.url(),
                        Map.of("KIOSK_DB_USER", address.user(), "KIOSK_DB_PASSWORD", "guessed"));
        assertEquals("CEN-DB-PASSWORD", trouble.code());
        assertTrue(!text(trouble).contains("guessed"), text(trouble));
        assertTrue(text(trouble).contains("KIOSK_DB_PASSWORD"), text(trouble));
    }

    @Test
    void databaseThatIsNotThere() throws Exception {
        var address = RunningCentre.freshDatabase();
        var url = address.url().replaceFirst("/\\w+$", "/none");
        var trouble = refused(url + "?user=" + address.user() + "&password=abc123", Map.of());
        assertEquals("CEN-DB-UNREACHABLE", trouble.code());
        assertTrue(text(trouble).contains("no such database"), text(trouble));
    }

    @Test
    void portsThatAreTaken() throws Exception {
        var address = RunningCentre.freshDatabase();
        var url = address.url() + "?user=" + address.user() + "&password=" + address.password();
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var folder = RunningCentre.folder();
            var port = taken.getLocalPort();
            var device = settings(folder, url, port, 0);
            var desk = settings(folder, url, 0, port);
            for (var settings : new CentreSettings[] {device, desk}) {
                var trouble = refused(settings, Map.of());
                assertEquals("CEN-PORT-TAKEN", trouble.code());
                assertTrue(text(trouble).contains("port " + port), text(trouble));
            }
            // what was opened before the failure was closed again
            RunningCentre.begin(settings(folder, url, 0, 0)).close();
        }
    }

    @Test
    void folderThatAnotherCentreUses() {
        var settings = RunningCentre.settings(RunningCentre.data(), Optional.empty());
        RunningCentre.ready();
        assertEquals("CEN-DATA-IN-USE", refused(settings, Map.of()).code());
    }

    @Test
    void folderThatIsAFile() throws Exception {
        var file = Files.createFile(RunningCentre.folder().resolve("file"));
        var settings = RunningCentre.settings(file, Optional.empty());
        assertEquals("CEN-DATA-UNREACHABLE", refused(settings, Map.of()).code());
    }

    @Test
    void officesThatAreMalformed() throws Exception {
        var folder = RunningCentre.folder();
        Files.writeString(
                folder.resolve("offices.json"), "{\"v\":1,\"offices\":[{\"id\":\"A B\"}]}");
        var trouble = refused(RunningCentre.settings(folder, Optional.empty()), Map.of());
        assertEquals("CEN-OFFICES-MALFORMED", trouble.code());
        assertTrue(text(trouble).contains("offices[0]"), text(trouble));
    }

    @Test
    void desksKeysThatAreGone() throws Exception {
        var address = RunningCentre.freshDatabase();
        var url = address.url() + "?user=" + address.user() + "&password=" + address.password();
        var folder = RunningCentre.folder();
        RunningCentre.begin(settings(folder, url, 0, 0)).close();
        Files.writeString(folder.resolve("desk/keys/traffic-office.jwk.json"), "{}");
        var trouble = refused(settings(folder, url, 0, 0), Map.of());
        assertEquals("CEN-KEY-UNREADABLE", trouble.code());
    }

    @Test
    void wrongUseOfTheCommandEndsWithTwo() {
        assertEquals(2, run("--device-port", "99999"));
        assertEquals(2, run("--door", "window"));
        assertEquals(2, run("--nonsense"));
    }

    @Test
    void refusalOfTheCommandEndsWithOneAndSpeaksOnStandardError() {
        var before = System.err;
        var captured = new ByteArrayOutputStream();
        System.setErr(new PrintStream(captured, true, StandardCharsets.UTF_8));
        try {
            var data = RunningCentre.folder().toString();
            assertEquals(
                    1, run("--data", data, "--database-url", "jdbc:postgresql://127.0.0.1:1/x"));
        } finally {
            System.setErr(before);
        }
        var said = captured.toString(StandardCharsets.UTF_8);
        assertTrue(said.contains("CEN-DB-UNREACHABLE"), said);
    }

    @Test
    void refusalIsADocumentWhereOneWasAskedFor() {
        var before = System.out;
        var captured = new ByteArrayOutputStream();
        System.setOut(new PrintStream(captured, true, StandardCharsets.UTF_8));
        try {
            var data = RunningCentre.folder().toString();
            assertEquals(1, run("--json", "--data", data, "--database-url", "jdbc:mysql://x/y"));
        } finally {
            System.setOut(before);
        }
        var document = JsonMapper.shared().readTree(captured.toString(StandardCharsets.UTF_8));
        assertEquals(2, document.size(), document::toString);
        assertTrue(document.path("trouble").asString().startsWith("CEN-DB-UNREACHABLE"));
    }

    private static int run(String... arguments) {
        var quiet = new PrintWriter(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        return new CommandLine(new CentreCommand()).setErr(quiet).execute(arguments);
    }

    private static CentreTrouble refused(String url, Map<String, String> environment) {
        return refused(settings(RunningCentre.folder(), url, 0, 0), environment);
    }

    private static CentreTrouble refused(CentreSettings settings, Map<String, String> environment) {
        return assertThrows(
                CentreTrouble.class,
                () ->
                        Centre.start(
                                settings, environment, InstantSource.system(), new SecureRandom()));
    }

    private static CentreSettings settings(Path data, String url, int device, int desk) {
        return CentreSettings.alone(data).withDatabase(url).withPorts(device, desk);
    }

    private static String text(CentreTrouble trouble) {
        return String.valueOf(trouble.getMessage());
    }
}
