package de.buergerkiosk.eid.ausweisapp;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.eid.EidTrouble;
import de.buergerkiosk.ports.DeviceState;
import de.buergerkiosk.ports.eid.EidBench.Card;
import de.buergerkiosk.ports.eid.EidEvent.PinRequired;
import de.buergerkiosk.ports.eid.EidResult.Done;
import de.buergerkiosk.ports.eid.ScriptedDialogue;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class AusweisAppFallsTest {
    private static void crash(Counter counter) {
        try {
            counter.app.crash();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void theQuestionGoesAwayAndTheNextIdentificationConnectsAgain() throws InterruptedException {
        try (var counter = Counter.patient()) {
            counter.put(Card.VALID);
            var citizen =
                    ScriptedDialogue.typing()
                            .at(PinRequired.class, () -> crash(counter))
                            .waitingAt(PinRequired.class);

            counter.assertEnds(EidTrouble.CLIENT_LOST, citizen);
            assertTrue(citizen.wasWithdrawn());
            assertInstanceOf(
                    Done.class, counter.authenticate(ScriptedDialogue.typing(Counter.PIN)));
        }
    }

    @Test
    void betweenTwoVisitsNobodyNotices() throws InterruptedException {
        try (var counter = Counter.patient()) {
            counter.put(Card.VALID);
            assertInstanceOf(DeviceState.Ready.class, counter.client.state());
            crash(counter);

            assertInstanceOf(
                    Done.class, counter.authenticate(ScriptedDialogue.typing(Counter.PIN)));
        }
    }
}
