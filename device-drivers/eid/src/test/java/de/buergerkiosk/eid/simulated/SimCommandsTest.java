package de.buergerkiosk.eid.simulated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.eid.simulated.card.CardFault;
import de.buergerkiosk.eid.simulated.server.ServerFault;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;

class SimCommandsTest {
    private final PrintStream usual = System.out;
    private final PrintStream usualErr = System.err;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeEach
    void listen() {
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void restore() {
        System.setOut(usual);
        System.setErr(usualErr);
    }

    private static Callable<Integer> command(String name) {
        return name.equals("card") ? new SimCardCommand() : new SimEidServerCommand();
    }

    private static int run(Callable<Integer> command, StringWriter errors, String... args) {
        return new CommandLine(command).setErr(new PrintWriter(errors)).execute(args);
    }

    @ParameterizedTest
    @CsvSource({
        "card, --vpcd, nowhere, --vpcd: nowhere is not HOST:PORT",
        "card, --vpcd, host:70000, --vpcd: host:70000 is not HOST:PORT",
        "card, --person, nobody, --person: no ID card of nobody",
        "card, --person, library-card, --person: no ID card of library-card",
        "card, --fault, hiccup, --fault: hiccup is not a fault",
        "card, --pin, 12ab56, --pin: not six digits",
        "server, --port, 99999, --port: 99999 is not a port",
        "server, --port, -1, --port: -1 is not a port",
        "server, --rights, 12, --rights: 12 is not the rights of a terminal",
        "server, --rights, C0000000FF, --rights: C0000000FF is not the rights of a terminal",
        "server, --fault, hiccup, --fault: hiccup is not a fault",
    })
    void aWrongValueIsNamedWithWhatWouldBeRight(
            String name, String option, String value, String says) {
        var errors = new StringWriter();

        assertEquals(2, run(command(name), errors, option, value));
        assertTrue(errors.toString().contains(says), errors.toString());
        assertEquals("", out.toString(StandardCharsets.UTF_8));
    }

    @Test
    void aWrongPinIsNotRepeated() {
        var errors = new StringWriter();
        run(new SimCardCommand(), errors, "--pin", "1234567");
        assertFalse(errors.toString().contains("1234567"));
    }

    private JsonNode list(Callable<Integer> command, String option) {
        assertEquals(0, run(command, new StringWriter(), option, "list", "--json"));
        var lines = out.toString(StandardCharsets.UTF_8).lines().toList();
        assertEquals(1, lines.size());
        return StrictJson.MAPPER.readTree(lines.getFirst());
    }

    @Test
    void theListsNameEveryFaultAndPerson() {
        assertEquals(
                CardFault.values().length,
                list(new SimCardCommand(), "--fault").path("faults").size());
        out.reset();
        assertEquals(
                ServerFault.values().length,
                list(new SimEidServerCommand(), "--fault").path("faults").size());
        out.reset();
        assertEquals(11, list(new SimCardCommand(), "--person").path("persons").size());
    }

    @Test
    void withoutAVirtualReaderTheCardSaysHowToGetOne() throws IOException {
        int free;
        try (var socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        assertEquals(
                1, run(new SimCardCommand(), new StringWriter(), "--vpcd", "127.0.0.1:" + free));
        String said = err.toString(StandardCharsets.UTF_8);
        assertTrue(said.contains("apt-get install pcscd vsmartcard-vpcd"), said);
        assertEquals("", out.toString(StandardCharsets.UTF_8));
    }

    /** What the card says of a driver that sends this, and how it ends. */
    private String saidOf(byte[] sent, int code) throws Exception {
        try (var driver = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var sending =
                    threads.submit(() -> {
                        try (var line = driver.accept()) {
                            line.getOutputStream().write(sent);
                        }
                        return true;
                    });
            String vpcd = "127.0.0.1:" + driver.getLocalPort();
            assertEquals(code, run(new SimCardCommand(), new StringWriter(), "--vpcd", vpcd));
            assertTrue(sending.get());
        }
        return err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void aDriverThatHangsUpIsNoMissingReader() throws Exception {
        String said = saidOf(new byte[] {0, 1, 1}, 0);
        assertTrue(said.contains("vpcd has hung up"), said);
        assertFalse(said.contains("apt-get"), said);
    }

    @Test
    void aDriverThatIsNoneIsToldWithWhatItSent() throws Exception {
        String said = saidOf(new byte[] {0, 1, 42}, 1);
        assertTrue(said.contains("unknown control code 42"), said);
        assertFalse(said.contains("apt-get"), said);
    }

    @Test
    void aPortThatIsTakenIsNamed() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();
            assertEquals(
                    1, run(new SimEidServerCommand(), new StringWriter(), "--port", "" + port));
            String said = err.toString(StandardCharsets.UTF_8);
            assertTrue(said.contains("port " + port), said);
            assertTrue(said.contains("Choose another --port"), said);
        }
    }
}
