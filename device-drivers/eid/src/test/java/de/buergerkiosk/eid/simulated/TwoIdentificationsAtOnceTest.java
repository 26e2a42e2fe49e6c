package de.buergerkiosk.eid.simulated;

import de.buergerkiosk.eid.EidTrouble;
import de.buergerkiosk.ports.eid.EidEvent.ConsentRequired;
import de.buergerkiosk.ports.eid.ScriptedDialogue;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TwoIdentificationsAtOnceTest {
    private final Desk desk;

    TwoIdentificationsAtOnceTest(@TempDir Path folder) {
        this.desk = new Desk(folder);
    }

    @Test
    void theSecondIsRefusedAndTheFirstGoesOn() throws InterruptedException {
        desk.put("erika");
        var first =
                ScriptedDialogue.typing(Desk.PIN)
                        .at(
                                ConsentRequired.class,
                                () ->
                                        desk.assertEnds(
                                                EidTrouble.CLIENT_BUSY, ScriptedDialogue.typing()));

        desk.identify(first);
    }
}
