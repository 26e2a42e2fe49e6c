package de.buergerkiosk.demo.window;

import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The receipt printer: its state, the paper that came out last, and what hands do to it. */
final class PaperPane {
    private static final double WIDTH_MIN = 300;

    /** A dot of an 80 mm paper on each pixel; larger would only be coarser. */
    private static final double WIDTH_MAX = 576;

    private final Label state = Section.line("paper-state", Labels.say("paper.ready"));
    private final Label number = Section.line("paper-number", Labels.say("paper.none"));
    private final ImageView picture = new ImageView();
    private final ScrollPane scroll = new ScrollPane(picture);
    private final VBox box;

    PaperPane(Consumer<String> printer) {
        picture.setId("paper");
        picture.setPreserveRatio(true);
        picture.setSmooth(true);
        scroll.viewportBoundsProperty()
                .addListener((_, _, room) ->
                        picture.setFitWidth(Math.clamp(room.getWidth(), 1, WIDTH_MAX)));
        scroll.setVbarPolicy(ScrollPane.ScrollBarPolicy.ALWAYS);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setPrefViewportWidth(WIDTH_MIN);
        scroll.setMinHeight(120);
        scroll.setPannable(true);
        scroll.getStyleClass().add("paper");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        box =
                Section.titled(
                        Labels.say("paper.title"),
                        state,
                        Section.pairs(
                                press("out", "paper out", printer),
                                press("in", "paper in", printer),
                                press("open", "cover open", printer),
                                press("close", "cover close", printer)),
                        number,
                        scroll);
    }

    private static javafx.scene.control.Button press(
            String key, String line, Consumer<String> printer) {
        return Section.button(
                "paper-" + key, Labels.say("paper.press." + key), () -> printer.accept(line));
    }

    VBox box() {
        return box;
    }

    void state(DeviceNews.Printer now) {
        state.setText(
                Labels.say(
                        now.coverOpen()
                                ? "paper.cover"
                                : now.paper().equals("out")
                                        ? "paper.out"
                                        : now.error()
                                                ? "paper.trouble"
                                                : !now.online()
                                                        ? "paper.offline"
                                                        : now.paper().equals("low")
                                                                ? "paper.low"
                                                                : "paper.ready"));
    }

    /** Read in the background; the paper is scrolled to its top. */
    void paper(Path png, int paperNumber, boolean complete) {
        picture.setImage(new Image(png.toUri().toString(), true));
        number.setText(Labels.say(complete ? "paper.number" : "paper.torn", paperNumber));
        scroll.setVvalue(0);
    }
}
