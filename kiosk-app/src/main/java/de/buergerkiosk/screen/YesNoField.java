package de.buergerkiosk.screen;

import de.buergerkiosk.page.Field;

/** Yes or no, side by side. */
final class YesNoField extends FieldNode<Field.YesNo> {
    private final OptionPress yes;
    private final OptionPress no;

    YesNoField(View.Parts parts) {
        var tiles = new Tiles(parts.px(3));
        tiles.columns(2);
        yes = new OptionPress("radio-button", "circle");
        no = new OptionPress("radio-button", "circle");
        tiles.nodes().addAll(yes, no);
        getChildren().add(tiles);
    }

    @Override
    void fillField(Field.YesNo field, Sight sight) {
        yes.setId("yes-" + field.path());
        no.setId("no-" + field.path());
        yes.say(sight.say("field.yes"));
        no.say(sight.say("field.no"));
        show(sight.showing().value(field));
        yes.does(() -> choose(field, sight, "true"));
        no.does(() -> choose(field, sight, "false"));
    }

    private void choose(Field.YesNo field, Sight sight, String value) {
        sight.showing().enter(field, value);
        show(value);
    }

    private void show(String value) {
        yes.chosen(value.equals("true"));
        no.chosen(value.equals("false"));
    }

    @Override
    void enter() {
        yes.requestFocus();
    }

    @Override
    void wipeField() {
        yes.wipe();
        no.wipe();
    }
}
