package de.buergerkiosk.eid.identify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Timeout(120)
class IdentifyCommandTest {
    private record Run(int code, JsonNode document, String said) {}

    /** Standard output is the command's result, so the test has to take it. */
    private static Run run(String... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new StringWriter();
        PrintStream before = System.out;
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        int code;
        try {
            code =
                    new CommandLine(new IdentifyCommand())
                            .setErr(new PrintWriter(err))
                            .execute(arguments);
        } finally {
            System.setOut(before);
        }
        String text = out.toString(StandardCharsets.UTF_8);
        JsonMapper json = JsonMapper.builder().build();
        return new Run(
                code,
                text.startsWith("{") ? json.readTree(text) : json.createObjectNode(),
                text + err);
    }

    @Test
    void theSimulationIdentifiesItsExamplePerson() {
        Run run = run("--client", "simulation", "--pin", "123456", "--json");

        assertEquals(0, run.code());
        assertEquals("identified", run.document().path("outcome").asString());
        JsonNode person = run.document().path("person");
        assertEquals("Mustermann", person.path("familyNames").asString());
        assertEquals("Erika", person.path("givenNames").asString());
        assertFalse(person.path("address").path("city").asString().isEmpty());
        assertTrue(run.document().path("trace").toString().contains("{\"message\":\"ENTER_PIN\"}"));
        assertFalse(run.said().contains("123456"));
    }

    @ParameterizedTest
    @CsvSource({
        "erika, 000000, wrong-pin, 2",
        "erika, 12345, transport-pin, 3",
        "otto, 123456, deactivated, -1",
        "library-card, 123456, foreign-card, -1",
        "greta, 123456, blocked, 0",
        "ludwig, 123456, cancelled, 1",
        "lilly, 123456, refused, 3",
    })
    void eachEndHasItsWordAndItsTries(String card, String pin, String outcome, int tries) {
        Run run = run("--client", "simulation", "--reader", card, "--pin", pin, "--json");

        assertEquals(1, run.code());
        assertEquals(outcome, run.document().path("outcome").asString(), run.said());
        assertEquals(tries, run.document().path("triesLeft").asInt(-1));
        assertFalse(run.document().path("reason").asString("").isEmpty());
        assertTrue(run.document().path("person").isMissingNode());
        assertFalse(run.said().contains(pin));
    }

    @Test
    void nobodyAtTheEndpointIsUnavailable() throws IOException {
        int free;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        Run run =
                run(
                        "--client",
                        "ausweisapp",
                        "--endpoint",
                        "ws://127.0.0.1:" + free + "/eID-Kernel",
                        "--tc-token-url",
                        "https://localhost:1/tc",
                        "--json");

        assertEquals(1, run.code());
        assertEquals("unavailable", run.document().path("outcome").asString());
        assertTrue(run.document().path("reason").asString().startsWith("EID-CLIENT-DOWN"));
    }

    /** The address says at the eService how it ended. */
    @Test
    void anInstalledClientThatFailsLeadsSomewhereAllTheSame() throws IOException {
        var failed =
                "https://eid.example/r?ResultMajor=error&ResultMinor=trustedChannelEstablishmentFailed";
        var installed =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        installed.createContext(
                "/eID-Client",
                exchange -> {
                    try (exchange) {
                        boolean asked = exchange.getRequestURI().getQuery().equals("Status");
                        byte[] text =
                                """
                                Implementation-Title: Open eCard App
                                Implementation-Version: 2.3.8
                                Specification-Title: TR-03124
                                Specification-Version: 1.4
                                """
                                        .getBytes(StandardCharsets.UTF_8);
                        if (!asked) {
                            exchange.getResponseHeaders().add("Location", failed);
                        }
                        exchange.sendResponseHeaders(asked ? 200 : 303, asked ? text.length : -1);
                        if (asked) {
                            exchange.getResponseBody().write(text);
                        }
                    }
                });
        installed.start();
        try {
            Run run =
                    run(
                            "--client",
                            "activation",
                            "--endpoint",
                            "http://127.0.0.1:" + installed.getAddress().getPort() + "/eID-Client",
                            "--tc-token-url",
                            "https://eid.example/tc",
                            "--json");

            assertEquals(1, run.code(), run.said());
            assertEquals("unavailable", run.document().path("outcome").asString());
            assertEquals(failed, run.document().path("refreshAddress").asString());
        } finally {
            installed.stop(0);
        }
    }

    @Test
    void whatIsClosedOnExitIsClosedOnce() {
        var times = new AtomicInteger();
        var closed = new ClosedOnExit(times::incrementAndGet, Thread::new);

        closed.close();
        closed.close();

        assertEquals(1, times.get());
    }

    @ParameterizedTest
    @CsvSource({
        "--client nobody, use ausweisapp",
        "--client simulation --pin 1234, --pin: six digits",
        "--client simulation --can 12, --can: the six digits",
        "--client simulation --wait 0, use 1 to 600",
        "--client simulation --tc-token-url https://a.example, not with the simulation",
        "--client activation, --tc-token-url: missing",
        "--client ausweisapp --tc-token-url nonsense, --tc-token-url: not an address",
        "--client ausweisapp --endpoint ws://192.168.0.7:24727 --pin 123456, --endpoint: not an"
                + " address",
        "--client ausweisapp --endpoint ws://127.0.0.1@192.168.0.7/, --endpoint: not an address",
        "--client activation --tc-token-url https://a.example --endpoint http://a.example, on this"
                + " computer",
        "--client simulation --trust-anchor 7F2100, --trust-anchor: only for",
        "--client ausweisapp --trust-anchor 00, --trust-anchor: a trust anchor is",
    })
    void wrongUseIsToldWithItsCure(String arguments, String message) {
        Run run = run(arguments.split(" ", -1));

        assertEquals(2, run.code(), run.said());
        assertTrue(run.said().contains(message), run.said());
        assertFalse(run.said().contains("1234"), "a PIN is never repeated");
    }
}
