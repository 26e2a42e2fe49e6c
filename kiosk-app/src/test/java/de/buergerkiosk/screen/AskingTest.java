package de.buergerkiosk.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.page.Answer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A visit on a virtual thread asks; a finger answers. */
class AskingTest {
    private static final Duration SOON = Duration.ofSeconds(60);

    @AfterEach
    void wipe() {
        Fx.SCREEN.wipe();
    }

    private static <T> T visit(Callable<T> story, Finger finger) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<T> told = threads.submit(story);
            try {
                finger.act();
                return told.get(60, TimeUnit.SECONDS);
            } finally {
                // a finger that finds no key must not leave somebody waiting for it
                threads.shutdownNow();
            }
        }
    }

    private interface Finger {
        void act() throws Exception;
    }

    @Test
    void theAnswerReachesTheOneWhoAsked() throws Exception {
        var answer =
                visit(
                        () -> Fx.SCREEN.ask(Examples.choices()),
                        () -> {
                            Fx.HAND.awaitPage("choose", SOON);
                            Fx.HAND.tap("tile-bulky-waste");
                        });
        assertEquals(new Answer.Chosen("bulky-waste"), answer);
    }

    @Test
    void aWholeFormIsFilledByTouch() throws Exception {
        var answer =
                visit(
                        () -> Fx.SCREEN.ask(Examples.address()),
                        () -> {
                            Fx.HAND.awaitPage("address", SOON);
                            Fx.HAND.type("Große-Allée 12");
                            Fx.HAND.tap("field-since");
                            for (int i = 0; i < 8; i++) {
                                Fx.HAND.tap("delete");
                            }
                            Fx.HAND.type("24122020");
                            Fx.HAND.tap("no-owner");
                            Fx.HAND.tap("option-kind-van");
                            Fx.HAND.tap("onward");
                        });
        assertEquals(
                Map.of(
                        "name", "M̂aria L̥̄üdenscheidt",
                        "street", "Große-Allée 12",
                        "since", "2020-12-24",
                        "owner", "false",
                        "kind", "van"),
                assertInstanceOf(Answer.Filled.class, answer).values().reveal());
    }

    @Test
    void backTakesTheDraftAlong() throws Exception {
        var answer =
                visit(
                        () -> Fx.SCREEN.ask(Examples.items()),
                        () -> {
                            Fx.HAND.awaitPage("items", SOON);
                            Fx.HAND.tap("plus-items.table");
                            Fx.HAND.tap("minus-items.armchair");
                            Fx.HAND.tap("back");
                        });
        var draft = assertInstanceOf(Answer.Back.class, answer).draft().reveal();
        assertEquals("1", draft.get("items.table"));
        assertEquals("1", draft.get("items.armchair"));
        assertEquals("3", draft.get("items.fridge"));
    }

    @Test
    void anotherLanguageAndSizeKeepWhatWasEntered() throws Exception {
        var answer =
                visit(
                        () -> Fx.SCREEN.ask(Examples.address()),
                        () -> {
                            Fx.HAND.awaitPage("address", SOON);
                            Fx.HAND.type("Am Markt 5");
                            Fx.HAND.tap("language-en");
                            Fx.HAND.tap("size-4");
                            Fx.HAND.tap("contrast-3");
                            assertEquals("en", Fx.SCREEN.language());
                            Fx.HAND.tap("field-street");
                            Fx.HAND.type("a");
                            Fx.HAND.tap("onward");
                        });
        assertEquals(
                "Am Markt 5a",
                assertInstanceOf(Answer.Filled.class, answer).values().reveal().get("street"));
    }

    @Test
    void thePinComesAsDigitsAndIsNowhereOnTheScreen() throws Exception {
        var answer =
                visit(
                        () -> Fx.SCREEN.ask(Examples.pin()),
                        () -> {
                            Fx.HAND.awaitPage("pin", SOON);
                            var empty = texts();
                            for (var digit : List.of(9, 4, 7)) {
                                Fx.HAND.tap("digit-" + digit);
                            }
                            Fx.HAND.tap("delete");
                            assertEquals(empty, texts(), "a digit changed a text");
                            assertTrue(!Fx.HAND.sees("done"), "two of six digits are not a PIN");
                            for (var digit : List.of(1, 2, 3, 4)) {
                                Fx.HAND.tap("digit-" + digit);
                            }
                            Fx.HAND.tap("digit-5");
                            assertEquals(empty, texts(), "a digit changed a text");
                            Fx.HAND.tap("done");
                        });
        assertEquals(
                "941234",
                new String(assertInstanceOf(Answer.Secret.class, answer).digits().reveal()));
    }

    private static Map<Integer, String> texts() {
        return Fx.ask(() -> {
            var texts = new java.util.TreeMap<Integer, String>();
            PixelSize.all(Fx.SCREEN.scene().getRoot(), Prose.class)
                    .forEach(p ->
                            texts.put(texts.size(), p.words() + p.getParent().getAccessibleText()));
            return texts;
        });
    }

    @Test
    void consentNamesWhatWasTicked() throws Exception {
        var answer =
                visit(
                        () -> Fx.SCREEN.ask(Examples.consent()),
                        () -> {
                            Fx.HAND.awaitPage("consent", SOON);
                            Fx.HAND.tap("option-consent-doctoral");
                            Fx.HAND.tap("onward");
                        });
        assertEquals(new Answer.Agreed(Set.of("doctoral")), answer);
    }

    @Test
    void welcomeBeginsInTheLanguageThatWasTouched() throws Exception {
        var answer =
                visit(
                        () -> Fx.SCREEN.ask(Examples.welcome()),
                        () -> {
                            Fx.HAND.awaitPage("welcome", SOON);
                            Fx.HAND.tap("start-en");
                        });
        assertEquals(new Answer.Onward(), answer);
        assertEquals("en", Fx.SCREEN.language());
    }

    @Test
    void welcomeBeginsWhereverItIsTouched() throws Exception {
        var answer =
                visit(
                        () -> Fx.SCREEN.ask(Examples.welcome()),
                        () -> {
                            Fx.HAND.awaitPage("welcome", SOON);
                            Fx.HAND.tap("onward");
                        });
        assertEquals(new Answer.Onward(), answer);
    }

    @Test
    void changeLinksNameTheirPage() throws Exception {
        var answer =
                visit(
                        () -> Fx.SCREEN.ask(Examples.check()),
                        () -> {
                            Fx.HAND.awaitPage("check", SOON);
                            Fx.HAND.tap("change-plate");
                        });
        assertEquals(new Answer.Change("plate"), answer);
    }

    @Test
    void aSecondPressOnTheSamePageIsNotASecondAnswer() throws Exception {
        var answers = Fx.show(Examples.reading());
        Fx.HAND.tap("onward");
        Fx.HAND.tap("onward");
        Fx.HAND.tap("leave");
        assertEquals(new Answer.Onward(), Fx.answer(answers));
        assertTrue(answers.isEmpty());
    }

    @Test
    void aCancelledWaitEndsAtOnceAndTheScreenLivesOn() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var asked = threads.submit(() -> Fx.SCREEN.ask(Examples.reading()));
            Fx.HAND.awaitPage("service", SOON);
            asked.cancel(true);
            assertTrue(asked.isCancelled());
        }
        var answers = Fx.show(LateExamples.farewell());
        Fx.HAND.tap("button-home");
        assertEquals(new Answer.Chosen("home"), Fx.answer(answers));
    }

    @Test
    void coveredAndDisabledControlsCannotBePressedByTheHand() throws Exception {
        Fx.show(Examples.pin());
        var refused =
                org.junit.jupiter.api.Assertions.assertThrows(
                        IllegalStateException.class, () -> Fx.HAND.tap("done"));
        assertTrue(String.valueOf(refused.getCause()).contains("cannot be pressed"));
        assertTrue(!(refused.getCause() instanceof ExecutionException));
    }
}
