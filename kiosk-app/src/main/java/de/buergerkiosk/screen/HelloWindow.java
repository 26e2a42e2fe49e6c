package de.buergerkiosk.screen;

import java.time.Duration;
import java.time.InstantSource;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/** The yardstick of the bench: the least that JavaFX can show, in a process of its own. */
public final class HelloWindow {
    private HelloWindow() {}

    /** Says {@code first frame} on standard error when its one label has been rendered. */
    public static void show(InstantSource clock) throws InterruptedException {
        Toolkit.start();
        var rendering =
                Toolkit.call(() -> {
                    var scene = new Scene(new StackPane(new Label("Hallo")), 540, 960);
                    var stage = new Stage();
                    stage.setScene(scene);
                    stage.show();
                    var shown = new Rendering(scene, clock);
                    shown.changed(clock.instant());
                    return shown;
                });
        rendering.await(0, Duration.ofSeconds(20));
        System.err.println("first frame");
    }
}
