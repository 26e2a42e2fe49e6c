package de.buergerkiosk.demo.window;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/**
 * The printers: the state of the receipt printer, what hands do to it, and the papers that came out
 * last, the newest on top.
 */
final class PaperPane {
    private static final double WIDTH_MIN = 300;

    /** A dot of an 80 mm paper on each pixel; larger would only be coarser. */
    private static final double WIDTH_MAX = 576;

    private static final int GAP = 10;

    private final Labels labels;
    private final Label state;
    private final Label number;
    private final Label document;
    private final ImageView receipt = picture("paper");
    private final ImageView sheet = picture("document");
    private final VBox papers = new VBox(GAP, receipt, sheet);
    private final ScrollPane scroll = new ScrollPane(papers);
    private final Button show;
    private final VBox box;
    private Optional<String> code = Optional.empty();

    PaperPane(Labels labels, Consumer<String> printer, Consumer<String> scanner) {
        this.labels = labels;
        show =
                Section.button(
                        "paper-scan",
                        labels.say("paper.press.scan"),
                        () -> code.ifPresent(scanner));
        show.setDisable(true);
        state = Section.line("paper-state", labels.say("paper.ready"));
        number = Section.line("paper-number", labels.say("paper.none"));
        document = Section.line("document-name", labels.say("paper.no-document"));
        scroll.viewportBoundsProperty()
                .addListener((_, _, room) -> {
                    var width = Math.clamp(room.getWidth(), 1, WIDTH_MAX);
                    receipt.setFitWidth(width);
                    sheet.setFitWidth(width);
                });
        scroll.setVbarPolicy(ScrollPane.ScrollBarPolicy.ALWAYS);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setPrefViewportWidth(WIDTH_MIN);
        scroll.setMinHeight(120);
        scroll.setPannable(true);
        scroll.getStyleClass().add("paper");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        box =
                Section.titled(
                        labels.say("paper.title"),
                        state,
                        Section.pairs(
                                press("out", "paper out", printer),
                                press("in", "paper in", printer),
                                press("open", "cover open", printer),
                                press("close", "cover close", printer)),
                        number,
                        document,
                        show,
                        scroll);
    }

    private static ImageView picture(String id) {
        var picture = new ImageView();
        picture.setId(id);
        picture.setPreserveRatio(true);
        picture.setSmooth(true);
        return picture;
    }

    private Button press(String key, String line, Consumer<String> printer) {
        return Section.button(
                "paper-" + key, labels.say("paper.press." + key), () -> printer.accept(line));
    }

    VBox box() {
        return box;
    }

    void state(DeviceNews.Printer now) {
        state.setText(
                labels.say(
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

    /** The paper that the receipt printer put out. */
    void paper(DeviceNews.Paper paper) {
        show(receipt, paper.png());
        number.setText(
                labels.say(paper.complete() ? "paper.number" : "paper.torn", paper.number()));
        code = paper.code();
        show.setDisable(code.isEmpty());
    }

    /** The sheet that fell into the folder of the simulated A4 printer. */
    void document(Path pdf, Path png) {
        show(sheet, png);
        document.setText(labels.say("paper.document", pdf.getFileName()));
    }

    /** Read in the background; put on top, and scrolled to there. */
    private void show(ImageView picture, Path png) {
        picture.setImage(new Image(png.toUri().toString(), true));
        picture.toBack();
        scroll.setVvalue(0);
    }
}
