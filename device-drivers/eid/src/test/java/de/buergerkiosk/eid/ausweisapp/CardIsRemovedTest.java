package de.buergerkiosk.eid.ausweisapp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.eid.EidTrouble;
import de.buergerkiosk.eid.ausweisapp.simulated.SdkCard;
import de.buergerkiosk.eid.ausweisapp.simulated.SdkFault;
import de.buergerkiosk.ports.eid.EidBench.Card;
import de.buergerkiosk.ports.eid.EidEvent;
import de.buergerkiosk.ports.eid.EidEvent.CanRequired;
import de.buergerkiosk.ports.eid.EidEvent.ConsentRequired;
import de.buergerkiosk.ports.eid.EidEvent.PinRequired;
import de.buergerkiosk.ports.eid.EidEvent.PukRequired;
import de.buergerkiosk.ports.eid.EidResult.Done;
import de.buergerkiosk.ports.eid.ScriptedDialogue;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** AusweisApp itself would go on with the next card and the PIN of the last one. */
@Timeout(120)
class CardIsRemovedTest {
    private static void assertCancelled(Counter counter) {
        assertTrue(counter.app.commands().contains("CANCEL"), counter.app.commands().toString());
        assertFalse(counter.app.pinMetAnotherCard());
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 2, 1, 0})
    void atTheFirstQuestionAboutIt(int triesLeft) throws InterruptedException {
        try (var counter = Counter.patient()) {
            counter.put(SdkCard.idCard(Counter.PIN, Counter.CAN, triesLeft));
            Class<? extends EidEvent> question =
                    switch (triesLeft) {
                        case 0 -> PukRequired.class;
                        case 1 -> CanRequired.class;
                        default -> PinRequired.class;
                    };
            var citizen =
                    ScriptedDialogue.typing().at(question, counter::takeCard).waitingAt(question);

            counter.assertEnds(EidTrouble.CARD_REMOVED, citizen);
            assertTrue(citizen.wasWithdrawn());
            assertCancelled(counter);
            assertFalse(counter.app.commands().contains("SET_PIN"));
        }
    }

    @Test
    void andPutBackBetweenTwoQuestions() throws InterruptedException {
        try (var counter = Counter.patient()) {
            counter.put(SdkCard.idCard(Counter.PIN, Counter.CAN, 1));
            var citizen =
                    ScriptedDialogue.typing(Counter.PIN)
                            .thenCan(Counter.CAN)
                            .at(
                                    CanRequired.class,
                                    () -> {
                                        counter.takeCard();
                                        counter.put(Card.VALID);
                                    });

            counter.assertEnds(EidTrouble.CARD_REMOVED, citizen);
            assertEquals(0, citizen.events(PinRequired.class).size());
            assertTrue(citizen.secretsAreCleared());
            assertCancelled(counter);
        }
    }

    @Test
    void whileItIsReplacedByTheNextCitizensCard() throws InterruptedException {
        try (var counter = Counter.patient()) {
            counter.put(Card.VALID);
            var next = SdkCard.idCard("654321", Counter.CAN, 3);
            var citizen =
                    ScriptedDialogue.typing(Counter.PIN)
                            .at(
                                    PinRequired.class,
                                    () -> {
                                        counter.takeCard();
                                        counter.put(next);
                                    });

            counter.assertEnds(EidTrouble.CARD_REMOVED, citizen);
            assertEquals(3, next.triesLeft());
            assertCancelled(counter);
        }
    }

    @Test
    void whileTheReadersKeypadWaitsForThePin() throws InterruptedException, IOException {
        try (var counter = Counter.withKeypad()) {
            counter.put(Card.VALID);
            // the page of the keypad stands until something happens; here the card goes
            var citizen = new KeypadCitizen(counter.app::keypadWaits, counter::takeCard);

            var end = counter.client.authenticate(counter.session(), citizen);

            assertEquals(EidTrouble.CARD_REMOVED.ended(), end);
            assertCancelled(counter);
        }
    }

    @Test
    void whileItIsRead() throws InterruptedException {
        try (var counter = Counter.patient(SdkFault.STOPS_READING)) {
            counter.put(Card.VALID);
            var citizen =
                    ScriptedDialogue.typing(Counter.PIN)
                            .at(EidEvent.Progress.class, counter::takeCard);

            counter.assertEnds(EidTrouble.CARD_REMOVED, citizen);
            assertTrue(citizen.secretsAreCleared());
            assertFalse(citizen.events().contains(new EidEvent.Progress(100)));
        }
    }

    @Test
    void beforeAnythingWasAskedAboutItItIsJustNotThere() throws InterruptedException {
        try (var counter = Counter.patient()) {
            counter.put(Card.VALID);
            var citizen =
                    ScriptedDialogue.typing(Counter.PIN)
                            .at(ConsentRequired.class, counter::takeCard)
                            .at(EidEvent.CardRequired.class, () -> counter.put(Card.VALID));

            assertInstanceOf(Done.class, counter.authenticate(citizen));
        }
    }

    @Test
    void withItsReader() throws InterruptedException {
        try (var counter = Counter.patient()) {
            counter.put(Card.VALID);
            var citizen =
                    ScriptedDialogue.typing()
                            .at(
                                    PinRequired.class,
                                    () -> {
                                        try {
                                            counter.app.plug(false);
                                        } catch (IOException e) {
                                            throw new java.io.UncheckedIOException(e);
                                        }
                                    })
                            .waitingAt(PinRequired.class);

            counter.assertEnds(EidTrouble.CARD_REMOVED, citizen);
            assertCancelled(counter);
        }
    }
}
