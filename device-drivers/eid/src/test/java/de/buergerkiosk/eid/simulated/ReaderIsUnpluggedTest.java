package de.buergerkiosk.eid.simulated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.eid.EidTrouble;
import de.buergerkiosk.ports.DeviceState;
import de.buergerkiosk.ports.eid.EidEvent.CardRequired;
import de.buergerkiosk.ports.eid.EidEvent.PinRequired;
import de.buergerkiosk.ports.eid.ScriptedDialogue;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReaderIsUnpluggedTest {
    private final Desk desk;

    ReaderIsUnpluggedTest(@TempDir Path folder) {
        this.desk = new Desk(folder);
    }

    @Test
    void theClientSaysSoBeforeAskingAnything() throws InterruptedException {
        desk.tray.attachReader(false);
        var citizen = ScriptedDialogue.typing();

        assertEquals(new DeviceState.Down(EidTrouble.READER_ABSENT.fault()), desk.eid.state());
        desk.assertEnds(EidTrouble.READER_ABSENT, citizen);
        assertEquals(List.of(), citizen.events());
    }

    @Test
    void whileACardIsAwaited() throws InterruptedException {
        var citizen =
                ScriptedDialogue.typing()
                        .at(CardRequired.class, () -> desk.secondWindow().attachReader(false));

        desk.assertEnds(EidTrouble.READER_ABSENT, citizen);
    }

    @Test
    void whileThePinIsEntered() throws InterruptedException {
        desk.put("erika");
        var citizen =
                ScriptedDialogue.typing()
                        .at(PinRequired.class, () -> desk.tray.attachReader(false))
                        .waitingAt(PinRequired.class);

        desk.assertEnds(EidTrouble.READER_ABSENT, citizen);
        assertTrue(citizen.wasWithdrawn());
    }

    @Test
    void nobodyCanSayThatTheCardWasTakenAway() throws InterruptedException {
        desk.tray.attachReader(false);

        assertFalse(desk.eid.awaitCardRemoved(Duration.ofMillis(20)));
    }

    @Test
    void afterPluggingItInEverythingWorksAgain() throws InterruptedException {
        desk.tray.attachReader(false);
        desk.tray.attachReader(true);
        desk.put("erika");

        assertEquals(new DeviceState.Ready(), desk.eid.state());
        desk.identify(ScriptedDialogue.typing(Desk.PIN));
    }
}
