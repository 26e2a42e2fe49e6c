package de.buergerkiosk.eid.activation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import de.buergerkiosk.eid.EidTrouble;
import de.buergerkiosk.eid.activation.ActivationEidClient.Presence;
import de.buergerkiosk.ports.eid.CardGlance;
import de.buergerkiosk.ports.eid.EidResult;
import de.buergerkiosk.ports.eid.ScriptedDialogue;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whoever sits at the reserved port may drip or flood: the kiosk never waits for an end of it. */
@Timeout(120)
class ClientNeverStopsTalkingTest {
    private static final URI TC_TOKEN = URI.create("https://eid.example/tctoken?session=1");
    private static final String REFRESH = "https://eid.example/refresh?ResultMajor=ok";
    private static final String STATUS =
            "Implementation-Title: App\nSpecification-Title: TR-03124\n";

    private final CountDownLatch over = new CountDownLatch(1);
    private volatile Talk atStatus = out -> say(out, "HTTP/1.1 200 OK", STATUS);
    private volatile Talk atActivation = out -> say(out, "HTTP/1.1 500 Oops", "");

    @SuppressWarnings("NullAway.Init") // made before each test
    private ServerSocket port;

    /** What is said on a connection. */
    private interface Talk {
        void to(OutputStream out) throws IOException, InterruptedException;
    }

    @BeforeEach
    void setUp() throws IOException {
        port = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
    }

    @AfterEach
    void tearDown() throws IOException {
        over.countDown();
        port.close();
    }

    private void serve() {
        try {
            while (true) {
                Socket socket = port.accept();
                Thread.ofVirtual().start(() -> answer(socket));
            }
        } catch (IOException e) {
            // the test is over
        }
    }

    private void answer(Socket socket) {
        try (socket) {
            var in =
                    new BufferedReader(
                            new InputStreamReader(
                                    socket.getInputStream(), StandardCharsets.ISO_8859_1));
            String first = in.readLine();
            for (String line = first; line != null && !line.isEmpty(); line = in.readLine()) {}
            if (first != null) {
                (first.contains("tcTokenURL") ? atActivation : atStatus)
                        .to(socket.getOutputStream());
            }
        } catch (IOException e) {
            // the kiosk hung up
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void say(OutputStream out, String status, String body) throws IOException {
        write(
                out,
                "%s\r\nContent-Length: %d\r\nConnection: close\r\n\r\n%s"
                        .formatted(status, body.length(), body));
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    private void drip(OutputStream out) throws IOException, InterruptedException {
        while (!over.await(20, TimeUnit.MILLISECONDS)) {
            write(out, "x");
        }
    }

    private void flood(OutputStream out) throws IOException {
        String much = STATUS + "x".repeat(65_536);
        while (over.getCount() > 0) {
            write(out, much);
        }
    }

    private ActivationEidClient client(Duration answerMax) {
        return new ActivationEidClient(
                new ActivationSettings(
                        URI.create("http://127.0.0.1:" + port.getLocalPort() + "/eID-Client"),
                        Optional.empty(),
                        answerMax,
                        Duration.ofMinutes(10)),
                CardGlance.BLIND,
                InstantSource.system());
    }

    private EidTrouble presence(Duration answerMax) throws InterruptedException {
        try (var client = client(answerMax)) {
            return assertInstanceOf(Presence.Missing.class, client.presence()).trouble();
        }
    }

    private EidResult authenticate() throws InterruptedException {
        try (var client = client(Duration.ofSeconds(60))) {
            return client.authenticate(TC_TOKEN, ScriptedDialogue.typing());
        }
    }

    @Test
    void aStatusThatDripsIsNotWaitedFor() throws InterruptedException {
        atStatus =
                out -> {
                    write(out, "HTTP/1.1 200 OK\r\nContent-Length: 9000\r\n\r\n");
                    drip(out);
                };

        assertEquals(EidTrouble.CLIENT_SILENT, presence(Duration.ofMillis(400)));
    }

    @Test
    void headersOfAStatusThatDripAreNotWaitedFor() throws InterruptedException {
        atStatus =
                out -> {
                    write(out, "HTTP/1.1 200 OK\r\nServer: ");
                    drip(out);
                };

        assertEquals(EidTrouble.CLIENT_SILENT, presence(Duration.ofMillis(400)));
    }

    @Test
    void aStatusWithoutEndIsNoStatus() throws InterruptedException {
        atStatus =
                out -> {
                    write(out, "HTTP/1.1 200 OK\r\n\r\n");
                    flood(out);
                };

        assertEquals(EidTrouble.CLIENT_ALIEN, presence(Duration.ofSeconds(60)));
    }

    @Test
    void bytesThatAreNoHttpAreNoStatus() throws InterruptedException {
        atStatus = out -> write(out, "\u0000\u00ff\u0016\u0003 nothing\r\n\r\n");

        assertEquals(EidTrouble.CLIENT_ALIEN, presence(Duration.ofSeconds(60)));
    }

    @Test
    void whatComesAfterTheRedirectIsNotWaitedFor() throws InterruptedException {
        atActivation =
                out -> {
                    write(
                            out,
                            "HTTP/1.1 303 See Other\r\nLocation: "
                                    + REFRESH
                                    + "\r\nContent-Length: 9000\r\n\r\n");
                    drip(out);
                };

        assertEquals(new EidResult.Done(URI.create(REFRESH)), authenticate());
    }

    @Test
    void aFloodAfterTheRedirectIsNotSwallowed() throws InterruptedException {
        atActivation =
                out -> {
                    write(out, "HTTP/1.1 303 See Other\r\nLocation: " + REFRESH + "\r\n\r\n");
                    flood(out);
                };

        assertEquals(new EidResult.Done(URI.create(REFRESH)), authenticate());
    }

    @Test
    void headersWithoutEndEndTheIdentification() throws InterruptedException {
        atActivation =
                out -> {
                    write(out, "HTTP/1.1 303 See Other\r\n");
                    for (int i = 0; over.getCount() > 0; i++) {
                        write(out, "X-" + i + ": " + "x".repeat(8000) + "\r\n");
                    }
                };

        var end = assertInstanceOf(EidResult.Ended.class, authenticate());
        assertEquals(EidTrouble.CLIENT_LOST.code(), end.fault().code());
    }
}
