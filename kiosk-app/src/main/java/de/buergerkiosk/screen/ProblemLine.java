package de.buergerkiosk.screen;

import java.util.Optional;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** What is wrong, with an icon: at the field and, in the same words, on top. */
final class ProblemLine extends HBox implements Wiped {
    private final Prose words = new Prose();

    ProblemLine() {
        getStyleClass().add("problem");
        setHgrow(words, Priority.ALWAYS);
        getChildren().addAll(new Icon("warning", Icon.Size.MEDIUM), words);
        Shown.set(this, false);
    }

    void show(Optional<String> problem) {
        words.say(problem.orElse(""));
        Shown.set(this, problem.isPresent());
    }

    @Override
    public void wipe() {
        words.wipe();
    }
}
