package de.buergerkiosk.demo.window;

import java.text.NumberFormat;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The card terminal: its display, its last booking, and the cardholder's hand. */
final class TerminalPane {
    private static final double DISPLAY_HEIGHT = 76;

    private final Label display = new Label(Labels.say("terminal.idle"));
    private final Label booking =
            Section.line("terminal-booking", Labels.say("terminal.no-booking"));
    private final VBox box;

    TerminalPane(Consumer<String> terminal) {
        display.setId("terminal-display");
        display.setWrapText(true);
        var glass = new StackPane(display);
        glass.setMinHeight(DISPLAY_HEIGHT);
        glass.setPrefHeight(DISPLAY_HEIGHT);
        glass.getStyleClass().add("display");
        box =
                Section.titled(
                        Labels.say("terminal.title"),
                        glass,
                        Section.pairs(
                                press("card", "card", terminal),
                                press("pin", "pin-ok", terminal),
                                press("cancel", "cancel", terminal),
                                press("decline", "decline", terminal)),
                        auto(terminal),
                        booking);
    }

    private static Button press(String key, String line, Consumer<String> terminal) {
        return Section.button(
                "terminal-" + key,
                Labels.say("terminal.press." + key),
                () -> terminal.accept(line));
    }

    /** On at first, as the simulated terminal is. */
    private static CheckBox auto(Consumer<String> terminal) {
        var auto = new CheckBox(Labels.say("terminal.auto"));
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
        display.setText(text.isBlank() ? Labels.say("terminal.idle") : text);
    }

    void booking(DeviceNews.Booking news) {
        var amount =
                NumberFormat.getCurrencyInstance(Locale.GERMANY).format(news.amountCents() / 100.0);
        booking.setText(
                Labels.say(
                        news.reversed() ? "terminal.reversed" : "terminal.booked",
                        amount,
                        news.receiptNumber()));
    }
}
