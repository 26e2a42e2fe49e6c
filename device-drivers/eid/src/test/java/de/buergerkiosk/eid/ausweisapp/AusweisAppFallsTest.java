package de.buergerkiosk.eid.ausweisapp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.eid.EidTrouble;
import de.buergerkiosk.ports.DeviceState;
import de.buergerkiosk.ports.eid.EidBench.Card;
import de.buergerkiosk.ports.eid.EidEvent.ConsentRequired;
import de.buergerkiosk.ports.eid.EidEvent.PinRequired;
import de.buergerkiosk.ports.eid.EidResult.Done;
import de.buergerkiosk.ports.eid.ScriptedDialogue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
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

    @Test
    void andIsFoundDeadOnlyByTheFirstCommandOfTheNextVisit() throws InterruptedException {
        try (var counter = Counter.patient()) {
            counter.put(Card.VALID);
            assertInstanceOf(DeviceState.Ready.class, counter.client.state());
            counter.app.crashAt("RUN_AUTH");
            var citizen = ScriptedDialogue.typing(Counter.PIN);

            assertInstanceOf(Done.class, counter.authenticate(citizen));
            assertEquals(2, Collections.frequency(counter.app.commands(), "RUN_AUTH"));
            assertEquals(1, citizen.events(ConsentRequired.class).size());
        }
    }

    @Test
    void againAtTheSecondTryItIsTold() throws InterruptedException {
        try (var counter = Counter.patient()) {
            counter.put(Card.VALID);
            counter.app.crashAt("RUN_AUTH");
            counter.app.crashAt("RUN_AUTH");
            counter.app.crashAt("RUN_AUTH");

            counter.assertEnds(EidTrouble.CLIENT_LOST, ScriptedDialogue.typing());
            assertEquals(2, Collections.frequency(counter.app.commands(), "RUN_AUTH"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET_CERTIFICATE", "ACCEPT", "SET_PIN"})
    void inTheMiddleNothingBeginsAnewBehindTheCitizensBack(String command)
            throws InterruptedException {
        try (var counter = Counter.patient()) {
            counter.put(Card.VALID);
            counter.app.crashAt(command);

            counter.assertEnds(
                    EidTrouble.CLIENT_LOST, ScriptedDialogue.typing(Counter.PIN, Counter.PIN));
            assertEquals(1, Collections.frequency(counter.app.commands(), "RUN_AUTH"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET_API_LEVEL", "SET_API_LEVEL", "GET_READER_LIST"})
    void whileItIsBeingIntroducedItIsGreetedAgain(String command) throws InterruptedException {
        try (var counter = Counter.patient()) {
            counter.put(Card.VALID);
            counter.app.crashAt(command);

            assertInstanceOf(
                    Done.class, counter.authenticate(ScriptedDialogue.typing(Counter.PIN)));
        }
    }
}
