package de.buergerkiosk.screen;

import de.buergerkiosk.page.Field;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** Known already and only shown, with a lock: nothing to be typed here. */
final class FixedField extends FieldNode<Field.Fixed> {
    private final Prose value = new Prose();

    FixedField() {
        var box = new HBox(new Icon("lock-key", Icon.Size.MEDIUM), value);
        box.getStyleClass().add("fixed");
        HBox.setHgrow(value, Priority.ALWAYS);
        getChildren().add(box);
    }

    @Override
    void fillField(Field.Fixed field, Sight sight) {
        value.say(field.value());
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
