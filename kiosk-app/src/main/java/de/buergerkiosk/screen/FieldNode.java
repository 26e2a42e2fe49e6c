package de.buergerkiosk.screen;

import de.buergerkiosk.page.Field;
import java.util.Optional;
import javafx.scene.layout.VBox;

/** One question: label, hint, what is wrong with it, and where to answer. */
abstract sealed class FieldNode<F extends Field> extends VBox implements Wiped
        permits ChoiceField, CountField, EntryField, FixedField, YesNoField {
    private final Prose label = new Prose("label");
    private final Prose hint = new Prose("muted");
    private final ProblemLine problem;

    FieldNode() {
        problem = new ProblemLine();
        getStyleClass().add("field");
        getChildren().addAll(label, hint, problem);
    }

    /** For fields that show their label elsewhere. */
    final void hideLabel() {
        Shown.set(label, false);
    }

    final void fill(F field, Optional<String> wrong, Sight sight) {
        if (label.isManaged()) {
            label.say(sight.in(field.label()));
        }
        hint.sayOrHide(sight.in(field.hint()));
        problem.show(wrong);
        Shown.style(this, "wrong", wrong.isPresent());
        fillField(field, sight);
    }

    abstract void fillField(F field, Sight sight);

    /** Puts the citizen to work here: opens the keyboard or takes the focus. */
    abstract void enter();

    @Override
    public final void wipe() {
        label.wipe();
        hint.wipe();
        problem.wipe();
        wipeField();
    }

    abstract void wipeField();
}
