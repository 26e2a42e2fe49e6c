package de.buergerkiosk.screen;

import de.buergerkiosk.page.Page;
import de.buergerkiosk.page.QrModules;
import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.image.ImageView;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Background;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.CornerRadii;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;

/** A code to scan, large, and always dark on light: cameras do not read the other contrasts. */
final class ScanView extends View<Page.Scan> {
    /** The standard asks for four light modules on each side (ISO/IEC 18004, 9.1). */
    private static final int QUIET = 4;

    private static final double SIDE_MILLIMETRES = 100;
    private static final int PIXELS = 800;
    private static final int BLACK = 0xFF000000;
    private static final int WHITE = 0xFFFFFFFF;

    private final ImageView code = new ImageView();
    private final Prose detail = new Prose("large", "bold").centred();
    private final BlockLines hints;

    ScanView(Parts parts) {
        super(parts);
        title().centred();
        content().getStyleClass().add("waiting");
        hints = new BlockLines(parts);
        code.setSmooth(false);
        code.setFitWidth(parts.px(SIDE_MILLIMETRES));
        code.setFitHeight(parts.px(SIDE_MILLIMETRES));
        var paper = new StackPane(code);
        paper.setAlignment(Pos.CENTER);
        paper.setMinHeight(Region.USE_PREF_SIZE);
        paper.setMaxWidth(Region.USE_PREF_SIZE);
        paper.setBackground(
                new Background(new BackgroundFill(Color.WHITE, CornerRadii.EMPTY, Insets.EMPTY)));
        content().getChildren().addAll(paper, detail, hints);
    }

    @Override
    void fillPage(Page.Scan page, Sight sight) {
        code.setImage(drawn(page.code()));
        detail.say(sight.in(page.detail()));
        hints.show(
                page.hints().isEmpty() ? List.of() : List.of(new Page.Bullets(page.hints())),
                sight);
    }

    /** Each module has many pixels, so that scaling to the window leaves its edges alone. */
    private static WritableImage drawn(QrModules modules) {
        int side = modules.side() + 2 * QUIET;
        int module = Math.max(4, PIXELS / side);
        var image = new WritableImage(side * module, side * module);
        var pixels = image.getPixelWriter();
        for (int y = 0; y < side * module; y++) {
            for (int x = 0; x < side * module; x++) {
                boolean dark = dark(modules, x / module - QUIET, y / module - QUIET);
                pixels.setArgb(x, y, dark ? BLACK : WHITE);
            }
        }
        return image;
    }

    private static boolean dark(QrModules modules, int column, int row) {
        return column >= 0
                && row >= 0
                && column < modules.side()
                && row < modules.side()
                && modules.dark(column, row);
    }

    @Override
    Foot.Offer offer(Page.Scan page, Sight sight) {
        return Foot.Offer.cancel(page.cancel(), sight);
    }

    @Override
    void wipePage() {
        code.setImage(null);
        detail.wipe();
        hints.wipe();
    }
}
