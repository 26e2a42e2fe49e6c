package de.buergerkiosk.eid.ausweisapp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.eid.EidTrouble;
import de.buergerkiosk.eid.ausweisapp.simulated.SdkCard;
import de.buergerkiosk.eid.ausweisapp.simulated.SdkFault;
import de.buergerkiosk.ports.eid.EidBench.Card;
import de.buergerkiosk.ports.eid.EidEvent.CardProblem;
import de.buergerkiosk.ports.eid.EidEvent.CardRequired;
import de.buergerkiosk.ports.eid.EidEvent.ConsentRequired;
import de.buergerkiosk.ports.eid.EidEvent.PausedBadPosition;
import de.buergerkiosk.ports.eid.EidEvent.PinRequired;
import de.buergerkiosk.ports.eid.EidEvent.PukRequired;
import de.buergerkiosk.ports.eid.EidResult.Done;
import de.buergerkiosk.ports.eid.ScriptedDialogue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(120)
class CardDoesNotDoTest {
    @Test
    void thereIsNone() throws InterruptedException {
        try (var counter = Counter.hasty()) {
            counter.assertEnds(EidTrouble.CARD_MISSING, ScriptedDialogue.typing());
            assertTrue(counter.app.commands().contains("CANCEL"));
        }
    }

    @Test
    void aForeignOneStays() throws InterruptedException {
        try (var counter = Counter.hasty()) {
            counter.put(Card.FOREIGN);

            counter.assertEnds(EidTrouble.CARD_FOREIGN, ScriptedDialogue.typing());
        }
    }

    /** As a foreign one, it would be sent away. */
    @ParameterizedTest
    @EnumSource(names = {"TRIES_TOLD_LATE", "TRIES_NEVER_TOLD"})
    void oneThatWasNotAskedYetIsNoForeignOne(SdkFault fault) throws InterruptedException {
        try (var counter = Counter.patient(fault)) {
            var citizen =
                    ScriptedDialogue.typing(Counter.PIN)
                            .at(CardRequired.class, () -> counter.put(Card.VALID));

            assertInstanceOf(Done.class, counter.authenticate(citizen));
            assertEquals(
                    List.of(new CardRequired(Optional.empty())),
                    citizen.events(CardRequired.class));
            assertEquals(1, citizen.events(PinRequired.class).size());
        }
    }

    @Test
    void theTriesOfOneThatIsNotAskedAreToldAsTheQuestionSaysThem() throws InterruptedException {
        try (var counter = Counter.patient(SdkFault.TRIES_NEVER_TOLD)) {
            counter.put(Card.VALID);
            var citizen = ScriptedDialogue.typing("111111", Counter.PIN);

            assertInstanceOf(Done.class, counter.authenticate(citizen));
            assertEquals(
                    List.of(new PinRequired(1, false, false), new PinRequired(1, false, true)),
                    citizen.events(PinRequired.class));
        }
    }

    @Test
    void aDeactivatedOneIsNamedAndCanBeReplaced() throws InterruptedException {
        try (var counter = Counter.patient()) {
            counter.put(SdkCard.deactivated());
            var citizen =
                    ScriptedDialogue.typing(Counter.PIN)
                            .at(
                                    CardRequired.class,
                                    () -> {
                                        counter.takeCard();
                                        counter.put(Card.VALID);
                                    });

            assertInstanceOf(Done.class, counter.authenticate(citizen));
            assertEquals(
                    Optional.of(CardProblem.DEACTIVATED),
                    citizen.events(CardRequired.class).getFirst().problem());
        }
    }

    @Test
    void aDeactivatedOneIsNamedAlsoWhereAusweisAppSaysNothing() throws InterruptedException {
        try (var counter = Counter.hasty(SdkFault.SILENT_ABOUT_UNUSABLE_CARDS)) {
            counter.put(SdkCard.deactivated());
            var citizen = ScriptedDialogue.typing();

            counter.assertEnds(EidTrouble.CARD_DEACTIVATED, citizen);
            assertEquals(
                    Optional.of(CardProblem.DEACTIVATED),
                    citizen.events(CardRequired.class).getLast().problem());
        }
    }

    @Test
    void aDeactivatedOneStays() throws InterruptedException {
        try (var counter = Counter.hasty()) {
            counter.put(SdkCard.deactivated());

            counter.assertEnds(EidTrouble.CARD_DEACTIVATED, ScriptedDialogue.typing());
        }
    }

    @Test
    void aDeactivatedOneIsNotAskedForItsPinEvenIfAusweisAppWouldTakeIt()
            throws InterruptedException {
        try (var counter = Counter.patient(SdkFault.PIN_OF_A_DEACTIVATED_CARD)) {
            counter.put(SdkCard.deactivated());
            var citizen = ScriptedDialogue.typing();

            counter.assertEnds(EidTrouble.CARD_DEACTIVATED, citizen);
            assertEquals(List.of(), citizen.events(PinRequired.class));
            assertFalse(counter.app.commands().contains("SET_PIN"));
        }
    }

    @Test
    void oneThatNobodyCanUnblockAnyMoreStays() throws InterruptedException {
        try (var counter = Counter.hasty()) {
            counter.put(SdkCard.inoperative());

            counter.assertEnds(EidTrouble.PIN_BLOCKED, ScriptedDialogue.typing());
        }
    }

    @Test
    void thereIsNotEvenAReader() throws InterruptedException, IOException {
        try (var counter = Counter.hasty()) {
            counter.app.plug(false);

            counter.assertEnds(EidTrouble.READER_ABSENT, ScriptedDialogue.typing());
        }
    }

    @Test
    void itsPinIsBlocked() throws InterruptedException {
        try (var counter = Counter.patient()) {
            counter.put(SdkCard.idCard(Counter.PIN, Counter.CAN, 0));
            var citizen = ScriptedDialogue.typing();

            counter.assertEnds(EidTrouble.PIN_BLOCKED, citizen);
            assertEquals(1, citizen.events(PukRequired.class).size());
            assertFalse(counter.app.commands().contains("SET_PUK"));
        }
    }

    @Test
    void itHasOnlyTheTransportPinAndNoTryIsSpent() throws InterruptedException {
        try (var counter = Counter.patient()) {
            var card = SdkCard.idCard("12345", Counter.CAN, 3);
            counter.put(card);
            var citizen = ScriptedDialogue.typing("12345");

            counter.assertEnds(EidTrouble.PIN_TRANSPORT, citizen);
            assertEquals(3, card.triesLeft());
            assertTrue(citizen.secretsAreCleared());
        }
    }

    @Test
    void aPinOfTheWrongLengthIsAskedAgainAndNeverSent() throws InterruptedException {
        try (var counter = Counter.patient()) {
            counter.put(Card.VALID);
            var citizen = ScriptedDialogue.typing("", "1234", "1234567", "12345x", Counter.PIN);

            assertInstanceOf(Done.class, counter.authenticate(citizen));
            assertEquals(5, citizen.events(PinRequired.class).size());
            assertEquals(1, counter.app.commands().stream().filter("SET_PIN"::equals).count());
            assertTrue(citizen.secretsAreCleared());
        }
    }

    private static void shift(Counter counter, boolean straight) {
        try {
            counter.app.shift(straight);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void itLiesBadlyAndIsStraightened() throws InterruptedException {
        try (var counter = Counter.patient()) {
            counter.put(Card.VALID);
            shift(counter, false);
            var citizen =
                    ScriptedDialogue.typing(Counter.PIN)
                            .at(PausedBadPosition.class, () -> shift(counter, true));

            assertInstanceOf(Done.class, counter.authenticate(citizen));
            assertTrue(counter.app.commands().contains("CONTINUE"));
        }
    }

    @Test
    void itLiesBadlyForTooLong() throws InterruptedException {
        try (var counter = Counter.hasty()) {
            counter.put(Card.VALID);
            shift(counter, false);

            counter.assertEnds(EidTrouble.CARD_POSITION, ScriptedDialogue.typing());
        }
    }

    @Test
    void theServiceAsksForMoreThanAKioskCanExplain() throws InterruptedException {
        try (var counter = Counter.patient()) {
            counter.put(Card.VALID);
            var citizen = ScriptedDialogue.typing();

            var end =
                    counter.client.authenticate(
                            counter.server.strangeSession(
                                    java.util.Set.of("FamilyName", "WriteAddress")),
                            citizen);

            assertEquals(EidTrouble.RIGHTS_UNKNOWN.ended("WriteAddress"), end);
            assertEquals(List.of(), citizen.events(ConsentRequired.class));
        }
    }

    @Test
    void nobodyAnswersTheQuestion() throws InterruptedException {
        try (var counter = Counter.hasty()) {
            counter.put(Card.VALID);
            var citizen = ScriptedDialogue.typing().waitingAt(PinRequired.class);

            counter.assertEnds(EidTrouble.ANSWER_LATE, citizen);
            assertTrue(counter.app.commands().contains("CANCEL"));
        }
    }

    @Test
    void nobodyAnswersAndAusweisAppHasEndedBeforeThePageIsGone() throws InterruptedException {
        try (var counter = Counter.hasty()) {
            counter.put(Card.VALID);
            var citizen =
                    ScriptedDialogue.typing()
                            .at(
                                    PinRequired.class,
                                    () -> counter.awaitHeard(SdkMessage.AuthEnded.class))
                            .waitingAt(PinRequired.class);

            counter.assertEnds(EidTrouble.ANSWER_LATE, citizen);
            assertTrue(citizen.wasWithdrawn());
        }
    }
}
