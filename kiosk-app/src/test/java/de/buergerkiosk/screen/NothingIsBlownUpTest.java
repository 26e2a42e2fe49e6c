package de.buergerkiosk.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.page.Page;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** A card is about as high as what stands in it, and what stands in it stands together. */
class NothingIsBlownUpTest {
    private static final double AIR_PX = DisplayProfile.PORTRAIT_21_INCH.px(12);

    @AfterAll
    static void back() {
        Fx.SCREEN.wipe();
    }

    @Test
    void noCardIsMuchHigherThanItsWordsAndButtons() throws InterruptedException {
        int cards = 0;
        var complaints = new ArrayList<String>();
        for (var page : Examples.all()) {
            // As in a kiosk: everything was made and laid out once with other words.
            Fx.SCREEN.prewarm();
            Fx.show(page);
            cards += Fx.ask(() -> look(page, complaints));
        }
        assertEquals(List.of(), complaints);
        assertTrue(cards > 5, "cards seen: " + cards);
    }

    private static int look(Page page, List<String> complaints) {
        Fx.SCREEN.frame().layout();
        var cards =
                PixelSize.shown(Fx.SCREEN.frame(), Region.class).stream()
                        .filter(region -> region.getStyleClass().contains("card"))
                        .toList();
        for (var card : cards) {
            var outer = PixelSize.onDesign(card);
            double empty = outer.getHeight() - around(card).getHeight();
            if (empty > AIR_PX) {
                complaints.add(
                        "%s: %.0f of %.0f px of a card are empty"
                                .formatted(page.name(), empty, outer.getHeight()));
            }
        }
        return cards.size();
    }

    /** The rectangle around all words and pictures in there. */
    private static Bounds around(Region card) {
        var words =
                PixelSize.shown(card, Region.class).stream()
                        .filter(region ->
                                region instanceof Press
                                        || (region instanceof Prose prose
                                                && !prose.words().isEmpty()))
                        .map(PixelSize::onDesign)
                        .toList();
        double top = words.stream().mapToDouble(Bounds::getMinY).min().orElse(0);
        double bottom = words.stream().mapToDouble(Bounds::getMaxY).max().orElse(0);
        return new BoundingBox(0, top, 0, bottom - top);
    }
}
