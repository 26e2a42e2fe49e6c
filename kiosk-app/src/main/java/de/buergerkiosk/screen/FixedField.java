package de.buergerkiosk.screen;

import de.buergerkiosk.page.Field;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** Known already and only shown, with a lock: nothing to be typed here. */
final class FixedField extends FieldNode<Field.Fixed> {
    private final Prose value = new Prose();
    private final HBox box = new HBox(new Icon("lock-key", Icon.Size.MEDIUM), value);

    FixedField() {
        box.getStyleClass().add("fixed");
        HBox.setHgrow(value, Priority.ALWAYS);
        getChildren().add(box);
    }

    @Override
    void fillField(Field.Fixed field, Sight sight) {
        value.say(field.value());
        // A statement says all in its label; an empty box below it would look like a question.
        box.setVisible(!field.value().isEmpty());
        box.setManaged(!field.value().isEmpty());
    }

    @Override
    void enter() {
        // There is nothing to enter.
    }

    @Override
    void wipeField() {
        value.wipe();
    }
}
