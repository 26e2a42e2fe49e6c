package de.buergerkiosk.eid.simulated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.eid.EidTrouble;
import de.buergerkiosk.eid.simulated.client.NetworkLine;
import de.buergerkiosk.eid.simulated.client.ServerTrouble;
import de.buergerkiosk.eid.simulated.client.ServerTrouble.Kind;
import de.buergerkiosk.eid.simulated.eac.Bytes;
import de.buergerkiosk.eid.simulated.paos.TcToken;
import de.buergerkiosk.eid.simulated.server.NetworkedEidServer;
import de.buergerkiosk.eid.simulated.server.ServerFault;
import de.buergerkiosk.ports.eid.EidEvent.PinRequired;
import de.buergerkiosk.ports.eid.EidResult.Done;
import de.buergerkiosk.ports.eid.ScriptedDialogue;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The simulation's client against the test eID server on a real port. */
class ServerBehindTlsTest {
    private final Desk desk;

    ServerBehindTlsTest(@TempDir Path folder) {
        this.desk = new Desk(folder);
    }

    private NetworkedEidServer server(boolean psk, ServerFault fault) throws IOException {
        return NetworkedEidServer.start(
                new NetworkedEidServer.Start(
                        0,
                        psk,
                        Encounter.asking(Encounter.EVERYTHING_READABLE),
                        fault,
                        ServiceDescription.shipped(),
                        ZoneId.of("Europe/Berlin")),
                // TLS certificates are for now, the desk's clock stands still
                InstantSource.system(),
                new SecureRandom(),
                Thread.ofVirtual().factory());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void anIdentificationGoesThroughWithAndWithoutAPreSharedKey(boolean psk)
            throws IOException, InterruptedException {
        desk.setToNow();
        desk.put("guelsen");
        try (var server = server(psk, ServerFault.NONE)) {
            var done =
                    assertInstanceOf(
                            Done.class,
                            desk.eid.authenticate(
                                    server.tcTokenUrl(), ScriptedDialogue.typing(Desk.PIN)));
            String json = refreshed(done.refreshAddress());
            assertTrue(json.startsWith("{\"outcome\":\"identified\""), "not identified");
            assertTrue(json.contains("Łukaszewicz-Ðorđević"));
            assertEquals("nothing to collect", refreshed(done.refreshAddress()));
        }
    }

    /** As the kiosk does: over the network, without looking at the certificate of this test. */
    private static String refreshed(URI address) throws IOException {
        try (var line = new NetworkLine(new SecureRandom())) {
            return line.page(address);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "CERTIFICATE_HASH, EID-SERVER-UNTRUSTED",
        "OTHER_ORIGIN, EID-SERVER-UNTRUSTED",
        "EXPIRED_CERTIFICATE, EID-SERVER-UNTRUSTED",
        "UNKNOWN_ROOT, EID-SERVER-UNTRUSTED",
        "REPLAYED_SESSION, EID-SESSION-UNKNOWN",
        "MALFORMED_TCTOKEN, EID-SERVER-FAULTY",
        "MALFORMED_PAOS, EID-SERVER-FAULTY",
        "OVERSIZED_PAOS, EID-SERVER-FAULTY",
        "SERVER_ERROR, EID-SERVER-FAULTY",
        "CONNECTION_BREAKS, EID-SERVER-DOWN",
    })
    void aRogueServerEndsWithItsCodeBeforeThePin(ServerFault fault, String code)
            throws IOException, InterruptedException {
        desk.setToNow();
        desk.put("erika");
        var citizen = ScriptedDialogue.typing(Desk.PIN);
        try (var server = server(false, fault)) {
            var trouble =
                    List.of(EidTrouble.values()).stream()
                            .filter(each -> each.code().equals(code))
                            .findFirst()
                            .orElseThrow();
            Desk.assertEnded(trouble, desk.eid.authenticate(server.tcTokenUrl(), citizen));
        }
        assertEquals(List.of(), citizen.events(PinRequired.class));
    }

    private static Kind kind(URI address) {
        var line = new NetworkLine(new SecureRandom(), Duration.ofMillis(500));
        return Assertions.assertThrows(ServerTrouble.class, () -> line.tcToken(address)).kind();
    }

    @Test
    void aServerThatIsNotThereOrDoesNotSpeakIsDown() throws IOException {
        try (var mute = new ServerSocket(0)) {
            assertEquals(Kind.SILENT, kind(URI.create("https://localhost:" + mute.getLocalPort())));
        }
        assertEquals(Kind.SILENT, kind(URI.create("https://localhost:1")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://example.org/tcToken", "http://localhost:8443/tcToken"})
    void theSimulationSpeaksWithThisComputerOnly(String address) {
        assertEquals(Kind.UNTRUSTED, kind(URI.create(address)));
    }

    @Test
    void aKeyThatBelongsToNoSessionOpensNoChannel() throws IOException {
        try (var server = server(true, ServerFault.NONE);
                var line = new NetworkLine(new SecureRandom(), Duration.ofSeconds(5))) {
            var token =
                    Assertions.assertDoesNotThrow(
                            () -> TcToken.parse(line.tcToken(server.tcTokenUrl())));
            var forged =
                    new TcToken(
                            token.serverAddress(),
                            token.session(),
                            token.refreshAddress(),
                            token.refreshAddress(),
                            Optional.of(Bytes.literal("00".repeat(32))));
            assertEquals(
                    Kind.SILENT,
                    Assertions.assertThrows(
                                    ServerTrouble.class, () -> line.exchange(forged, "<x/>"))
                            .kind());
        }
    }
}
