package de.buergerkiosk.eid.ausweisapp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.eid.EidTrouble;
import de.buergerkiosk.eid.ausweisapp.simulated.SdkCard;
import de.buergerkiosk.ports.eid.EidBench.Card;
import de.buergerkiosk.ports.eid.EidEvent.NewPinRequired;
import de.buergerkiosk.ports.eid.EidEvent.PausedBadPosition;
import de.buergerkiosk.ports.eid.EidEvent.PinRequired;
import de.buergerkiosk.ports.eid.EidEvent.PukRequired;
import de.buergerkiosk.ports.eid.EidResult.Done;
import de.buergerkiosk.ports.eid.PinChange;
import de.buergerkiosk.ports.eid.PinChange.Changed;
import de.buergerkiosk.ports.eid.ScriptedDialogue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class PinIsChangedTest {
    private static final String LETTER = "12345";
    private static final String NEW = "654321";

    private static void assertEnds(EidTrouble trouble, PinChange change) {
        var end = assertInstanceOf(PinChange.Ended.class, change);
        assertEquals(trouble.code(), end.fault().code(), end.fault().detail());
        assertEquals(trouble.ended().reason(), end.reason());
    }

    @Test
    void theFiveDigitsOfTheLetterBecomeAPinThatIdentifies() throws InterruptedException {
        try (var counter = Counter.patient()) {
            counter.put(SdkCard.idCard(LETTER, Counter.CAN, 3));
            var citizen = ScriptedDialogue.typing(LETTER).choosing(NEW);

            assertInstanceOf(Changed.class, counter.client.changePin(citizen));
            assertEquals(
                    List.of(new PinRequired(3, false, false)), citizen.events(PinRequired.class));
            assertTrue(citizen.secretsAreCleared());
            assertInstanceOf(Done.class, counter.authenticate(ScriptedDialogue.typing(NEW)));
        }
    }

    @Test
    void aWrongOldPinIsAskedAgainAndTheTriesAreTold() throws InterruptedException {
        try (var counter = Counter.patient()) {
            counter.put(SdkCard.idCard(LETTER, Counter.CAN, 3));
            var citizen =
                    ScriptedDialogue.typing("11111", "22222", LETTER)
                            .thenCan(Counter.CAN)
                            .choosing(NEW);

            assertInstanceOf(Changed.class, counter.client.changePin(citizen));
            assertEquals(
                    List.of(
                            new PinRequired(3, false, false),
                            new PinRequired(2, false, true),
                            new PinRequired(1, false, true)),
                    citizen.events(PinRequired.class));
            assertEquals(1, citizen.events(NewPinRequired.class).size());
        }
    }

    @Test
    void digitsOfAnotherLengthNeverReachTheCard() throws InterruptedException {
        try (var counter = Counter.patient()) {
            counter.put(SdkCard.idCard(LETTER, Counter.CAN, 3));
            var citizen = ScriptedDialogue.typing("1234", LETTER).choosing("12345", NEW);

            assertInstanceOf(Changed.class, counter.client.changePin(citizen));
            assertEquals(1, Collections.frequency(counter.app.commands(), "SET_PIN"));
            assertEquals(1, Collections.frequency(counter.app.commands(), "SET_NEW_PIN"));
        }
    }

    @Test
    void aCitizenWhoThinksBetterOfItKeepsTheOldPin() throws InterruptedException {
        try (var counter = Counter.patient()) {
            counter.put(Card.VALID);
            var citizen = ScriptedDialogue.typing(Counter.PIN).cancellingAt(NewPinRequired.class);

            assertEnds(EidTrouble.CANCELLED, counter.client.changePin(citizen));
            assertTrue(counter.app.commands().contains("CANCEL"));
            assertInstanceOf(
                    Done.class, counter.authenticate(ScriptedDialogue.typing(Counter.PIN)));
        }
    }

    @Test
    void aCardThatIsTakenWhileTheNewPinIsChosenEndsIt() throws InterruptedException {
        try (var counter = Counter.patient()) {
            counter.put(SdkCard.idCard(LETTER, Counter.CAN, 3));
            var citizen =
                    ScriptedDialogue.typing(LETTER)
                            .at(NewPinRequired.class, counter::takeCard)
                            .waitingAt(NewPinRequired.class);

            assertEnds(EidTrouble.CARD_REMOVED, counter.client.changePin(citizen));
            assertTrue(citizen.wasWithdrawn());
            assertTrue(counter.app.commands().contains("CANCEL"));
            assertFalse(counter.app.commands().contains("SET_NEW_PIN"));
        }
    }

    @Test
    void aCardThatLiesBadlyIsStraightened() throws InterruptedException, IOException {
        try (var counter = Counter.patient()) {
            counter.put(SdkCard.idCard(LETTER, Counter.CAN, 3));
            counter.app.shift(false);
            var citizen =
                    ScriptedDialogue.typing(LETTER)
                            .choosing(NEW)
                            .at(PausedBadPosition.class, () -> straighten(counter));

            assertInstanceOf(Changed.class, counter.client.changePin(citizen));
            assertTrue(counter.app.commands().contains("CONTINUE"));
        }
    }

    private static void straighten(Counter counter) {
        try {
            counter.app.shift(true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aBlockedPinIsNothingForTheKiosk() throws InterruptedException {
        try (var counter = Counter.patient()) {
            counter.put(SdkCard.idCard(LETTER, Counter.CAN, 0));
            var citizen = ScriptedDialogue.typing();

            assertEnds(EidTrouble.PIN_BLOCKED, counter.client.changePin(citizen));
            assertEquals(1, citizen.events(PukRequired.class).size());
        }
    }

    @Test
    void aConnectionThatWasDeadBeforeIsOpenedAgain() throws InterruptedException {
        try (var counter = Counter.patient()) {
            counter.put(SdkCard.idCard(LETTER, Counter.CAN, 3));
            counter.app.crashAt("RUN_CHANGE_PIN");
            var citizen = ScriptedDialogue.typing(LETTER).choosing(NEW);

            assertInstanceOf(Changed.class, counter.client.changePin(citizen));
        }
    }

    @Test
    void noCardComes() throws InterruptedException {
        try (var counter = Counter.hasty()) {
            assertEnds(
                    EidTrouble.CARD_MISSING, counter.client.changePin(ScriptedDialogue.typing()));
        }
    }
}
