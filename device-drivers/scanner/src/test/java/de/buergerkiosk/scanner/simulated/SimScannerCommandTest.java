package de.buergerkiosk.scanner.simulated;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SimScannerCommandTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static Process started() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SimScannerProcess.class.getName(),
                        "--port",
                        "0",
                        "--http",
                        "0")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    @Test
    void asAProcessItTellsItsAddressAndSendsWhatIsHeldBeforeIt() throws Exception {
        Process process = started();
        try (BufferedReader events =
                new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
            JsonNode first = JSON.readTree(events.readLine());
            int port = first.get("port").intValue();
            assertEquals("127.0.0.1:" + port, first.get("address").stringValue());
            assertEquals(process.pid(), first.get("pid").longValue());

            try (var host = new Socket(InetAddress.getLoopbackAddress(), port)) {
                assertEquals("connected", event(events));
                OutputStream hands = process.getOutputStream();
                hands.write("K7QM-42XZ\n:bars 4711\n".getBytes(UTF_8));
                // the end of standard input is not the end of the scanner
                hands.close();
                assertEquals("]Q1K7QM-42XZ\r]C04711\r", heard(host, 21));

                assertTrue(post(first, "/scan", "BY-HTTP").get("heard").booleanValue());
                assertEquals("]Q1BY-HTTP\r", heard(host, 11));
                var state = post(first, "/hand", ":fault no-aim on");
                assertEquals("no-aim", state.path("faults").path(0).asString());
                assertFalse(post(first, "/hand", ":unplug").get("pluggedIn").booleanValue());
                assertEquals(-1, host.getInputStream().read());
            }
            assertTrue(process.isAlive());
        } finally {
            process.destroy();
            assertTrue(process.waitFor(30, TimeUnit.SECONDS));
        }
    }

    private static String heard(Socket host, int count) throws IOException {
        return new String(host.getInputStream().readNBytes(count), UTF_8);
    }

    private static String event(BufferedReader events) throws IOException {
        return JSON.readTree(events.readLine()).path("event").asString();
    }

    private static JsonNode post(JsonNode first, String path, String body) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var request =
                    HttpRequest.newBuilder(URI.create(first.get("http").stringValue() + path))
                            .POST(HttpRequest.BodyPublishers.ofString(body))
                            .build();
            var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            assertEquals(200, answer.statusCode());
            return JSON.readTree(answer.body());
        }
    }

    @Test
    void aTakenPortIsAFailure() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertEquals(
                    1,
                    new CommandLine(new SimScannerCommand())
                            .execute("--port", String.valueOf(taken.getLocalPort())));
        }
    }

    @Test
    void wrongUseIsToldWithItsCure() {
        assertWrongUse("--port: 99999 is not a port; use 0 to 65535", "--port", "99999");
        assertWrongUse("\"upside-down\" is unknown", "--port", "0", "--fault", "upside-down");
        assertWrongUse("either --port PORT or --serial PATH");
        assertWrongUse("either --port PORT or --serial PATH", "--port", "0", "--serial", "/x");
    }

    private static void assertWrongUse(String message, String... arguments) {
        var said = new StringWriter();
        int code =
                new CommandLine(new SimScannerCommand())
                        .setErr(new PrintWriter(said))
                        .execute(arguments);
        assertEquals(2, code);
        assertTrue(said.toString().contains(message), said.toString());
    }

    @Test
    void theLauncherFindsIt() {
        ServiceLoader<?> commands = ServiceLoader.load(Callable.class);

        assertTrue(commands.stream().anyMatch(c -> c.type() == SimScannerCommand.class));
    }

    @Test
    void eachFaultHasAWordAndASentence() {
        for (ScannerFault fault : ScannerFault.values()) {
            assertEquals(fault, ScannerFault.of(fault.word()).orElseThrow());
            assertTrue(fault.sentence().endsWith("."), fault.sentence());
        }
    }
}
