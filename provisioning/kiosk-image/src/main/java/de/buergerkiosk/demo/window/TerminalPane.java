package de.buergerkiosk.demo.window;

import java.text.NumberFormat;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The card terminal: its display, its last booking, and the cardholder's hand. */
final class TerminalPane {
    private static final double DISPLAY_HEIGHT = 76;

    private final Labels labels;
    private final Label display;
    private final Label booking;
    private final VBox box;

    TerminalPane(Labels labels, Consumer<String> terminal) {
        this.labels = labels;
        display = new Label(labels.say("terminal.idle"));
        booking = Section.line("terminal-booking", labels.say("terminal.no-booking"));
        display.setId("terminal-display");
        display.setWrapText(true);
        var glass = new StackPane(display);
        glass.setMinHeight(DISPLAY_HEIGHT);
        glass.setPrefHeight(DISPLAY_HEIGHT);
        glass.getStyleClass().add("display");
        box =
                Section.titled(
                        labels.say("terminal.title"),
                        glass,
                        Section.pairs(
                                press("card", "card", terminal),
                                press("pin", "pin-ok", terminal),
                                press("cancel", "cancel", terminal),
                                press("decline", "decline", terminal)),
                        auto(terminal),
                        booking);
    }

    private Button press(String key, String line, Consumer<String> terminal) {
        return Section.button(
                "terminal-" + key,
                labels.say("terminal.press." + key),
                () -> terminal.accept(line));
    }

    /** On at first, as the simulated terminal is. */
    private CheckBox auto(Consumer<String> terminal) {
        var auto = new CheckBox(labels.say("terminal.auto"));
        auto.setId("terminal-auto");
        auto.setSelected(true);
        auto.selectedProperty()
                .addListener((_, _, on) -> terminal.accept(on ? "auto on" : "auto off"));
        return auto;
    }

    VBox box() {
        return box;
    }

    void display(String text) {
        display.setText(text.isBlank() ? labels.say("terminal.idle") : text);
    }

    void booking(DeviceNews.Booking news) {
        var amount =
                NumberFormat.getCurrencyInstance(labels.money()).format(news.amountCents() / 100.0);
        booking.setText(
                labels.say(
                        news.reversed() ? "terminal.reversed" : "terminal.booked",
                        amount,
                        news.receiptNumber()));
    }
}
