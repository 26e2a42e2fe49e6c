package de.buergerkiosk.screen;

import java.util.Optional;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** A warning of the city, on top of a page; it scrolls with the page, so that it never hides one. */
final class Banner extends HBox implements Wiped {
    private final Prose words = new Prose();

    Banner() {
        getStyleClass().add("banner");
        setHgrow(words, Priority.ALWAYS);
        getChildren().addAll(new Icon("warning", Icon.Size.LARGE), words);
        Shown.set(this, false);
    }

    void show(Optional<String> warning) {
        words.say(warning.orElse(""));
        Shown.set(this, warning.isPresent());
    }

    @Override
    public void wipe() {
        words.wipe();
        Shown.set(this, false);
    }
}
