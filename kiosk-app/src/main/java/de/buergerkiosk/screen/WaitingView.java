package de.buergerkiosk.screen;

import de.buergerkiosk.page.Page;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Circle;

/** Something runs: what the citizen should do now, large, and a sign that we are alive. */
final class WaitingView extends View<Page.Waiting> {
    private static final int BEATS = 3;

    private final StackPane picture = new StackPane();
    private final Illustrations illustrations;
    private final Prose detail = new Prose("large", "bold").centred();
    private final BlockLines hints;
    private final List<Circle> beats;

    WaitingView(Parts parts) {
        super(parts);
        illustrations = new Illustrations(parts.profile());
        title().centred();
        content().getStyleClass().add("waiting");
        picture.setAlignment(Pos.CENTER);
        picture.setMinHeight(Region.USE_PREF_SIZE);
        hints = new BlockLines(parts);
        beats =
                List.of(
                        new Circle(parts.px(2.5)),
                        new Circle(parts.px(2.5)),
                        new Circle(parts.px(2.5)));
        var line = new HBox(parts.px(4));
        line.setAlignment(Pos.CENTER);
        for (var beat : beats) {
            beat.getStyleClass().add("beat");
            line.getChildren().add(beat);
        }
        content().getChildren().addAll(picture, detail, line, hints);
    }

    @Override
    void fillPage(Page.Waiting page, Sight sight) {
        var drawing = illustrations.of(page.illustration());
        if (!picture.getChildren().contains(drawing)) {
            picture.getChildren().setAll(drawing);
        }
        detail.say(sight.in(page.detail()));
        hints.show(
                page.hints().isEmpty() ? List.of() : List.of(new Page.Bullets(page.hints())),
                sight);
    }

    /** One step a second: activity is seen, and nothing flickers. */
    @Override
    void beat(long second) {
        for (int i = 0; i < BEATS; i++) {
            Shown.style(beats.get(i), "on", i == Math.floorMod(second, BEATS));
        }
    }

    @Override
    Foot.Offer offer(Page.Waiting page, Sight sight) {
        return Foot.Offer.cancel(page.cancel(), sight);
    }

    @Override
    void wipePage() {
        detail.wipe();
        hints.wipe();
    }
}
