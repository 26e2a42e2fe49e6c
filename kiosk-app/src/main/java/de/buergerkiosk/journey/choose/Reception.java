package de.buergerkiosk.journey.choose;

import de.buergerkiosk.forms.Localized;
import de.buergerkiosk.journey.Counter;
import de.buergerkiosk.journey.appointment.Scans.Heard;
import de.buergerkiosk.page.Answer;
import de.buergerkiosk.page.Page;
import de.buergerkiosk.page.Ways;
import de.buergerkiosk.ports.Personal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The page that waits for somebody: welcome, closed, or out of order. It changes by itself when the
 * hour comes, and never while somebody is in a visit.
 */
public final class Reception {
    private final Counter counter;
    private final Supplier<Standing> standing;
    private final boolean staffed;
    private volatile Optional<Waiting> waiting = Optional.empty();

    /** Who came. */
    public sealed interface Arrival {
        /**
         * Somebody with an errand.
         *
         * @param shown what was held under the scanner, where the errand began with it
         */
        record Citizen(Optional<Personal<String>> shown) implements Arrival {}

        record Staff() implements Arrival {}
    }

    /** How the welcome page is asked: on the screen, and where there is one, with a scanner beside it. */
    interface Asking {
        Heard ask(Page page) throws InterruptedException;
    }

    private record Waiting(Standing standing, Page page) {}

    /**
     * A reception.
     *
     * @param standing asked before each page, and by {@link #look}
     * @param staffed whether the pages have a way in for staff
     */
    public Reception(Counter counter, Supplier<Standing> standing, boolean staffed) {
        this.counter = counter;
        this.standing = standing;
        this.staffed = staffed;
    }

    /** Day and night, and without staff. */
    public static Reception alwaysOpen(Counter counter) {
        return new Reception(counter, Standing.Open::new, false);
    }

    /** Until somebody comes. Codes count only where there is something to choose. */
    Arrival receive(Supplier<Page.Welcome> welcome, Asking asking) throws InterruptedException {
        while (true) {
            var now = standing.get();
            var page = page(now, welcome);
            waiting = Optional.of(new Waiting(now, page));
            try {
                var heard =
                        page instanceof Page.Welcome
                                ? asking.ask(page)
                                : new Heard.Touched(counter.ask(page));
                switch (heard) {
                    case Heard.Shown(var text) -> {
                        return new Arrival.Citizen(Optional.of(text));
                    }
                    case Heard.Touched(Answer.Onward _) -> {
                        return new Arrival.Citizen(Optional.empty());
                    }
                    case Heard.Touched(Answer.Chosen(var id))
                            when id.equals(Page.Welcome.STAFF) -> {
                        return new Arrival.Staff();
                    }
                    case Heard.Touched(Answer.Withdrawn _) -> {}
                    case Heard.Touched(var other) -> throw Counter.unexpected(page, other);
                }
            } finally {
                waiting = Optional.empty();
            }
        }
    }

    /** Called every second or so, on any thread: takes a page back that is not true any more. */
    public void look() {
        waiting.filter(shown -> !shown.standing().equals(standing.get()))
                .ifPresent(shown -> counter.screen().withdraw(shown.page()));
    }

    Optional<Localized> staff() {
        return staffed ? Optional.of(counter.words().say("door.staff")) : Optional.empty();
    }

    private Page page(Standing now, Supplier<Page.Welcome> welcome) {
        return switch (now) {
            case Standing.Open() -> welcome.get();
            case Standing.Closed(var opens) -> {
                var words = counter.words();
                var blocks = new ArrayList<Page.Block>();
                opens.ifPresent(at ->
                        blocks.add(
                                new Page.Fact(
                                        "clock",
                                        words.say("door.closed.opens"),
                                        words.say("care.moment", at.toLocalDateTime()))));
                yield notice("closed", words.say("door.closed.title"), blocks);
            }
            case Standing.OutOfOrder() ->
                    notice(
                            "out-of-order",
                            counter.words().say("door.order.title"),
                            List.of(new Page.Paragraph(counter.words().say("door.order.text"))));
        };
    }

    private Page.Notice notice(String name, Localized title, List<? extends Page.Block> blocks) {
        var words = counter.words();
        var all = new ArrayList<Page.Block>(blocks);
        all.add(new Page.Paragraph(words.say("door.elsewhere")));
        return new Page.Notice(
                name,
                Page.Mood.INFO,
                title,
                all,
                staff().map(say -> List.of(new Page.Button(Page.Welcome.STAFF, say, false)))
                        .orElse(List.of()),
                Ways.NONE,
                words.banner());
    }
}
