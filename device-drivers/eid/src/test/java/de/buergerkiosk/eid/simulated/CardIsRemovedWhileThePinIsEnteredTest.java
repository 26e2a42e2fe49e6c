package de.buergerkiosk.eid.simulated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.eid.EidTrouble;
import de.buergerkiosk.ports.eid.EidEvent.CanRequired;
import de.buergerkiosk.ports.eid.EidEvent.PinRequired;
import de.buergerkiosk.ports.eid.ScriptedDialogue;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CardIsRemovedWhileThePinIsEnteredTest {
    private final Desk desk;

    CardIsRemovedWhileThePinIsEnteredTest(@TempDir Path folder) {
        this.desk = new Desk(folder);
    }

    @Test
    void theQuestionGoesAwayWhenTheSecondWindowTakesTheCard() throws InterruptedException {
        desk.put("erika");
        var citizen =
                ScriptedDialogue.typing()
                        .at(PinRequired.class, () -> desk.secondWindow().remove())
                        .waitingAt(PinRequired.class);

        desk.assertEnds(EidTrouble.CARD_REMOVED, citizen);
        assertTrue(citizen.wasWithdrawn());
    }

    @Test
    void aWrongPinForTheRemovedCardCostsNoTry() throws InterruptedException {
        desk.put("erika");
        desk.assertEnds(
                EidTrouble.CARD_REMOVED,
                ScriptedDialogue.typing("111111").at(PinRequired.class, desk::takeCard));

        assertEquals(-1, desk.triesInTheFile("erika"));
    }

    @Test
    void aCardThatWasOutForAMomentIsAnotherCard() throws InterruptedException {
        desk.put("erika");
        var citizen =
                ScriptedDialogue.typing(Desk.PIN)
                        .at(
                                PinRequired.class,
                                () -> {
                                    desk.takeCard();
                                    desk.put("erika");
                                });

        desk.assertEnds(EidTrouble.CARD_REMOVED, citizen);
    }

    @Test
    void anotherCitizensCardDoesNotMeetThePin() throws InterruptedException {
        desk.put("erika");
        var citizen =
                ScriptedDialogue.typing(Desk.PIN).at(PinRequired.class, () -> desk.put("max"));

        desk.assertEnds(EidTrouble.CARD_REMOVED, citizen);
        assertEquals(-1, desk.triesInTheFile("max"));
    }

    @Test
    void theCanQuestionGoesAwayTheSameWay() throws InterruptedException {
        desk.put("ludwig");
        var citizen =
                ScriptedDialogue.typing()
                        .at(CanRequired.class, desk::takeCard)
                        .waitingAt(CanRequired.class);

        desk.assertEnds(EidTrouble.CARD_REMOVED, citizen);
    }

    @Test
    void aQuestionThatWasAnsweredIsNotWithdrawn() throws InterruptedException {
        desk.put("erika");
        var citizen = ScriptedDialogue.typing(Desk.PIN);

        desk.identify(citizen);
        desk.takeCard();
        assertFalse(citizen.wasWithdrawn());
    }
}
