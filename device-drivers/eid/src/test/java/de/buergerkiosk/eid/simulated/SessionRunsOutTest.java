package de.buergerkiosk.eid.simulated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.eid.EidTrouble;
import de.buergerkiosk.ports.eid.EidEvent.ConsentRequired;
import de.buergerkiosk.ports.eid.EidEvent.PinRequired;
import de.buergerkiosk.ports.eid.EidEvent.Progress;
import de.buergerkiosk.ports.eid.EidResult.Done;
import de.buergerkiosk.ports.eid.EidService.Opening.Unavailable;
import de.buergerkiosk.ports.eid.ScriptedDialogue;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionRunsOutTest {
    private final Desk desk;

    SessionRunsOutTest(@TempDir Path folder) {
        this.desk = new Desk(folder);
    }

    @Test
    void beforeTheClientCame() throws InterruptedException {
        URI tcTokenUrl = desk.session();
        desk.pass(Desk.SESSION_LIFE);

        Desk.assertEnded(
                EidTrouble.SESSION_EXPIRED,
                desk.eid.authenticate(tcTokenUrl, ScriptedDialogue.typing()));
    }

    @Test
    void whileThePinQuestionStandsUnanswered() throws InterruptedException {
        desk.put("erika");
        var citizen =
                ScriptedDialogue.typing()
                        .at(PinRequired.class, () -> desk.pass(Desk.SESSION_LIFE))
                        .waitingAt(PinRequired.class);

        desk.assertEnds(EidTrouble.SESSION_EXPIRED, citizen);
        assertTrue(citizen.wasWithdrawn());
    }

    @Test
    void whileConsentIsRead() throws InterruptedException {
        var citizen =
                ScriptedDialogue.typing()
                        .at(ConsentRequired.class, () -> desk.pass(Desk.SESSION_LIFE))
                        .waitingAt(ConsentRequired.class);

        desk.assertEnds(EidTrouble.SESSION_EXPIRED, citizen);
    }

    @Test
    void whileTheCardIsRead() throws InterruptedException {
        desk.put("erika");
        desk.assertEnds(
                EidTrouble.SESSION_EXPIRED,
                ScriptedDialogue.typing(Desk.PIN)
                        .at(Progress.class, () -> desk.pass(Desk.SESSION_LIFE)));
    }

    @Test
    void anIdentityThatNobodyCollectedIsForgotten() throws InterruptedException {
        desk.put("erika");
        var done =
                assertInstanceOf(Done.class, desk.authenticate(ScriptedDialogue.typing(Desk.PIN)));
        desk.pass(Desk.SESSION_LIFE);

        assertEquals(Optional.empty(), desk.eid.collect(done.refreshAddress()).person());
    }

    @Test
    void abandonedSessionsFillTheServerOnlyForTheirLife() {
        for (int i = 0; i < EidServerInMemory.OPEN_SESSIONS_MAX; i++) {
            desk.session();
        }
        var refused = desk.eid.open(Desk.NAMES_AND_ADDRESS, Set.of(), "");
        assertEquals(
                EidTrouble.SERVER_BUSY.fault(),
                assertInstanceOf(Unavailable.class, refused).fault());

        desk.pass(Desk.SESSION_LIFE);
        desk.session();
    }
}
