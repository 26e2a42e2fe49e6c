package de.buergerkiosk.printer.escpos.simulated;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Timeout(120)
class SimPrinterCommandTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir Path folder;

    @Test
    void asAProcessItTellsItsAddressObeysHandsAndDrawsPapers()
            throws IOException, InterruptedException {
        Files.writeString(folder.resolve("paper-0007.txt"), "an older paper");
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-Djava.awt.headless=true",
                                "-cp",
                                System.getProperty("java.class.path"),
                                SimPrinterProcess.class.getName(),
                                "--port",
                                "0",
                                "--out",
                                folder.toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        try (BufferedReader events =
                new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
            JsonNode first = JSON.readTree(events.readLine());
            int port = first.get("port").intValue();
            assertEquals("127.0.0.1:" + port, first.get("address").stringValue());
            assertEquals(process.pid(), first.get("pid").longValue());

            OutputStream hands = process.getOutputStream();
            hands.write("paper low\n".getBytes(UTF_8));
            hands.flush();
            assertEquals("low", event(events, "status").get("paper").stringValue());

            // the end of standard input is not the end of the printer
            hands.close();
            try (var host = new Socket(InetAddress.getLoopbackAddress(), port)) {
                host.getOutputStream().write("Guten Tag\n\u001dV\0".getBytes(UTF_8));
                JsonNode paper = event(events, "paper");
                assertEquals(8, paper.get("number").intValue());
                assertEquals("paper-0008.png", paper.get("png").stringValue());
            }
            assertEquals("Guten Tag\n", Files.readString(folder.resolve("paper-0008.txt")));
            assertTrue(Files.size(folder.resolve("paper-0008.png")) > 100);
            assertTrue(process.isAlive());
        } finally {
            process.destroy();
            assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        }
    }

    private static JsonNode event(BufferedReader events, String kind) throws IOException {
        for (String line = events.readLine(); line != null; line = events.readLine()) {
            JsonNode event = JSON.readTree(line);
            if (event.path("event").asString().equals(kind)) {
                return event;
            }
        }
        throw new AssertionError("the printer ended before it told of: " + kind);
    }

    @Test
    void aTakenPortIsAFailure() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertEquals(
                    1,
                    new CommandLine(new SimPrinterCommand())
                            .execute("--port", String.valueOf(taken.getLocalPort())));
        }
    }

    @Test
    void wrongUseIsToldWithItsCure() {
        assertWrongUse("--port: 99999 is not a port; use 0 to 65535", "--port", "99999");
        assertWrongUse("\"paper-jam\" is unknown; \"--fault list\"", "--fault", "paper-jam");
        assertWrongUse("--dots: 7 is no width of paper", "--dots", "7");
    }

    private static void assertWrongUse(String message, String... arguments) {
        var said = new StringWriter();
        int code =
                new CommandLine(new SimPrinterCommand())
                        .setErr(new PrintWriter(said))
                        .execute(arguments);
        assertEquals(2, code);
        assertTrue(said.toString().contains(message), said.toString());
    }

    @Test
    void theLauncherFindsIt() {
        ServiceLoader<?> commands = ServiceLoader.load(Callable.class);

        assertTrue(commands.stream().anyMatch(c -> c.type() == SimPrinterCommand.class));
    }

    @Test
    void eachFaultHasAWordAndASentence() {
        for (PrinterFault fault : PrinterFault.values()) {
            assertEquals(fault, PrinterFault.of(fault.word()).orElseThrow());
            assertTrue(fault.sentence().endsWith("."), fault.sentence());
        }
        for (Touch touch : Touch.values()) {
            assertEquals(touch, Touch.of("  " + touch.words() + " ").orElseThrow());
        }
    }
}
