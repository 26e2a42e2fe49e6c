package de.buergerkiosk.screen;

import de.buergerkiosk.page.Field;
import java.util.List;

/** One of a few options, all in sight. */
final class ChoiceField extends FieldNode<Field.Choice> {
    private final Tiles tiles;
    private final Kept<OptionPress> presses;
    private List<OptionPress> shown = List.of();

    ChoiceField(View.Parts parts) {
        tiles = new Tiles(parts.px(3));
        presses = new Kept<>(tiles.nodes(), () -> new OptionPress("radio-button", "circle"));
        getChildren().add(tiles);
    }

    @Override
    void fillField(Field.Choice field, Sight sight) {
        shown = presses.take(field.options().size());
        var chosen = sight.showing().value(field);
        for (int i = 0; i < shown.size(); i++) {
            var option = field.options().get(i);
            var press = shown.get(i);
            press.setId("option-" + field.path() + "-" + option.id());
            press.say(sight.in(option.label()));
            press.chosen(option.id().equals(chosen));
            press.does(() -> {
                sight.showing().enter(field, option.id());
                shown.forEach(other -> other.chosen(other == press));
            });
        }
    }

    @Override
    void enter() {
        if (!shown.isEmpty()) {
            shown.getFirst().requestFocus();
        }
    }

    @Override
    void wipeField() {
        presses.wipe();
    }
}
