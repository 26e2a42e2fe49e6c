package de.buergerkiosk.eid.simulated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.eid.simulated.Encounter.End;
import de.buergerkiosk.eid.simulated.card.CardFault;
import de.buergerkiosk.eid.simulated.client.ServerTrouble;
import de.buergerkiosk.eid.simulated.client.ServerTrouble.Kind;
import de.buergerkiosk.eid.simulated.server.ServerFault;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerIsRogueTest {
    private final Encounters encounters = new Encounters();

    /** Each with a card that works. */
    private static final class Encounters {
        ServerTrouble refusal(ServerFault fault, boolean pinTyped) throws InterruptedException {
            var encounter = new Encounter(fault);
            End end =
                    encounter.run(
                            Encounter.asking(Encounter.EVERYTHING_READABLE),
                            Encounter.card("erika", CardFault.NONE));
            ServerTrouble trouble = assertInstanceOf(End.Server.class, end).trouble();
            assertEquals(pinTyped, encounter.pinWasTyped(), trouble.observed());
            for (String message : encounter.messages()) {
                assertFalse(message.contains("123456"), "a message tells the PIN");
            }
            return trouble;
        }
    }

    @ParameterizedTest
    @CsvSource({
        "CERTIFICATE_HASH, UNTRUSTED, the TLS certificate is not in the description",
        "DESCRIPTION_HASH, UNTRUSTED, the description is not the certificate's",
        "OTHER_ORIGIN, UNTRUSTED, the tcTokenURL is another service's",
        "REFRESH_ELSEWHERE, UNTRUSTED, the refresh address is elsewhere",
        "EXPIRED_CERTIFICATE, UNTRUSTED, a certificate is not valid today",
        "FUTURE_CERTIFICATE, UNTRUSTED, a certificate is not valid today",
        "UNKNOWN_ROOT, UNTRUSTED, the certificates do not lead to the root",
        "MISSING_LINK, UNTRUSTED, 0 times a document verifier's certificate instead of once",
        "BAD_CERTIFICATE_SIGNATURE, UNTRUSTED, the certificates do not lead to the root",
        "TOO_MANY_RIGHTS, UNTRUSTED, more rights than the certificate gives",
        "REPLAYED_SESSION, SESSION, the server says parameterError",
        "MALFORMED_TCTOKEN, BROKEN, TCToken: not an XML document",
        "WRONG_BINDING, BROKEN, TCToken: not a TCToken with the binding PAOS",
        "PLAIN_SERVER_ADDRESS, BROKEN, TCToken: an address that is not https",
        "MALFORMED_PAOS, BROKEN, message: not an XML document",
        "UNKNOWN_MESSAGE, BROKEN, message: an unknown message",
        "OVERSIZED_PAOS, BROKEN, message: an XML document of",
        "UNREADABLE_CERTIFICATE, BROKEN, introduction:",
        "WRONG_ORDER, BROKEN, not the turn of Transmit",
    })
    void itIsNoticedBeforeThePinIsTyped(ServerFault fault, Kind kind, String observed)
            throws InterruptedException {
        ServerTrouble trouble = encounters.refusal(fault, false);

        assertEquals(kind, trouble.kind());
        assertTrue(trouble.observed().startsWith(observed), trouble.observed());
    }

    @ParameterizedTest
    @CsvSource({
        "BAD_TERMINAL_SIGNATURE, UNTRUSTED, 'the card refuses the terminal''s signature, 6300'",
        "BAD_EPHEMERAL_KEY, BROKEN, an ephemeral key that is no point",
        "ENDLESS_TRANSMIT, REFUSES, the server says unknownError",
    })
    void itIsNoticedByTheCardOrTheClientAfterThePin(ServerFault fault, Kind kind, String observed)
            throws InterruptedException {
        ServerTrouble trouble = encounters.refusal(fault, true);

        assertEquals(kind, trouble.kind(), trouble.observed());
        assertEquals(observed, trouble.observed());
    }
}
