package de.buergerkiosk.eid.simulated;

import static org.junit.jupiter.api.Assertions.assertEquals;

import de.buergerkiosk.eid.EidTrouble;
import de.buergerkiosk.ports.eid.EidEvent.CardProblem;
import de.buergerkiosk.ports.eid.EidEvent.CardRequired;
import de.buergerkiosk.ports.eid.ScriptedDialogue;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForeignCardIsPutInTest {
    private final Desk desk;

    ForeignCardIsPutInTest(@TempDir Path folder) {
        this.desk = new Desk(folder);
    }

    @Test
    void theWaitEndsWithTheForeignCardAsTheReason() throws InterruptedException {
        desk.put("library-card");

        desk.assertEnds(EidTrouble.CARD_FOREIGN, ScriptedDialogue.typing());
    }

    @Test
    void aCardThatNobodyKnowsIsAForeignCard() throws InterruptedException {
        desk.put("nobody");

        desk.assertEnds(EidTrouble.CARD_FOREIGN, ScriptedDialogue.typing());
    }

    @Test
    void takingItOutAsksForACardWithoutComplaint() throws InterruptedException {
        desk.put("library-card");
        var citizen = ScriptedDialogue.typing().at(CardRequired.class, desk::takeCard);

        desk.assertEnds(EidTrouble.CARD_MISSING, citizen);
        assertEquals(
                List.of(Optional.of(CardProblem.UNKNOWN_CARD), Optional.<CardProblem>empty()),
                citizen.events(CardRequired.class).stream().map(CardRequired::problem).toList());
    }
}
