package de.buergerkiosk.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.page.Idle;
import de.buergerkiosk.page.Words;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The first page is the kiosk's own; languages, words and patience of the city come behind it. */
class CityIsHeardBehindTheFirstPageTest {
    private static final Idle HASTY =
            new Idle(
                    Duration.ofSeconds(20),
                    Duration.ofSeconds(20),
                    Duration.ofSeconds(20),
                    Idle.STANDARD.ending());

    @Test
    void aLanguageThatTheCityDoesNotOfferIsGoneFromTheBar() throws InterruptedException {
        try (var screen = open()) {
            show(screen);
            assertTrue(presses(screen).containsAll(List.of("language-de", "language-en")));

            screen.speak(Words.load(List.of("de")), Idle.STANDARD);

            var after = presses(screen);
            assertTrue(after.contains("language-de"), () -> "German stays: " + after);
            assertFalse(after.contains("language-en"), () -> "English is gone: " + after);
            assertTrue(after.contains("size-2"), () -> "the bar is whole: " + after);
            assertTrue(after.contains("onward"), () -> "the page is whole: " + after);
        }
    }

    @Test
    void theBarStaysWhereItWasAndWorks() throws InterruptedException {
        try (var screen = open()) {
            show(screen);
            screen.speak(Fx.WORDS, Idle.STANDARD);
            new Hand(screen).tap("language-en");
            assertEquals("en", screen.language());
            screen.wipe();
            assertEquals("de", screen.language());
        }
    }

    @Test
    void thePatienceIsTheCitys() throws InterruptedException {
        try (var screen = open()) {
            show(screen);
            screen.speak(Fx.WORDS.with("idle.stay", Map.of("de", "Ich bleibe")), HASTY);
            Fx.CLOCK.advance(Duration.ofSeconds(25));
            screen.tick();
            assertTrue(
                    Fx.ask(() -> screen.frame().warning().isVisible()),
                    "asks after the city's time");
        }
    }

    private static FxScreen open() {
        return FxScreen.open(Fx.WORDS, Idle.STANDARD, Fx.CLOCK, ScreenSettings.window());
    }

    private static void show(FxScreen screen) throws InterruptedException {
        screen.show(Examples.reading(), _ -> {});
        screen.awaitFirstFrame(Duration.ofSeconds(60));
    }

    private static List<String> presses(FxScreen screen) {
        return Fx.ask(() ->
                PixelSize.shown(screen.frame(), Press.class).stream().map(Press::getId).toList());
    }
}
