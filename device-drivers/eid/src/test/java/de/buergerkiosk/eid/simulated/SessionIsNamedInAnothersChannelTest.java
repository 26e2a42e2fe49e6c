package de.buergerkiosk.eid.simulated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import de.buergerkiosk.eid.simulated.client.NetworkLine;
import de.buergerkiosk.eid.simulated.client.ServerTrouble;
import de.buergerkiosk.eid.simulated.eac.Malformed;
import de.buergerkiosk.eid.simulated.paos.Envelope;
import de.buergerkiosk.eid.simulated.paos.PaosMessage;
import de.buergerkiosk.eid.simulated.paos.PaosMessage.Eac1Input;
import de.buergerkiosk.eid.simulated.paos.PaosMessage.StartPaos;
import de.buergerkiosk.eid.simulated.paos.PaosMessage.StartPaosResponse;
import de.buergerkiosk.eid.simulated.paos.TcToken;
import de.buergerkiosk.eid.simulated.server.NetworkedEidServer;
import de.buergerkiosk.eid.simulated.server.ServerFault;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** TR-03124-1, 2.6: the pre-shared key is one session's, and with it the channel. */
class SessionIsNamedInAnothersChannelTest {
    private final NetworkLine one = new NetworkLine(new SecureRandom());
    private final NetworkLine other = new NetworkLine(new SecureRandom());

    @SuppressWarnings("NullAway.Init") // made before each test
    private NetworkedEidServer server;

    @BeforeEach
    void setUp() throws IOException {
        server =
                NetworkedEidServer.start(
                        new NetworkedEidServer.Start(
                                0,
                                true,
                                Encounter.asking(Encounter.EVERYTHING_READABLE),
                                ServerFault.NONE,
                                ServiceDescription.shipped(),
                                ZoneId.of("Europe/Berlin")),
                        InstantSource.system(),
                        new SecureRandom(),
                        Thread.ofVirtual().factory());
    }

    @AfterEach
    void tearDown() throws IOException {
        one.close();
        other.close();
        server.close();
    }

    private TcToken token(NetworkLine line) throws ServerTrouble, Malformed {
        return TcToken.parse(line.tcToken(server.tcTokenUrl()));
    }

    private static PaosMessage start(NetworkLine line, TcToken through, String session)
            throws ServerTrouble, Malformed {
        String message =
                new Envelope("urn:uuid:1", Optional.empty(), new StartPaos(session)).write();
        return Envelope.parse(line.exchange(through, message)).message();
    }

    @Test
    void itIsUnknownThereAndGoesOnInItsOwn() throws Exception {
        TcToken mine = token(one);
        TcToken yours = token(other);

        var refused = assertInstanceOf(StartPaosResponse.class, start(one, mine, yours.session()));
        assertFalse(refused.result().ok());
        assertInstanceOf(Eac1Input.class, start(other, yours, yours.session()));
    }

    @Test
    void withoutAKeyNoMessageIsTaken() throws Exception {
        TcToken mine = token(one);
        var unprotected =
                new TcToken(
                        server.tcTokenUrl().resolve("/paos"),
                        mine.session(),
                        mine.refreshAddress(),
                        mine.refreshAddress(),
                        Optional.empty());

        var trouble =
                assertThrows(ServerTrouble.class, () -> start(one, unprotected, mine.session()));
        assertEquals("HTTP status 404", trouble.observed());
    }
}
