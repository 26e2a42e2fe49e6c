package de.buergerkiosk.eid.activation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import de.buergerkiosk.eid.EidTrouble;
import de.buergerkiosk.ports.DeviceState;
import de.buergerkiosk.ports.eid.CardGlance;
import de.buergerkiosk.ports.eid.EidEvent.CardRequired;
import de.buergerkiosk.ports.eid.EidResult;
import de.buergerkiosk.ports.eid.EidResult.Done;
import de.buergerkiosk.ports.eid.EidResult.Ended;
import de.buergerkiosk.ports.eid.ScriptedDialogue;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(120)
class InstalledClientIsActivatedTest {
    private static final URI TC_TOKEN =
            URI.create("https://eid.example/tctoken?session=1&kiosk=a b".replace(' ', '+'));
    private static final String STATUS =
            """
            Implementation-Title: Open eCard App
            Implementation-Version: 2.3.8
            Specification-Title: TR-03124
            Specification-Version: 1.4
            """;

    private final AtomicReference<String> location = new AtomicReference<>("");
    private final AtomicReference<String> query = new AtomicReference<>("");
    private final CountDownLatch hold = new CountDownLatch(1);
    private volatile int status = 303;
    private volatile String statusText = STATUS;
    private volatile boolean holding;

    @SuppressWarnings("NullAway.Init") // made before each test
    private HttpServer installed;

    @BeforeEach
    void setUp() throws IOException {
        installed =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        installed.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        installed.createContext("/eID-Client", this::answer);
        installed.start();
    }

    @AfterEach
    void tearDown() {
        hold.countDown();
        installed.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String asked = exchange.getRequestURI().getRawQuery();
            if (asked.equals("Status")) {
                byte[] text = statusText.getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, text.length);
                exchange.getResponseBody().write(text);
                return;
            }
            query.set(asked);
            if (holding) {
                hold.await(20, TimeUnit.SECONDS);
            }
            if (!location.get().isEmpty()) {
                exchange.getResponseHeaders().add("Location", location.get());
            }
            exchange.sendResponseHeaders(status, -1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private ActivationEidClient client(Duration workflowMax) {
        return new ActivationEidClient(
                ActivationSettings.usual()
                        .at(
                                URI.create(
                                        "http://127.0.0.1:"
                                                + installed.getAddress().getPort()
                                                + "/eID-Client"))
                        .within(workflowMax),
                CardGlance.BLIND,
                InstantSource.system());
    }

    private EidResult authenticate(ScriptedDialogue citizen) throws InterruptedException {
        try (var client = client(Duration.ofSeconds(60))) {
            return client.authenticate(TC_TOKEN, citizen);
        }
    }

    @Test
    void thePortThatHttpsHasAnywayMayBeWrittenOut() throws InterruptedException {
        location.set("https://EID.example:443/refresh?ResultMajor=ok");

        assertEquals(new Done(URI.create(location.get())), authenticate(ScriptedDialogue.typing()));
    }

    @Test
    void itsRedirectIsTheResultAndTheAddressArrivesWhole() throws InterruptedException {
        location.set("https://eid.example/refresh?identity=1&ResultMajor=ok");
        var citizen = ScriptedDialogue.typing();

        assertEquals(new Done(URI.create(location.get())), authenticate(citizen));
        assertEquals(
                "tcTokenURL=https%3A%2F%2Feid.example%2Ftctoken%3Fsession%3D1%26kiosk%3Da%2Bb",
                query.get());
        assertEquals(1, citizen.events(CardRequired.class).size());
    }

    @ParameterizedTest
    @CsvSource({
        "https://eid.example/r?ResultMajor=error&ResultMinor=cancellationByUser, CANCELLED",
        "https://eid.example/r?ResultMajor=error&ResultMinor=trustedChannelEstablishmentFailed,"
                + " SERVER_DOWN",
        "https://eid.example/r?ResultMajor=error&ResultMinor=clientError, CLIENT_FAILED",
        "https://eid.example/r?ResultMajor=error, CLIENT_FAILED",
        "https://eid.example/r, CLIENT_STRANGE",
        "https://elsewhere.example/r?ResultMajor=ok, CLIENT_STRANGE",
        "https://eid.example@elsewhere.example/r?ResultMajor=ok, CLIENT_STRANGE",
        "https://eid.example:8443/r?ResultMajor=ok, CLIENT_STRANGE",
        "http://eid.example/r?ResultMajor=ok, CLIENT_STRANGE",
        "https://eid.example/r?ResultMajor=error&ResultMajor=ok, CLIENT_STRANGE",
        "javascript:alert(1)?ResultMajor=ok, CLIENT_STRANGE",
        "not an address, CLIENT_STRANGE",
        "'', CLIENT_STRANGE",
    })
    void otherRedirectsAreNamedTroubles(String to, EidTrouble trouble) throws InterruptedException {
        location.set(to);

        var end = assertInstanceOf(Ended.class, authenticate(ScriptedDialogue.typing()));
        assertEquals(trouble.code(), end.fault().code());
    }

    @ParameterizedTest
    @CsvSource({"404, SERVER_DOWN", "409, CLIENT_BUSY", "500, CLIENT_FAILED", "200, CLIENT_FAILED"})
    void answersWithoutARedirectAreNamedToo(int code, EidTrouble trouble)
            throws InterruptedException {
        status = code;

        var end = assertInstanceOf(Ended.class, authenticate(ScriptedDialogue.typing()));
        assertEquals(trouble.code(), end.fault().code());
    }

    @Test
    void aCitizenWhoLeavesEndsTheWait() throws InterruptedException {
        holding = true;
        var citizen = ScriptedDialogue.typing();
        citizen.at(CardRequired.class, citizen::leave);

        assertEquals(EidTrouble.CANCELLED.ended(), authenticate(citizen));
    }

    @Test
    void aClientThatNeverEndsIsNotWaitedForForever() throws InterruptedException {
        holding = true;
        try (var client = client(Duration.ofMillis(300))) {
            var end =
                    assertInstanceOf(
                            Ended.class, client.authenticate(TC_TOKEN, ScriptedDialogue.typing()));
            assertEquals(EidTrouble.ANSWER_LATE.code(), end.fault().code());
        }
    }

    @Test
    void anotherProgramAtItsPlaceIsNoEidClient() throws InterruptedException {
        statusText = "<html>Hello</html>";

        var end = assertInstanceOf(Ended.class, authenticate(ScriptedDialogue.typing()));
        assertEquals(EidTrouble.CLIENT_ALIEN.code(), end.fault().code());
    }

    @Test
    void nobodyAtItsPlaceIsSaidInTheStateToo() throws IOException, InterruptedException {
        int free;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        try (var client =
                new ActivationEidClient(
                        ActivationSettings.usual()
                                .at(URI.create("http://127.0.0.1:" + free + "/eID-Client")),
                        CardGlance.BLIND,
                        InstantSource.system())) {
            var down = assertInstanceOf(DeviceState.Down.class, client.state());
            assertEquals(EidTrouble.CLIENT_DOWN.code(), down.fault().code());
        }
    }

    @Test
    void theStateOfAnInstalledClientIsReady() throws InterruptedException {
        try (var client = client(Duration.ofSeconds(30))) {
            assertInstanceOf(DeviceState.Ready.class, client.state());
            var there =
                    assertInstanceOf(ActivationEidClient.Presence.There.class, client.presence());
            assertEquals(
                    new ClientStatus("Open eCard App", "2.3.8", "TR-03124 1.4"), there.status());
        }
    }

    @Test
    void anEndpointThatIsNoneIsRefusedAtOnce() {
        var wrong =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> ActivationSettings.usual().at(URI.create("ftp://localhost/x")));
        assertTrue(String.valueOf(wrong.getMessage()).contains("24727"));
    }
}
