package de.buergerkiosk.screen;

import de.buergerkiosk.forms.Localized;
import de.buergerkiosk.page.Answer;
import de.buergerkiosk.page.Ways;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The lower edge of every page: running price, what can be done next, Back and Leave. */
final class Foot extends VBox implements Wiped {
    /** One thing that can be done; at most one is primary. */
    record Act(String id, String words, boolean primary, boolean possible, Runnable press) {
        static Act primary(String id, String words, Runnable press) {
            return new Act(id, words, true, true, press);
        }

        static Act other(String id, String words, Runnable press) {
            return new Act(id, words, false, true, press);
        }
    }

    /** What the foot offers on a page. */
    record Offer(Optional<String> price, List<Act> acts) {
        static final Offer NOTHING = new Offer(Optional.empty(), List.of());

        Offer {
            acts = List.copyOf(acts);
        }

        /** What stops what is waited for, where it can be stopped. */
        static Offer cancel(Optional<Localized> words, Sight sight) {
            return words.map(stop ->
                            of(
                                    Act.other(
                                            "cancel",
                                            sight.in(stop),
                                            () ->
                                                    sight.showing()
                                                            .answer(
                                                                    new Answer.Leave(
                                                                            Answer.Why.PRESSED)))))
                    .orElse(NOTHING);
        }

        static Offer of(Act... acts) {
            return new Offer(Optional.empty(), List.of(acts));
        }
    }

    private final Prose price = new Prose("amount", "price");
    private final VBox others = new VBox();
    private final Kept<Press> otherPresses =
            new Kept<>(others.getChildren(), () -> Press.words("other"));
    private final Press primary = Press.words("primary");
    private final HBox row = new HBox();
    private final Press back = Press.picture(new Icon("arrow-left", Icon.Size.MEDIUM), "quiet");
    private final Press leave = Press.picture(new Icon("x-circle", Icon.Size.MEDIUM), "quiet");

    Foot(double gap) {
        getStyleClass().add("foot");
        others.setSpacing(gap);
        row.getStyleClass().add("row");
        row.setAlignment(Pos.CENTER);
        back.setId("back");
        leave.setId("leave");
        for (var press : List.of(back, leave)) {
            HBox.setHgrow(press, Priority.ALWAYS);
            press.setPrefWidth(1);
        }
        row.getChildren().addAll(back, leave);
        getChildren().addAll(price, others, primary, row);
    }

    void show(Offer offer, Ways ways, Sight sight, Runnable onBack, Runnable onLeave) {
        price.sayOrHide(offer.price());
        var plain = offer.acts().stream().filter(act -> !act.primary()).toList();
        var presses = otherPresses.take(plain.size());
        for (int i = 0; i < plain.size(); i++) {
            fill(presses.get(i), plain.get(i));
        }
        Shown.set(others, !plain.isEmpty());
        var first = offer.acts().stream().filter(Act::primary).findFirst();
        first.ifPresentOrElse(act -> fill(primary, act), primary::wipe);
        Shown.set(primary, first.isPresent());
        Shown.set(back, ways.back());
        Shown.set(leave, ways.leave());
        Shown.set(row, ways.back() || ways.leave());
        back.say(sight.say("bar.back"));
        leave.say(sight.say("bar.leave"));
        back.does(onBack);
        leave.does(onLeave);
        boolean anything = first.isPresent() || !plain.isEmpty() || ways.back() || ways.leave();
        Shown.set(this, anything || offer.price().isPresent());
    }

    /** Where a citizen with a keyboard goes on after typing. */
    void focusPrimary() {
        if (primary.isVisible()) {
            primary.requestFocus();
        }
    }

    private static void fill(Press press, Act act) {
        press.setId(act.id());
        press.say(act.words());
        press.does(act.press());
        press.setDisable(!act.possible());
    }

    @Override
    public void wipe() {
        price.wipe();
        otherPresses.wipe();
        primary.wipe();
        back.wipe();
        leave.wipe();
    }
}
