package de.buergerkiosk.screen;

import de.buergerkiosk.page.Answer;
import de.buergerkiosk.page.Page;
import de.buergerkiosk.ports.Personal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import javafx.scene.layout.HBox;
import javafx.scene.shape.Circle;

/**
 * A PIN on a keypad. What is entered exists in one array that is cleared when it is handed over or
 * given up; the page shows how many digits there are, and never which.
 */
final class SecretEntryView extends View<Page.SecretEntry> {
    private static final int DIGITS_MAX = 12;

    private static final double KEY_MM = 34;
    private static final double KEY_NARROW_MM = 26;

    private final Prose lead = new Prose("large");
    private final ProblemLine problem;
    private final HBox dots = new HBox();
    private final Kept<Dot> dotMarks;
    private final Tiles keypad;
    private final List<Press> digitPresses = new ArrayList<>();
    private final Press clear = Press.words("pin-key", "working");
    private final Press delete;
    private final char[] entered = new char[DIGITS_MAX];
    private int count;
    private int wanted;
    private Runnable refreshFoot = () -> {};

    private static final class Dot extends Circle implements Wiped {
        Dot(double radius) {
            super(radius);
            getStyleClass().add("dot");
        }

        @Override
        public void wipe() {
            Shown.style(this, "on", false);
        }
    }

    SecretEntryView(Parts parts) {
        super(parts);
        problem = new ProblemLine();
        problem.getStyleClass().add("trouble");
        dots.getStyleClass().add("dots");
        dotMarks = new Kept<>(dots.getChildren(), () -> new Dot(parts.px(4)));
        keypad = new Tiles(parts.px(3));
        keypad.columns(3);
        delete = Press.picture(new Icon("backspace", Icon.Size.LARGE), "pin-key", "working");
        delete.setId("delete");
        delete.does(this::remove);
        clear.setId("clear");
        clear.does(() -> {
            forget();
            refresh();
        });
        for (int digit = 0; digit <= 9; digit++) {
            digitPresses.add(digitPress((char) ('0' + digit)));
        }
        content().getChildren().addAll(lead, problem, dots, keypad);
        content()
                .addEventHandler(
                        javafx.scene.input.KeyEvent.KEY_TYPED, e -> keyed(e.getCharacter()));
    }

    private Press digitPress(char digit) {
        var press = Press.words("pin-key");
        press.setId("digit-" + digit);
        press.does(() -> add(digit));
        return press;
    }

    /** Called after each digit: the foot's button becomes possible when all are there. */
    void whenChanged(Runnable refresh) {
        refreshFoot = refresh;
    }

    /** A digit or a backspace from a real keyboard. */
    void keyed(String character) {
        if (character.equals("\b")) {
            remove();
        } else if (character.length() == 1
                && character.charAt(0) >= '0'
                && character.charAt(0) <= '9') {
            add(character.charAt(0));
        }
    }

    private void add(char digit) {
        if (count < wanted) {
            entered[count++] = digit;
            refresh();
        }
    }

    private void remove() {
        if (count > 0) {
            entered[--count] = 0;
            refresh();
        }
    }

    private void forget() {
        Arrays.fill(entered, '\0');
        count = 0;
    }

    private void refresh() {
        var marks = dotMarks.take(wanted);
        for (int i = 0; i < marks.size(); i++) {
            Shown.style(marks.get(i), "on", i < count);
        }
        refreshFoot.run();
    }

    /** A new page begins without digits; a change of look keeps them. */
    void begin(int digits) {
        forget();
        wanted = Math.clamp(digits, 1, DIGITS_MAX);
        var order = new ArrayList<>(digitPresses.subList(1, 10));
        var zero = digitPresses.getFirst();
        parts().settings()
                .scramble()
                .ifPresent(chance -> {
                    order.add(zero);
                    Collections.shuffle(order, chance);
                });
        var last = order.size() == 10 ? order.removeLast() : zero;
        keypad.nodes().setAll(order);
        keypad.nodes().addAll(clear, last, delete);
        for (int i = 0; i < digitPresses.size(); i++) {
            digitPresses.get(i).say(Integer.toString(i));
        }
    }

    @Override
    void fillPage(Page.SecretEntry page, Sight sight) {
        lead.say(sight.in(page.lead()));
        problem.show(sight.in(page.problem()));
        clear.say(sight.say("keyboard.clear"));
        delete.call(sight.say("keyboard.delete"));
        // All keys stay in sight together with what they are for.
        double height = parts().px(sight.look().narrow() ? KEY_NARROW_MM : KEY_MM);
        digitPresses.forEach(press -> press.setMinHeight(height));
        refresh();
    }

    @Override
    Foot.Offer offer(Page.SecretEntry page, Sight sight) {
        return Foot.Offer.of(
                new Foot.Act(
                        "done",
                        sight.say("keyboard.done"),
                        true,
                        count >= page.digitsMin(),
                        () -> handOver(sight)));
    }

    private void handOver(Sight sight) {
        var digits = Arrays.copyOf(entered, count);
        forget();
        sight.showing().answer(new Answer.Secret(Personal.of(digits)));
    }

    @Override
    void wipePage() {
        forget();
        lead.wipe();
        problem.wipe();
        dotMarks.wipe();
    }
}
