package de.buergerkiosk.eid.simulated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import de.buergerkiosk.eid.EidTrouble;
import de.buergerkiosk.ports.eid.EidEvent.PausedBadPosition;
import de.buergerkiosk.ports.eid.EidEvent.Progress;
import de.buergerkiosk.ports.eid.EidResult.Done;
import de.buergerkiosk.ports.eid.ScriptedDialogue;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CardLiesBadlyTest {
    private final Desk desk;

    CardLiesBadlyTest(@TempDir Path folder) {
        this.desk = new Desk(folder);
    }

    @Test
    void readingGoesOnOnceTheCardIsStraight() throws InterruptedException {
        desk.put("erika");
        var citizen =
                ScriptedDialogue.typing(Desk.PIN)
                        .at(Progress.class, () -> desk.tray.lay(false))
                        .at(PausedBadPosition.class, () -> desk.tray.lay(true));

        assertInstanceOf(Done.class, desk.authenticate(citizen));
        assertEquals(1, citizen.events(PausedBadPosition.class).size());
    }

    @Test
    void itEndsWhenNobodyStraightensTheCard() throws InterruptedException {
        desk.put("erika");
        desk.tray.lay(false);

        desk.assertEnds(EidTrouble.CARD_POSITION, ScriptedDialogue.typing());
    }

    @Test
    void takingTheCardOutInsteadIsARemoval() throws InterruptedException {
        desk.put("erika");
        desk.tray.lay(false);
        var citizen = ScriptedDialogue.typing().at(PausedBadPosition.class, desk::takeCard);

        desk.assertEnds(EidTrouble.CARD_REMOVED, citizen);
    }
}
