package de.buergerkiosk.eid.ausweisapp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.eid.EidTrouble;
import de.buergerkiosk.eid.ausweisapp.simulated.SdkFault;
import de.buergerkiosk.ports.eid.EidBench.Card;
import de.buergerkiosk.ports.eid.EidEvent.PinRequired;
import de.buergerkiosk.ports.eid.EidResult;
import de.buergerkiosk.ports.eid.ScriptedDialogue;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(120)
class ClientMisbehavesTest {
    @ParameterizedTest
    @CsvSource({
        "NOT_JSON, CLIENT_STRANGE",
        "NO_MESSAGE, CLIENT_STRANGE",
        "HUGE_MESSAGE, CLIENT_STRANGE",
        "BINARY, CLIENT_STRANGE",
        "FLOOD, CLIENT_STRANGE",
        "CLOSES_AT_PIN, CLIENT_LOST",
        "PIN_BEFORE_CONSENT, CLIENT_STRANGE",
        "MORE_RIGHTS, CLIENT_STRANGE",
        "SUCCESS_WITHOUT_CARD, CLIENT_STRANGE",
        "SUCCESS_WITHOUT_URL, CLIENT_STRANGE",
        "SUCCESS_ELSEWHERE, CLIENT_STRANGE",
        "INTERNAL_ERROR, CLIENT_FAILED",
        "SERVER_UNREACHABLE, SERVER_DOWN",
        "SERVER_UNTRUSTED, SERVER_UNTRUSTED",
        "TAKEN, CLIENT_BUSY",
        "NO_SDK, CLIENT_ALIEN",
    })
    void eachWayHasItsName(SdkFault fault, EidTrouble trouble) throws InterruptedException {
        try (var counter = Counter.patient(fault)) {
            counter.put(Card.VALID);

            counter.assertEnds(trouble, ScriptedDialogue.typing(Counter.PIN, Counter.PIN));
        }
    }

    @Test
    void oneThatTakesACommandAndSaysNothingIsNotWaitedForForever() throws InterruptedException {
        try (var counter = Counter.curt(SdkFault.SILENT)) {
            counter.put(Card.VALID);

            counter.assertEnds(EidTrouble.CLIENT_SILENT, ScriptedDialogue.typing());
        }
    }

    @Test
    void noPinIsAskedForBeforeTheCitizenHasConsented() throws InterruptedException {
        try (var counter = Counter.patient(SdkFault.PIN_BEFORE_CONSENT)) {
            counter.put(Card.VALID);
            var citizen = ScriptedDialogue.typing(Counter.PIN);

            counter.assertEnds(EidTrouble.CLIENT_STRANGE, citizen);
            assertEquals(List.of(), citizen.kinds());
            assertFalse(counter.app.commands().contains("SET_PIN"));
        }
    }

    @Test
    void rightsThatWereNotGrantedAreNotAccepted() throws InterruptedException {
        try (var counter = Counter.patient(SdkFault.MORE_RIGHTS)) {
            counter.put(Card.VALID);
            var citizen = ScriptedDialogue.typing(Counter.PIN);

            counter.assertEnds(EidTrouble.CLIENT_STRANGE, citizen);
            assertEquals(List.of(), citizen.events(PinRequired.class));
            assertFalse(counter.app.commands().contains("ACCEPT"));
            assertTrue(counter.app.commands().contains("CANCEL"));
        }
    }

    @Test
    void aClientThatIgnoresCancelIsLeftBehindAndTheNextVisitDoesNotMeetIt()
            throws InterruptedException {
        try (var counter = Counter.curt(SdkFault.IGNORES_CANCEL)) {
            counter.put(Card.VALID);

            counter.assertEnds(
                    EidTrouble.CANCELLED,
                    ScriptedDialogue.typing().cancellingAt(PinRequired.class));
            // a new connection: the old one had its workflow still open
            counter.assertEnds(
                    EidTrouble.CANCELLED,
                    ScriptedDialogue.typing().cancellingAt(PinRequired.class));
        }
    }

    /** A client of somebody else's make: what it needs for a workflow is there. */
    @Test
    void oneThatKnowsNoQuestionsAboutItsReadersIdentifies() throws InterruptedException {
        try (var counter = Counter.patient(SdkFault.KNOWS_NO_QUESTIONS)) {
            counter.put(Card.VALID);

            assertInstanceOf(
                    EidResult.Done.class,
                    counter.authenticate(ScriptedDialogue.typing("000000", Counter.PIN)));
        }
    }

    @Test
    void anOldInterfaceIsRefused() throws InterruptedException {
        try (var counter = new Counter(Counter.PATIENT, java.util.Set.of(1), false)) {
            counter.assertEnds(EidTrouble.CLIENT_OUTDATED, ScriptedDialogue.typing());
        }
    }
}
