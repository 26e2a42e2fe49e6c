package de.buergerkiosk.screen;

import de.buergerkiosk.page.Answer;
import de.buergerkiosk.page.Page;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Everything entered, in cards with one link to change each, and what it costs. */
final class CheckView extends View<Page.Check> {
    private static final class RowLine extends VBox implements Wiped {
        private final Prose label = new Prose("muted");
        private final Prose value = new Prose("row-value");

        RowLine() {
            getChildren().addAll(label, value);
        }

        @Override
        public void wipe() {
            label.wipe();
            value.wipe();
        }
    }

    /** Rows that follow each other and are changed on the same page. */
    private static final class Card extends HBox implements Wiped {
        private final VBox lines = new VBox();
        private final Kept<RowLine> rowLines = new Kept<>(lines.getChildren(), RowLine::new);
        private final Press change = Press.words("quiet", "change");
        private final StackPane slot = new StackPane(change);

        Card() {
            getStyleClass().addAll("card", "row-group");
            lines.getStyleClass().add("rows");
            lines.setAlignment(Pos.CENTER_LEFT);
            // The button gets what its word needs, the lines the rest. The slot says so, for the
            // style sheet gives every button a least width of its own.
            slot.setMinWidth(USE_PREF_SIZE);
            setHgrow(lines, Priority.ALWAYS);
            getChildren().addAll(lines, slot);
        }

        void show(List<Page.Row> rows, Page.Check page, Sight sight) {
            var shown = rowLines.take(rows.size());
            for (int i = 0; i < shown.size(); i++) {
                shown.get(i).label.say(sight.in(rows.get(i).label()));
                shown.get(i).value.say(sight.in(rows.get(i).value()));
            }
            var target = rows.getFirst().target();
            Shown.set(slot, target.isPresent());
            target.ifPresent(page0 -> {
                change.setId("change-" + page0);
                change.say(sight.in(page.change()));
                change.call(sight.in(page.change()) + ": " + sight.in(rows.getFirst().label()));
                change.does(() -> sight.showing().answer(new Answer.Change(page0)));
            });
        }

        @Override
        public void wipe() {
            rowLines.wipe();
            change.wipe();
        }
    }

    private static final class PriceLine extends HBox implements Wiped {
        private final Prose label = new Prose();
        private final Prose amount = new Prose("bold");

        PriceLine() {
            getStyleClass().add("price-line");
            setHgrow(label, Priority.ALWAYS);
            amount.setMinWidth(USE_PREF_SIZE);
            getChildren().addAll(label, amount);
        }

        @Override
        public void wipe() {
            label.wipe();
            amount.wipe();
        }
    }

    private final Prose lead = new Prose();
    private final VBox cards = new VBox();
    private final Kept<Card> cardNodes = new Kept<>(cards.getChildren(), Card::new);
    private final VBox prices = new VBox();
    private final Kept<PriceLine> priceLines = new Kept<>(prices.getChildren(), PriceLine::new);

    CheckView(Parts parts) {
        super(parts);
        cards.setSpacing(parts.px(3));
        prices.getStyleClass().addAll("card", "prices");
        content().getChildren().addAll(lead, cards, prices);
    }

    @Override
    void fillPage(Page.Check page, Sight sight) {
        lead.say(sight.in(page.lead()));
        var groups = grouped(page.rows());
        var shown = cardNodes.take(groups.size());
        for (int i = 0; i < shown.size(); i++) {
            shown.get(i).show(groups.get(i), page, sight);
        }
        var lines = priceLines.take(page.prices().size());
        for (int i = 0; i < lines.size(); i++) {
            lines.get(i).label.say(sight.in(page.prices().get(i).label()));
            lines.get(i).amount.say(sight.in(page.prices().get(i).amount()));
        }
        Shown.set(prices, !page.prices().isEmpty());
    }

    private static List<List<Page.Row>> grouped(List<Page.Row> rows) {
        var groups = new ArrayList<List<Page.Row>>();
        for (var row : rows) {
            if (groups.isEmpty() || !groups.getLast().getFirst().target().equals(row.target())) {
                groups.add(new ArrayList<>());
            }
            groups.getLast().add(row);
        }
        return groups;
    }

    @Override
    Foot.Offer offer(Page.Check page, Sight sight) {
        return new Foot.Offer(
                sight.in(page.total()),
                List.of(
                        Foot.Act.primary(
                                "onward",
                                sight.in(page.onward()),
                                () -> sight.showing().answer(new Answer.Onward()))));
    }

    @Override
    void wipePage() {
        lead.wipe();
        cardNodes.wipe();
        priceLines.wipe();
    }
}
