package de.buergerkiosk.demo.window;

import de.buergerkiosk.eid.simulated.CardTray;
import de.buergerkiosk.eid.simulated.ExampleCards;
import de.buergerkiosk.eid.simulated.SimulatedCard;
import de.buergerkiosk.eid.simulated.TrayContent;
import de.buergerkiosk.eid.simulated.TrayLook;
import java.util.Objects;
import java.util.concurrent.Executor;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import javafx.util.StringConverter;

/** The card reader: which example card lies in it. The tray is a file, so it is never read here. */
final class CardPane {
    private final CardTray tray;
    private final ExampleCards cards;
    private final Executor work;
    private final ComboBox<SimulatedCard> choice = new ComboBox<>();
    private final Labels labels;
    private final Label state;
    private final Timeline looking =
            new Timeline(new KeyFrame(Duration.seconds(1), _ -> later(() -> {})));
    private final VBox box;

    /** A change of the tray. */
    private interface Move {
        void make() throws InterruptedException;
    }

    CardPane(Labels labels, CardTray tray, ExampleCards cards, Executor work) {
        this.labels = labels;
        this.state = Section.line("card-state", labels.say("card.none"));
        this.tray = tray;
        this.cards = cards;
        this.work = work;
        choice.setId("card-choice");
        choice.setMaxWidth(Double.MAX_VALUE);
        choice.setConverter(new ByLabel());
        choice.getItems().addAll(cards.all());
        choice.getSelectionModel().selectFirst();
        state.setMinHeight(36);
        var pin = Section.line("card-pin", labels.say("card.pin"));
        pin.getStyleClass().add("code");
        box =
                Section.titled(
                        labels.say("card.title"),
                        choice,
                        Section.pairs(
                                Section.button("card-put", labels.say("card.put"), this::put),
                                Section.button(
                                        "card-take",
                                        labels.say("card.take"),
                                        () -> later(tray::remove))),
                        state,
                        pin);
        looking.setCycleCount(Animation.INDEFINITE);
        looking.play();
        later(() -> {});
    }

    VBox box() {
        return box;
    }

    void close() {
        looking.stop();
    }

    private void put() {
        var card = choice.getValue().name();
        later(() -> tray.put(card));
    }

    private void later(Move move) {
        work.execute(() -> {
            try {
                move.make();
                var look = tray.look();
                Platform.runLater(() -> state.setText(text(look)));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private String text(TrayLook look) {
        return switch (look) {
            case TrayLook.Unreadable(var why) -> labels.say("card.unreadable", why);
            case TrayLook.Seen(var content) ->
                    content.card()
                            .map(card ->
                                    labels.say("card.lies", label(card)) + tries(content, card))
                            .orElse(labels.say("card.none"));
        };
    }

    private String label(String card) {
        return cards.find(card).map(this::label).orElse(card);
    }

    private String label(SimulatedCard card) {
        return card.labels().getOrDefault(labels.language(), card.name());
    }

    private String tries(TrayContent content, String card) {
        var left = content.triesLeft().get(card);
        return left == null ? "" : "\n" + labels.say("card.tries", left);
    }

    /** Shows a card by what is special about it. */
    private final class ByLabel extends StringConverter<SimulatedCard> {
        @Override
        public String toString(SimulatedCard card) {
            return card == null ? "" : label(card);
        }

        @Override
        public SimulatedCard fromString(String text) {
            return Objects.requireNonNull(choice.getValue());
        }
    }
}
