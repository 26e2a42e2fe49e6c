package de.buergerkiosk.eid.simulated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.ports.eid.EidEvent.PinRequired;
import de.buergerkiosk.ports.eid.EidResult.Done;
import de.buergerkiosk.ports.eid.ScriptedDialogue;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PinWithTheWrongLengthTest {
    private final Desk desk;

    PinWithTheWrongLengthTest(@TempDir Path folder) {
        this.desk = new Desk(folder);
    }

    @Test
    void itIsAskedAgainAndCostsNoTry() throws InterruptedException {
        desk.put("erika");
        var citizen = ScriptedDialogue.typing("", "1234", "1234567", Desk.PIN);

        assertInstanceOf(Done.class, desk.authenticate(citizen));
        var unchanged = new PinRequired(3, false, false);
        assertEquals(
                List.of(unchanged, unchanged, unchanged, unchanged),
                citizen.events(PinRequired.class));
        assertTrue(citizen.secretsAreCleared());
    }
}
