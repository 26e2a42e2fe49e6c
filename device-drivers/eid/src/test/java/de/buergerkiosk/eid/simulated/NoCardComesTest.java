package de.buergerkiosk.eid.simulated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import de.buergerkiosk.eid.EidTrouble;
import de.buergerkiosk.ports.eid.EidEvent.CardRequired;
import de.buergerkiosk.ports.eid.EidResult.Done;
import de.buergerkiosk.ports.eid.ScriptedDialogue;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NoCardComesTest {
    private final Desk desk;

    NoCardComesTest(@TempDir Path folder) {
        this.desk = new Desk(folder);
    }

    @Test
    void theIdentificationEndsAfterTheWait() throws InterruptedException {
        var citizen = ScriptedDialogue.typing();

        desk.assertEnds(EidTrouble.CARD_MISSING, citizen);
        assertEquals(List.of("ConsentRequired", "CardRequired"), citizen.kinds());
    }

    @Test
    void aCardFromTheSecondWindowIsInTime() throws InterruptedException {
        var citizen =
                ScriptedDialogue.typing(Desk.PIN)
                        .at(CardRequired.class, () -> desk.secondWindow().put("erika"));

        assertInstanceOf(Done.class, desk.authenticate(citizen));
    }

    @Test
    void trafficThatConcernsNoCardIsNotTakenForOne() throws InterruptedException {
        var citizen =
                ScriptedDialogue.typing()
                        .at(CardRequired.class, () -> desk.tray.setTries("max", 1));

        desk.assertEnds(EidTrouble.CARD_MISSING, citizen);
        assertEquals(1, citizen.events(CardRequired.class).size());
    }
}
