package de.buergerkiosk.eid.simulated;

import static org.junit.jupiter.api.Assertions.assertEquals;

import de.buergerkiosk.eid.EidTrouble;
import de.buergerkiosk.ports.eid.ScriptedDialogue;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CardHasOnlyTheTransportPinTest {
    private final Desk desk;

    CardHasOnlyTheTransportPinTest(@TempDir Path folder) {
        this.desk = new Desk(folder);
    }

    @Test
    void fiveDigitsEndWithTheAdviceAndCostNoTry() throws InterruptedException {
        desk.put("thea");

        desk.assertEnds(EidTrouble.PIN_TRANSPORT, ScriptedDialogue.typing("12345"));
        assertEquals(-1, desk.triesInTheFile("thea"));
    }

    @Test
    void sixDigitsAreWrongForSuchACard() throws InterruptedException {
        desk.put("thea");

        desk.assertEnds(EidTrouble.PIN_TRANSPORT, ScriptedDialogue.typing(Desk.PIN, "12345"));
        assertEquals(2, desk.triesInTheFile("thea"));
    }
}
