package de.buergerkiosk.screen;

import javafx.event.Event;
import javafx.scene.Cursor;
import javafx.scene.Scene;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import javafx.stage.WindowEvent;

/** The window: in full screen it cannot be closed, left, moved, or opened by a menu. */
final class KioskWindow {
    private KioskWindow() {}

    /** Makes the window; it is not shown yet. */
    static Stage around(Scene scene, ScreenSettings settings) {
        var stage = new Stage();
        stage.setTitle("Bürgerkiosk");
        stage.setScene(scene);
        lock(scene);
        if (settings.fullscreen()) {
            stage.initStyle(StageStyle.UNDECORATED);
            stage.setFullScreenExitHint("");
            stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
            // Without a window manager full screen reports success and the window does not grow.
            var bounds = javafx.stage.Screen.getPrimary().getBounds();
            stage.setX(bounds.getMinX());
            stage.setY(bounds.getMinY());
            stage.setWidth(bounds.getWidth());
            stage.setHeight(bounds.getHeight());
            stage.setFullScreen(true);
            stage.setAlwaysOnTop(true);
            // A finger needs no pointer, and one in the middle of the page irritates.
            scene.setCursor(Cursor.NONE);
            stage.addEventFilter(WindowEvent.WINDOW_CLOSE_REQUEST, Event::consume);
        } else {
            stage.setWidth(settings.widthPx());
            stage.setHeight(settings.heightPx());
            stage.addEventHandler(WindowEvent.WINDOW_CLOSE_REQUEST, _ -> stage.hide());
        }
        return stage;
    }

    private static void lock(Scene scene) {
        scene.addEventFilter(ContextMenuEvent.ANY, Event::consume);
        scene.addEventFilter(MouseEvent.DRAG_DETECTED, Event::consume);
        scene.addEventFilter(DragEvent.ANY, Event::consume);
    }
}
