package de.buergerkiosk.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.page.Idle;
import java.time.Duration;
import java.util.List;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.Test;

/** However slowly a kiosk starts, nobody sees a frame with buttons that nobody hears. */
class NothingIsShownBeforeTheFirstPageTest {
    private static FxScreen open() {
        return FxScreen.open(Fx.WORDS, Idle.STANDARD, Fx.CLOCK, ScreenSettings.window());
    }

    @Test
    void theWindowAppearsWithTheFirstPageOnIt() throws InterruptedException {
        try (var screen = open()) {
            assertFalse(Fx.ask(() -> screen.scene().getWindow().isShowing()));
            assertEquals(List.of(), presses(screen));

            screen.show(Examples.welcome(), _ -> {});
            screen.awaitFirstFrame(Duration.ofSeconds(60));

            assertTrue(Fx.ask(() -> screen.scene().getWindow().isShowing()));
            assertTrue(presses(screen).containsAll(List.of("start-de", "start-en", "size-2")));
        }
    }

    @Test
    void warmingBeforeTheFirstPageShowsAnEmptyFrame() throws InterruptedException {
        try (var screen = open()) {
            screen.prewarm();
            assertTrue(Fx.ask(() -> screen.scene().getWindow().isShowing()));
            assertEquals(List.of(), presses(screen));
        }
    }

    @Test
    void betweenTwoVisitsThereIsNothingToPress() throws InterruptedException {
        Fx.show(Examples.reading());
        assertFalse(presses(Fx.SCREEN).isEmpty());
        Fx.SCREEN.wipe();
        assertEquals(List.of(), presses(Fx.SCREEN));
        Fx.show(Examples.welcome());
        assertTrue(presses(Fx.SCREEN).contains("language-en"));
        Fx.SCREEN.wipe();
    }

    @Test
    void aWindowThatAPersonHasClosedStaysClosed() throws InterruptedException {
        try (var screen = open()) {
            screen.show(Examples.welcome(), _ -> {});
            screen.awaitFirstFrame(Duration.ofSeconds(60));
            Fx.ask(() -> {
                var stage = screen.scene().getWindow();
                stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST));
                return true;
            });
            screen.show(Examples.reading(), _ -> {});
            assertFalse(Fx.ask(() -> screen.scene().getWindow().isShowing()));
        }
    }

    private static List<String> presses(FxScreen screen) {
        return Fx.ask(() ->
                PixelSize.shown(screen.frame(), Press.class).stream().map(Press::getId).toList());
    }
}
