package de.buergerkiosk.eid.simulated;

import static org.junit.jupiter.api.Assertions.assertEquals;

import de.buergerkiosk.eid.EidTrouble;
import de.buergerkiosk.ports.DeviceState;
import de.buergerkiosk.ports.eid.EidEvent.CardRequired;
import de.buergerkiosk.ports.eid.EidEvent.PinRequired;
import de.buergerkiosk.ports.eid.ScriptedDialogue;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClientIsClosedWhileThePinIsEnteredTest {
    private final Desk desk;

    ClientIsClosedWhileThePinIsEnteredTest(@TempDir Path folder) {
        this.desk = new Desk(folder);
    }

    @Test
    void theQuestionGoesAwayAndTheIdentificationEnds() throws InterruptedException {
        desk.put("erika");
        desk.assertEnds(
                EidTrouble.CLIENT_CLOSED,
                ScriptedDialogue.typing()
                        .at(PinRequired.class, desk.eid::close)
                        .waitingAt(PinRequired.class));
    }

    @Test
    void theWaitForACardEndsToo() throws InterruptedException {
        desk.assertEnds(
                EidTrouble.CLIENT_CLOSED,
                ScriptedDialogue.typing().at(CardRequired.class, desk.eid::close));
    }

    @Test
    void afterwardsTheClientIsDown() throws InterruptedException {
        desk.eid.close();

        assertEquals(new DeviceState.Down(EidTrouble.CLIENT_CLOSED.fault()), desk.eid.state());
        desk.assertEnds(EidTrouble.CLIENT_CLOSED, ScriptedDialogue.typing());
    }
}
