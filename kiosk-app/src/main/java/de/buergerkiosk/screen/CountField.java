package de.buergerkiosk.screen;

import de.buergerkiosk.page.Field;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;

/** How many of something: minus, number, plus. */
final class CountField extends FieldNode<Field.Count> {
    private final HBox row = new HBox();
    private final Icon icon;
    private final Prose name = new Prose("label");
    private final Prose number = new Prose("number").centred();
    private final Press minus;
    private final Press plus;

    CountField(View.Parts parts) {
        hideLabel();
        icon = new Icon("package", Icon.Size.LARGE);
        minus = Press.picture(new Icon("minus", Icon.Size.MEDIUM), "quiet");
        plus = Press.picture(new Icon("plus", Icon.Size.MEDIUM), "quiet");
        var side = new HBox(parts.px(4), icon, name);
        side.getStyleClass().add("label-side");
        side.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(name, Priority.ALWAYS);
        HBox.setHgrow(side, Priority.ALWAYS);
        var numberPlace = new StackPane(number);
        numberPlace.setMinWidth(parts.px(16));
        numberPlace.setPrefWidth(parts.px(16));
        for (var press : new Press[] {minus, plus}) {
            press.setMaxWidth(USE_PREF_SIZE);
            press.setMinWidth(parts.px(22));
        }
        row.getStyleClass().addAll("card", "count");
        row.getChildren().addAll(side, minus, numberPlace, plus);
        getChildren().add(row);
    }

    @Override
    void fillField(Field.Count field, Sight sight) {
        var label = sight.in(field.label());
        name.say(label);
        icon.show(field.icon().orElse("package"));
        Shown.set(icon, field.icon().isPresent());
        minus.setId("minus-" + field.path());
        plus.setId("plus-" + field.path());
        minus.call(sight.say("field.fewer", label));
        plus.call(sight.say("field.more", label));
        show(field, count(sight, field));
        minus.does(() -> change(field, sight, -1));
        plus.does(() -> change(field, sight, 1));
    }

    private void change(Field.Count field, Sight sight, int by) {
        int now = Math.clamp((long) count(sight, field) + by, 0, field.countMax());
        sight.showing().enter(field, Integer.toString(now));
        show(field, now);
    }

    private void show(Field.Count field, int count) {
        number.say(Integer.toString(count));
        minus.setDisable(count <= 0);
        plus.setDisable(count >= field.countMax());
        Shown.style(row, "some", count > 0);
    }

    private static int count(Sight sight, Field.Count field) {
        var value = sight.showing().value(field);
        return value.matches("\\d{1,6}") ? Integer.parseInt(value) : 0;
    }

    @Override
    void enter() {
        plus.requestFocus();
    }

    @Override
    void wipeField() {
        name.wipe();
        number.wipe();
        minus.wipe();
        plus.wipe();
        Shown.style(row, "some", false);
    }
}
