package de.buergerkiosk.payment.zvt.simulated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.payment.zvt.ZvtSettings;
import de.buergerkiosk.payment.zvt.ZvtTerminal;
import de.buergerkiosk.ports.WireTrace;
import de.buergerkiosk.ports.payment.ListPaymentJournal;
import de.buergerkiosk.ports.payment.PaymentOrder;
import de.buergerkiosk.ports.payment.PaymentOutcome;
import de.buergerkiosk.ports.payment.PaymentProgress;
import de.buergerkiosk.ports.payment.PaymentWatch;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every request of the README, and what is said to wrong ones. */
@Timeout(120)
class TerminalIsSteeredOverHttpTest {
    private final HttpClient client = HttpClient.newHttpClient();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private SimulatedTerminal terminal;
    private SimHttp http;

    @BeforeEach
    void start() throws Exception {
        terminal =
                SimulatedTerminal.start(
                        SimulatedTerminal.Settings.quick(InstantSource.system())
                                .cardholder(true, Duration.ofMillis(1)));
        http = SimHttp.start(0, terminal, threads);
    }

    @AfterEach
    void stop() {
        http.close();
        terminal.close();
        client.close();
        threads.close();
    }

    private record Told(int status, JsonNode json) {
        String error() {
            return json.path("error").asString("");
        }
    }

    private Told ask(String method, String path, String body) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + http.port() + path))
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .timeout(Duration.ofSeconds(10))
                        .build();
        HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
        return new Told(response.statusCode(), JsonMapper.shared().readTree(response.body()));
    }

    private PaymentOutcome pay(String reference, PaymentWatch watch) throws InterruptedException {
        return new ZvtTerminal(
                        ZvtSettings.unattended("127.0.0.1", terminal.port(), "123456"),
                        new ListPaymentJournal(),
                        InstantSource.system(),
                        WireTrace.NONE)
                .pay(new PaymentOrder(reference, 500), watch);
    }

    @Test
    void aFaultIsSetSeenFeltAndTakenBack() throws Exception {
        Told set = ask("POST", "/fault", "{\"fault\":\"declined\"}");
        assertEquals(200, set.status());
        assertEquals("declined", set.json().path("fault").asString());
        assertInstanceOf(PaymentOutcome.Declined.class, pay("a", PaymentWatch.NONE));

        assertEquals("none", ask("DELETE", "/fault", "").json().path("fault").asString());
        assertInstanceOf(PaymentOutcome.Approved.class, pay("b", PaymentWatch.NONE));
        Told ledger = ask("GET", "/ledger", "");
        assertEquals(1, ledger.json().size());
        assertEquals(500, ledger.json().at("/0/amountCents").asLong());
        Told state = ask("GET", "/state", "");
        assertEquals(1, state.json().path("openBookings").asInt());
        assertEquals(500, state.json().path("openCents").asLong());
        assertTrue(state.json().path("registered").asBoolean());
    }

    @Test
    void aBareWordIsAFaultAsWell() throws Exception {
        assertEquals("busy", ask("POST", "/fault", "busy").json().path("fault").asString());
        assertEquals(TerminalFault.BUSY, terminal.engine().mood().fault());
    }

    @Test
    void whatBefallsTheLineWaitsForItsMessage() throws Exception {
        Told set = ask("POST", "/line", "{\"line\":[\"cut-after@5\",\"late@900\"]}");
        assertEquals("cut-after@5", set.json().at("/line/0").asString());
        pay("a", PaymentWatch.NONE);
        Told later = ask("GET", "/state", "");
        assertEquals(
                List.of("late@900"),
                later.json().path("line").valueStream().map(JsonNode::asString).toList());
        assertTrue(later.json().path("messages").asInt() >= 5);
        assertEquals(0, ask("POST", "/line", "{\"line\":[]}").json().path("line").size());
    }

    @Test
    void quirksAreReplaced() throws Exception {
        ask("POST", "/quirks", "{\"quirks\":[\"no-receipts\",\"no-repeat\"]}");
        Told second = ask("POST", "/quirks", "{\"quirks\":\"no-enquiry\"}");
        assertEquals(1, second.json().path("quirks").size());
        assertEquals(Set.of(Quirk.NO_ENQUIRY), terminal.engine().mood().quirks());
    }

    @Test
    void theCardholderActs() throws Exception {
        ask("POST", "/act", "{\"action\":\"auto off\"}");
        var watch =
                new PaymentWatch() {
                    @Override
                    public void progress(PaymentProgress progress) {
                        threads.execute(() -> {
                            try {
                                switch (progress) {
                                    case PRESENT_CARD -> ask("POST", "/act", "card");
                                    case ENTER_PIN -> ask("POST", "/act", "pin-ok");
                                    default -> {
                                        // nothing for the person to do
                                    }
                                }
                            } catch (Exception broken) {
                                throw new IllegalStateException(broken);
                            }
                        });
                    }

                    @Override
                    public boolean cancelWanted() {
                        return false;
                    }
                };
        assertInstanceOf(PaymentOutcome.Approved.class, pay("a", watch));
        assertTrue(ask("POST", "/act", "mute on").json().path("mute").asBoolean());
        assertEquals("false", ask("DELETE", "/fault", "").json().path("mute").asString());
    }

    @Test
    void everythingItCanDoIsListed() throws Exception {
        JsonNode names = ask("GET", "/faults", "").json();
        assertEquals(TerminalFault.values().length, names.path("faults").size());
        assertEquals(LineFault.Kind.values().length, names.path("line").size());
        assertEquals(Quirk.values().length, names.path("quirks").size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POST   | /fault  | hiccup               | 400 | hiccup is not a fault",
                "POST   | /fault  | {'fault':5}          | 400 | \"fault\": a text expected",
                "POST   | /fault  | {'falt':'busy'}      | 400 | \"falt\" is not \"fault\"",
                "POST   | /fault  | {}                   | 400 | \"fault\" is missing",
                "POST   | /fault  | {'fault':            | 400 | not JSON",
                "POST   | /line   | {}                   | 400 | \"line\" is missing",
                "POST   | /line   | {'line':['lose']}    | 400 | lose is no fault of the line",
                "POST   | /line   | {'line':['lose@0']}  | 400 | lose@0 is no fault of the line",
                "POST   | /line   | {'line':7}           | 400 | a text or a list of texts",
                "POST   | /line   | lose@4               | 400 | not JSON",
                "POST   | /line   | [1]                  | 400 | not a JSON object",
                "POST   | /quirks | {'quirks':['odd']}   | 400 | odd is not a quirk",
                "POST   | /quirks | {'quirks':[1]}       | 400 | text expected instead of 1",
                "POST   | /act    | {'action':'dance'}   | 400 | dance is not an action",
                "POST   | /act    | ''                   | 400 | is not an action",
                "GET    | /fault  | ''                   | 405 | GET /fault is not here",
                "PUT    | /act    | card                 | 405 | PUT /act is not here",
                "DELETE | /ledger | ''                   | 405 | DELETE /ledger is not here",
                "GET    | /       | ''                   | 404 | GET / is not here",
                "GET    | /status | ''                   | 404 | GET /status is not here",
            })
    void wrongRequestsAreNamedAndChangeNothing(
            String method, String path, String body, int status, String error) throws Exception {
        ask("POST", "/line", "{\"line\":[\"late@900\"]}");
        Told told = ask(method, path, body.replace('\'', '"'));

        assertEquals(status, told.status(), told.error());
        assertTrue(told.error().contains(error), told.error());
        JsonNode state = ask("GET", "/state", "").json();
        assertEquals("none", state.path("fault").asString());
        assertEquals("late@900", state.at("/line/0").asString());
        assertEquals(0, state.path("quirks").size());
    }
}
