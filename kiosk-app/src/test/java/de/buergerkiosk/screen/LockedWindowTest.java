package de.buergerkiosk.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.page.Idle;
import java.time.Duration;
import javafx.scene.input.KeyCombination;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.Test;

/** The kiosk's own window: nobody gets out of it. */
class LockedWindowTest {
    @Test
    void fullScreenCannotBeLeftOrClosed() throws InterruptedException {
        try (var locked =
                FxScreen.open(
                        Fx.WORDS,
                        Idle.STANDARD,
                        Fx.CLOCK,
                        ScreenSettings.kiosk(DisplayProfile.PORTRAIT_21_INCH))) {
            locked.show(Examples.welcome(), _ -> {});
            locked.awaitFirstFrame(Duration.ofSeconds(60));
            Fx.ask(() -> {
                var stage = (Stage) locked.scene().getWindow();
                assertEquals(StageStyle.UNDECORATED, stage.getStyle());
                assertTrue(stage.isFullScreen());
                assertEquals(KeyCombination.NO_MATCH, stage.getFullScreenExitKeyCombination());
                var request = new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST);
                javafx.event.Event.fireEvent(stage, request);
                assertTrue(stage.isShowing(), "a close request closed the kiosk");
                var bounds = javafx.stage.Screen.getPrimary().getBounds();
                assertEquals(bounds.getWidth(), stage.getWidth());
                assertEquals(bounds.getHeight(), stage.getHeight());
                return true;
            });
        }
    }

    @Test
    void theDesignFitsAnyWindow() {
        Fx.ask(() -> {
            var frame = Fx.SCREEN.frame();
            var bounds = frame.localToScene(frame.getLayoutBounds());
            assertTrue(bounds.getMaxX() <= Fx.SCREEN.scene().getWidth() + 1);
            assertTrue(bounds.getMaxY() <= Fx.SCREEN.scene().getHeight() + 1);
            return true;
        });
    }
}
