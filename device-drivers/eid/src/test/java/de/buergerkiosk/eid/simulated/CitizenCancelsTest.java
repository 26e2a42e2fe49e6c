package de.buergerkiosk.eid.simulated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import de.buergerkiosk.eid.EidTrouble;
import de.buergerkiosk.ports.eid.EidEvent;
import de.buergerkiosk.ports.eid.EidEvent.CardRequired;
import de.buergerkiosk.ports.eid.EidEvent.ConsentRequired;
import de.buergerkiosk.ports.eid.EidEvent.PausedBadPosition;
import de.buergerkiosk.ports.eid.EidEvent.PinRequired;
import de.buergerkiosk.ports.eid.EidEvent.Progress;
import de.buergerkiosk.ports.eid.EidResult.Done;
import de.buergerkiosk.ports.eid.ScriptedDialogue;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CitizenCancelsTest {
    private final Desk desk;

    CitizenCancelsTest(@TempDir Path folder) {
        this.desk = new Desk(folder);
    }

    @ParameterizedTest
    @ValueSource(classes = {ConsentRequired.class, PinRequired.class, Progress.class})
    void withACardInTheReader(Class<? extends EidEvent> question) throws InterruptedException {
        desk.put("erika");
        var citizen = ScriptedDialogue.typing(Desk.PIN).cancellingAt(question);

        desk.assertEnds(EidTrouble.CANCELLED, citizen);
        assertEquals(question, citizen.events().getLast().getClass());
        assertInstanceOf(Done.class, desk.authenticate(ScriptedDialogue.typing(Desk.PIN)));
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                ConsentRequired.class,
                PinRequired.class,
                Progress.class,
                PausedBadPosition.class
            })
    void byLeavingWhileTheQuestionStands(Class<? extends EidEvent> question)
            throws InterruptedException {
        desk.put("erika");
        var citizen = ScriptedDialogue.typing(Desk.PIN);
        citizen.at(question, citizen::leave);
        if (question == PausedBadPosition.class) {
            desk.tray.lay(false);
        }

        desk.assertEnds(EidTrouble.CANCELLED, citizen);
        assertEquals(question, citizen.events().getLast().getClass());
    }

    @Test
    void beforeACardCame() throws InterruptedException {
        desk.assertEnds(
                EidTrouble.CANCELLED, ScriptedDialogue.typing().cancellingAt(CardRequired.class));
    }

    @Test
    void withTheWrongCardInTheReader() throws InterruptedException {
        desk.put("otto");
        desk.assertEnds(
                EidTrouble.CANCELLED, ScriptedDialogue.typing().cancellingAt(CardRequired.class));
    }

    @Test
    void aPinTypedWhileLeavingCostsNoTry() throws InterruptedException {
        desk.put("erika");
        var citizen = ScriptedDialogue.typing("111111");
        citizen.at(PinRequired.class, citizen::leave);

        desk.assertEnds(EidTrouble.CANCELLED, citizen);
        assertEquals(-1, desk.triesInTheFile("erika"));
    }
}
