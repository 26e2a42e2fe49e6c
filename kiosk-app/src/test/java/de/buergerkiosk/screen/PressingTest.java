package de.buergerkiosk.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.page.Answer;
import java.util.ArrayList;
import java.util.List;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Fingers that slip, and citizens with a keyboard only. */
class PressingTest {
    @AfterEach
    void wipe() {
        Fx.SCREEN.wipe();
    }

    @Test
    void aFingerThatSlipsOffPressesNothing() throws InterruptedException {
        var answers = Fx.show(Examples.reading());
        Fx.ask(() -> {
            var press =
                    PixelSize.shown(Fx.SCREEN.frame(), Press.class).stream()
                            .filter(p -> "onward".equals(p.getId()))
                            .findFirst()
                            .orElseThrow();
            var middle = press.localToScene(press.getWidth() / 2, press.getHeight() / 2);
            mouse(press, MouseEvent.MOUSE_PRESSED, middle.getX(), middle.getY());
            mouse(press, MouseEvent.MOUSE_DRAGGED, middle.getX(), 10);
            mouse(press, MouseEvent.MOUSE_RELEASED, middle.getX(), 10);
            return true;
        });
        Fx.SCREEN.rendering().awaitPulses(2);
        assertTrue(answers.isEmpty());
        Fx.HAND.tap("onward");
        assertEquals(new Answer.Onward(), Fx.answer(answers));
    }

    @Test
    void tabGoesThroughEveryControlInReadingOrder() throws InterruptedException {
        Fx.show(Examples.items());
        var wanted =
                Fx.ask(() ->
                        PixelSize.shown(Fx.SCREEN.frame(), Press.class).stream()
                                .filter(p -> p.isFocusTraversable() && !p.isDisabled())
                                .map(Node::getId)
                                .toList());
        var visited = new ArrayList<String>();
        for (int i = 0; i < wanted.size(); i++) {
            visited.add(tab());
        }
        assertEquals(wanted, visited);
        assertEquals(wanted.getFirst(), tab(), "the focus goes round and is never trapped");
    }

    @Test
    void whatHasTheFocusIsInSightAndMarked() throws InterruptedException {
        Fx.show(Examples.items());
        Fx.HAND.tap("size-4");
        for (int i = 0; i < 16; i++) {
            var id = tab();
            Fx.SCREEN.rendering().awaitPulses(2);
            Fx.ask(() -> {
                var owner = Fx.SCREEN.scene().getFocusOwner();
                var bounds = PixelSize.onDesign(owner);
                assertTrue(
                        bounds.getMinY() >= 0 && bounds.getMaxY() <= 1920,
                        id + " has the focus out of sight");
                var ring = ((Press) owner).getBackground().getFills().getFirst();
                assertTrue(owner.isFocusVisible());
                assertTrue(ring.getInsets().getTop() < 0, "no ring around " + id);
                return true;
            });
        }
    }

    @Test
    void enterAndSpacePressWhatHasTheFocus() throws InterruptedException {
        var answers = Fx.show(Examples.choices());
        var id = tab();
        for (int i = 0; i < 40 && !id.equals("tile-bulky-waste"); i++) {
            id = tab();
        }
        key(KeyCode.ENTER);
        assertEquals(new Answer.Chosen("bulky-waste"), Fx.answer(answers));
    }

    @Test
    void theFocusOfOnePageIsNotOnTheNext() throws InterruptedException {
        Fx.show(Examples.reading());
        var id = tab();
        Fx.show(LateExamples.farewell());
        assertNotEquals(
                id, Fx.ask(() -> String.valueOf(Fx.SCREEN.scene().getFocusOwner().getId())));
    }

    @Test
    void troubleIsReadFirst() throws InterruptedException {
        Fx.show(Examples.problems());
        assertEquals("problem-day", Fx.ask(() -> Fx.SCREEN.scene().getFocusOwner().getId()));
        Fx.HAND.tap("problem-phone");
        assertEquals("field-phone", Fx.ask(() -> Fx.SCREEN.scene().getFocusOwner().getId()));
        var said =
                Fx.ask(() ->
                        PixelSize.shown(Fx.SCREEN.frame(), Prose.class).stream()
                                .map(Prose::words)
                                .filter(w -> w.startsWith("Die Nummer"))
                                .toList());
        assertEquals(2, said.size(), "on top and at the field");
        assertEquals(List.of(said.getFirst(), said.getFirst()), said);
    }

    @Test
    void everyControlHasAName() throws InterruptedException {
        var nameless = new ArrayList<String>();
        for (var page : Examples.all()) {
            Fx.show(page);
            Fx.ask(() -> {
                PixelSize.shown(Fx.SCREEN.frame(), Press.class).stream()
                        .filter(p -> p.spoken().isBlank() || p.spoken().equals("null"))
                        .forEach(p -> nameless.add(page.name() + " " + p.getId()));
                return true;
            });
        }
        assertEquals(List.of(), nameless);
    }

    private static String tab() {
        key(KeyCode.TAB);
        return Fx.ask(() -> String.valueOf(Fx.SCREEN.scene().getFocusOwner().getId()));
    }

    private static void key(KeyCode code) {
        Fx.ask(() -> {
            Event.fireEvent(
                    Fx.SCREEN.scene().getFocusOwner(),
                    new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
            return true;
        });
    }

    private static void mouse(
            Node target, javafx.event.EventType<MouseEvent> type, double x, double y) {
        Event.fireEvent(
                target,
                new MouseEvent(
                        type,
                        x,
                        y,
                        x,
                        y,
                        MouseButton.PRIMARY,
                        1,
                        false,
                        false,
                        false,
                        false,
                        type != MouseEvent.MOUSE_RELEASED,
                        false,
                        false,
                        true,
                        false,
                        false,
                        null));
    }
}
