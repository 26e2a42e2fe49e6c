package de.buergerkiosk.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.page.Page;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PageTurnsTest {
    @AfterEach
    void wipe() {
        Fx.SCREEN.wipe();
    }

    @Test
    void measuresFirstVisitsApartFromLaterTurns() throws InterruptedException {
        var pages = Examples.all();
        var figures = new PageTurns(Fx.SCREEN).measure(pages, 10);
        // a page with a warning on it is the same page
        long kinds = pages.stream().map(Page::name).distinct().count();
        assertEquals(kinds, figures.firstVisits().size());
        assertEquals(10, figures.turns().size());
        assertTrue(figures.percentile(50).compareTo(figures.percentile(99)) <= 0);
        assertFalse(figures.percentile(1).isNegative());
    }

    @Test
    void percentilesAreByNearestRank() {
        var figures =
                new PageTurns.Figures(
                        List.of(Duration.ofMillis(80)),
                        List.of(Duration.ofMillis(3), Duration.ofMillis(1), Duration.ofMillis(2)));
        assertEquals(Duration.ofMillis(2), figures.percentile(50));
        assertEquals(Duration.ofMillis(3), figures.percentile(99));
        assertEquals(Duration.ofMillis(80), figures.firstVisitMax());
    }

    @Test
    void aSecondVisitOfAPageMakesNoNewNodes() throws InterruptedException {
        for (var page : Examples.all()) {
            Fx.show(page);
        }
        int before = nodes();
        for (var page : Examples.all()) {
            Fx.show(page);
        }
        assertEquals(before, nodes());
    }

    @Test
    void warmingShowsTheCitizenNothing() throws InterruptedException {
        for (var shown : List.of(Examples.welcome(), starting())) {
            Fx.show(shown);
            var before = Fx.HAND.pixels(0.25);
            var during =
                    new java.util.concurrent.LinkedBlockingQueue<java.awt.image.BufferedImage>();
            for (Page sample : Prewarm.pages()) {
                warm(sample);
                Fx.SCREEN.rendering().awaitPulses(2);
                during.add(Fx.HAND.pixels(0.25));
                Fx.ask(() -> {
                    Fx.SCREEN.frame().warmed();
                    return true;
                });
            }
            for (var picture : during) {
                assertSame(before, picture);
            }
        }
    }

    /** A button that a citizen may need must not become something else behind the page. */
    @Test
    void aPageWithButtonsIsNotWarmedBehind() throws InterruptedException {
        for (var shown : List.of(LateExamples.terminal(), Examples.reading())) {
            Fx.show(shown);
            for (Page sample : Prewarm.pages()) {
                int before = nodes();
                warm(sample);
                assertEquals(before, nodes());
                assertTrue(Fx.HAND.sees(shown instanceof Page.Waiting ? "cancel" : "onward"));
            }
        }
    }

    private static void warm(Page sample) {
        Fx.ask(() -> {
            Fx.SCREEN
                    .frame()
                    .warm(new Sight(new Showing(sample, _ -> {}), Look.standard("de"), Fx.WORDS));
            return true;
        });
    }

    private static Page starting() {
        return new Page.Waiting(
                "starting",
                Fx.WORDS.say("starting.title"),
                Fx.WORDS.say("starting.text"),
                List.of(),
                Page.Illustration.HOURGLASS,
                java.util.Optional.empty(),
                java.util.Optional.empty());
    }

    @Test
    void aCitizenWhoBeginsWhileWarmingSeesTheRightPage() throws InterruptedException {
        Fx.show(Examples.choices());
        var alone = Fx.HAND.pixels(0.25);
        Fx.show(Examples.welcome());
        for (Page sample : Prewarm.pages()) {
            warm(sample);
            Fx.show(Examples.choices());
            assertSame(alone, Fx.HAND.pixels(0.25));
            Fx.show(Examples.welcome());
        }
    }

    private static void assertSame(
            java.awt.image.BufferedImage one, java.awt.image.BufferedImage other) {
        for (int y = 0; y < one.getHeight(); y++) {
            for (int x = 0; x < one.getWidth(); x++) {
                assertEquals(one.getRGB(x, y), other.getRGB(x, y), x + "," + y);
            }
        }
    }

    private static int nodes() {
        return Fx.ask(
                () -> PixelSize.all(Fx.SCREEN.scene().getRoot(), javafx.scene.Node.class).size());
    }
}
