package de.buergerkiosk.screen;

import de.buergerkiosk.page.Answer;
import de.buergerkiosk.page.Page;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** A choice of tiles: icon, title and one sentence each. */
final class ChoicesView extends View<Page.Choices> {
    /** Up to so many tiles stand below each other, wide and calm. */
    private static final int ONE_COLUMN_MAX = 4;

    /** Edges, gaps and icon of a tile of half the width. */
    private static final double WORDLESS_MILLIMETRES = 43;

    /** Mean width of a bold letter in a title. */
    private static final double BOLD_LETTER_EM = 0.66 * 1.15;

    private static final class TilePress extends Press {
        private final Icon icon;
        private final Icon onward = new Icon("arrow-right", Icon.Size.MEDIUM);
        private final Prose tileTitle = new Prose("tile-title");
        private final Prose summary = new Prose("muted");

        TilePress(Parts parts) {
            super("tile");
            icon = new Icon("file-text", Icon.Size.TILE);
            var plate = new StackPane(icon);
            plate.getStyleClass().add("plate");
            plate.setMouseTransparent(true);
            var words = new VBox(parts.px(1.5), tileTitle, summary);
            words.setAlignment(Pos.CENTER_LEFT);
            words.setMouseTransparent(true);
            HBox.setHgrow(words, Priority.ALWAYS);
            getChildren().addAll(plate, words, onward);
        }

        /** With room to spare a tile is large, and an arrow says that it leads on. */
        void roomy(boolean yes) {
            Shown.style(this, "roomy", yes);
            Shown.set(onward, yes);
        }

        @Override
        public void wipe() {
            super.wipe();
            tileTitle.wipe();
            summary.wipe();
        }
    }

    private final Prose lead = new Prose("large");
    private final Tiles tiles;
    private final Kept<TilePress> presses;

    ChoicesView(Parts parts) {
        super(parts);
        tiles = new Tiles(parts.px(4));
        presses = new Kept<>(tiles.nodes(), () -> new TilePress(parts));
        content().getChildren().addAll(lead, tiles);
    }

    @Override
    void fillPage(Page.Choices page, Sight sight) {
        lead.say(sight.in(page.lead()));
        int count = page.tiles().size();
        boolean one =
                sight.look().narrow() || count <= ONE_COLUMN_MAX || !wordsFitHalf(page, sight);
        tiles.columns(one ? 1 : 2);
        var shown = presses.take(count);
        for (int i = 0; i < count; i++) {
            var tile = page.tiles().get(i);
            var press = shown.get(i);
            press.setId("tile-" + tile.id());
            Shown.style(press, "many", one && count > ONE_COLUMN_MAX);
            press.roomy(count <= ONE_COLUMN_MAX && !sight.look().narrow());
            press.icon.show(tile.icon());
            press.tileTitle.say(sight.in(tile.title()));
            press.summary.say(sight.in(tile.summary()));
            press.call(sight.in(tile.title()) + ". " + sight.in(tile.summary()));
            press.does(() -> sight.showing().answer(new Answer.Chosen(tile.id())));
        }
    }

    /** Whether every word of the titles fits a tile of half the width; else it would be broken. */
    private boolean wordsFitHalf(Page.Choices page, Sight sight) {
        double room = parts().profile().widthPx() / 2.0 - parts().px(WORDLESS_MILLIMETRES);
        double letter = sight.look().size().fontPx(parts().profile()) * BOLD_LETTER_EM;
        return page.tiles().stream()
                .flatMap(tile -> Stream.of(sight.in(tile.title()).split("[\\s-]")))
                .allMatch(word -> word.length() * letter <= room);
    }

    @Override
    Foot.Offer offer(Page.Choices page, Sight sight) {
        return Foot.Offer.NOTHING;
    }

    @Override
    void wipePage() {
        lead.wipe();
        presses.wipe();
    }
}
