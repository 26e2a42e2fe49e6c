package de.buergerkiosk.eid.simulated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.ports.eid.EidEvent;
import de.buergerkiosk.ports.eid.EidEvent.CardRequired;
import de.buergerkiosk.ports.eid.EidEvent.ConsentRequired;
import de.buergerkiosk.ports.eid.EidEvent.PinRequired;
import de.buergerkiosk.ports.eid.EidEvent.Progress;
import de.buergerkiosk.ports.eid.ScriptedDialogue;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The interrupt comes while nobody waits: it must still end the identification as an interrupt. */
class VisitEndsWhileAnIdentificationRunsTest {
    private final Desk desk;

    VisitEndsWhileAnIdentificationRunsTest(@TempDir Path folder) {
        this.desk = new Desk(folder);
    }

    @ParameterizedTest
    @ValueSource(classes = {ConsentRequired.class, PinRequired.class, Progress.class})
    void itIsNotTakenForAReaderThatFails(Class<? extends EidEvent> event)
            throws InterruptedException {
        desk.put("erika");
        var citizen =
                ScriptedDialogue.typing(Desk.PIN)
                        .at(event, () -> Thread.currentThread().interrupt());

        assertThrows(InterruptedException.class, () -> desk.authenticate(citizen));
        assertFalse(Thread.interrupted(), "the interrupt was told twice");
        desk.identify(ScriptedDialogue.typing(Desk.PIN));
    }

    @Test
    void theWaitForACardEnds() {
        var citizen =
                ScriptedDialogue.typing()
                        .at(CardRequired.class, () -> Thread.currentThread().interrupt());

        assertThrows(InterruptedException.class, () -> desk.authenticate(citizen));
    }

    @Test
    void aPinTypedAtThatMomentIsClearedAndCostsNoTry() throws InterruptedException {
        desk.put("erika");
        var citizen =
                ScriptedDialogue.typing("111111")
                        .at(PinRequired.class, () -> Thread.currentThread().interrupt());

        assertThrows(InterruptedException.class, () -> desk.authenticate(citizen));
        assertTrue(citizen.secretsAreCleared());
        assertEquals(-1, desk.triesInTheFile("erika"));
    }
}
