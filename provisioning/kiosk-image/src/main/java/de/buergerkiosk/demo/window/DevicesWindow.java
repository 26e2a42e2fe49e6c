package de.buergerkiosk.demo.window;

import de.buergerkiosk.eid.simulated.CardTray;
import de.buergerkiosk.eid.simulated.ExampleCards;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import javafx.application.Platform;
import javafx.geometry.Insets;
import javafx.scene.Scene;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Font;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;

/** Paper, card terminal, ID card and the address of the desk, in one window beside the kiosk. */
public final class DevicesWindow implements AutoCloseable {
    private static final int GAP = 10;
    private static final double RIGHT_WIDTH = 490;

    private final Labels labels;
    private final Stage stage = new Stage();
    private final PaperPane paper;
    private final TerminalPane terminal;
    private final CardPane card;

    /**
     * What the window shows and works.
     *
     * @param language of the window, {@code de} or {@code en}
     * @param work runs whatever may take a moment; the JavaFX thread never waits
     */
    public record Around(
            String language,
            Hands hands,
            CardTray tray,
            String deskUrl,
            List<Login> logins,
            Executor work) {
        public Around {
            logins = List.copyOf(logins);
        }
    }

    /** On the JavaFX thread. */
    private DevicesWindow(Around around, Desktop.Room room, Runnable closed) {
        for (var font : List.of("/fonts/NotoSans-Regular.ttf", "/fonts/NotoSans-Bold.ttf")) {
            load(font);
        }
        labels = Labels.in(around.language());
        var work = around.work();
        var hands = around.hands();
        paper =
                new PaperPane(
                        labels,
                        line -> work.execute(() -> hands.atPrinter(line)),
                        code -> work.execute(() -> hands.atScanner(code)));
        terminal = new TerminalPane(labels, line -> work.execute(() -> hands.atTerminal(line)));
        card = new CardPane(labels, around.tray(), ExampleCards.shipped(), work);
        var desk = new DeskPane(labels, around.deskUrl(), around.logins());
        var scene = new Scene(page(desk));
        scene.getStylesheets()
                .add(
                        Objects.requireNonNull(DevicesWindow.class.getResource("window.css"))
                                .toExternalForm());
        stage.setTitle(labels.say("window.title"));
        stage.setScene(scene);
        stage.setX(room.left());
        stage.setY(room.top());
        stage.setWidth(room.width());
        stage.setHeight(room.height());
        stage.addEventHandler(WindowEvent.WINDOW_CLOSE_REQUEST, _ -> closed.run());
        stage.show();
    }

    /** Opens the window there; {@code closed} is called when a person closes it. */
    public static DevicesWindow open(Around around, Desktop.Room room, Runnable closed)
            throws InterruptedException {
        return Desktop.call(() -> new DevicesWindow(around, room, closed));
    }

    private BorderPane page(DeskPane desk) {
        var right = new VBox(GAP, terminal.box(), card.box(), desk.box());
        right.setMinWidth(RIGHT_WIDTH);
        right.setMaxWidth(RIGHT_WIDTH);
        HBox.setHgrow(paper.box(), Priority.ALWAYS);
        var about = Section.line("about", labels.say("window.about"));
        BorderPane.setMargin(about, new Insets(0, 0, GAP, 0));
        var page = new BorderPane(new HBox(GAP, paper.box(), right));
        page.setTop(about);
        page.setPadding(new Insets(GAP));
        return page;
    }

    private static void load(String font) {
        try (var in = Objects.requireNonNull(DevicesWindow.class.getResourceAsStream(font))) {
            Font.loadFont(in, 13);
        } catch (IOException e) {
            throw new UncheckedIOException(font, e);
        }
    }

    /** Shows it; may be called on any thread. */
    public void tell(DeviceNews news) {
        Platform.runLater(() -> {
            switch (news) {
                case DeviceNews.Display(var text) -> terminal.display(text);
                case DeviceNews.Booking booking -> terminal.booking(booking);
                case DeviceNews.Printer printer -> paper.state(printer);
                case DeviceNews.Paper printed -> paper.paper(printed);
                case DeviceNews.Document(var pdf, var png) -> paper.document(pdf, png);
            }
        });
    }

    Scene scene() {
        return stage.getScene();
    }

    @Override
    public void close() {
        Platform.runLater(() -> {
            card.close();
            stage.hide();
        });
    }
}
