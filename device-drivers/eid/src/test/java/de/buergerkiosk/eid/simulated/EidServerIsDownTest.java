package de.buergerkiosk.eid.simulated;

import static org.junit.jupiter.api.Assertions.assertEquals;

import de.buergerkiosk.eid.EidTrouble;
import de.buergerkiosk.ports.DeviceState;
import de.buergerkiosk.ports.eid.EidEvent.Progress;
import de.buergerkiosk.ports.eid.EidService.Opening.Unavailable;
import de.buergerkiosk.ports.eid.ScriptedDialogue;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EidServerIsDownTest {
    private final Desk desk;

    EidServerIsDownTest(@TempDir Path folder) {
        this.desk = new Desk(folder);
    }

    @Test
    void noSessionIsOpened() throws InterruptedException {
        desk.tray.reachServer(false);

        assertEquals(
                new Unavailable(EidTrouble.SERVER_DOWN.fault()),
                desk.eid.open(Desk.NAMES_AND_ADDRESS, Set.of(), ""));
        assertEquals(new DeviceState.Down(EidTrouble.SERVER_DOWN.fault()), desk.eid.state());
    }

    @Test
    void itBreaksAwayWhileTheCardIsRead() throws InterruptedException {
        desk.put("erika");
        desk.assertEnds(
                EidTrouble.SERVER_DOWN,
                ScriptedDialogue.typing(Desk.PIN)
                        .at(Progress.class, () -> desk.tray.reachServer(false)));
    }
}
