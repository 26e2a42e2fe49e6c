package de.buergerkiosk.screen;

import de.buergerkiosk.page.Page;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * Measures page turns: from a finger on a real control to the pixels of the next page. For the
 * bench; the pages go round until there are enough turns.
 */
public final class PageTurns {
    /**
     * What was measured.
     *
     * @param firstVisits the turn to each page that had not been shown before
     * @param turns all later ones
     */
    public record Figures(List<Duration> firstVisits, List<Duration> turns) {
        public Figures {
            firstVisits = List.copyOf(firstVisits);
            turns = List.copyOf(turns);
        }

        /** The least value that so many percent of the turns do not exceed. */
        public Duration percentile(int percent) {
            return percentile(turns, percent);
        }

        /** The slowest first visit. */
        public Duration firstVisitMax() {
            return percentile(firstVisits, 100);
        }

        private static Duration percentile(List<Duration> durations, int percent) {
            if (durations.isEmpty()) {
                throw new IllegalStateException("nothing was measured");
            }
            var sorted = durations.stream().sorted().toList();
            int rank = Math.ceilDiv(percent * sorted.size(), 100);
            return sorted.get(Math.clamp(rank - 1L, 0, sorted.size() - 1));
        }
    }

    private final FxScreen screen;
    private final Hand hand;

    public PageTurns(FxScreen screen) {
        this.screen = screen;
        hand = new Hand(screen);
    }

    /**
     * Turns through the pages round and round.
     *
     * @param pages each with something to press that answers it
     * @param turns how many later turns to measure
     */
    public Figures measure(List<Page> pages, int turns) throws InterruptedException {
        var seen = new HashSet<String>();
        var first = new ArrayList<Duration>();
        var later = new ArrayList<Duration>();
        show(pages.getLast());
        for (int i = 0; later.size() < turns; i++) {
            var from = pages.get(Math.floorMod(i - 1, pages.size()));
            var to = pages.get(i % pages.size());
            var took = turn(from, to);
            (seen.add(to.name()) ? first : later).add(took);
        }
        return new Figures(first, later);
    }

    private void show(Page page) throws InterruptedException {
        long before = screen.rendering().shown();
        screen.show(page, _ -> {});
        screen.rendering().await(before, Duration.ofSeconds(20));
    }

    private Duration turn(Page from, Page to) throws InterruptedException {
        long before = screen.rendering().shown();
        screen.show(from, _ -> screen.show(to, _ -> {}));
        screen.rendering().await(before, Duration.ofSeconds(20));
        var way = way(from);
        if (way.isPresent()) {
            return hand.turn(way.get());
        }
        // Nothing to press on it: the visit itself turns the page.
        long shown = screen.rendering().shown();
        Instant asked = screen.clock().instant();
        screen.show(to, _ -> {});
        return Duration.between(
                asked, screen.rendering().await(shown, Duration.ofSeconds(20)).at());
    }

    private static Optional<String> way(Page page) {
        return switch (page) {
            case Page.Choices choices when !choices.tiles().isEmpty() ->
                    Optional.of("tile-" + choices.tiles().getFirst().id());
            case Page.Notice notice when !notice.buttons().isEmpty() ->
                    Optional.of("button-" + notice.buttons().getFirst().id());
            case Page.Scan scan -> scan.cancel().map(_ -> "cancel");
            case Page.Waiting waiting -> waiting.cancel().map(_ -> "cancel");
            case Page.Welcome _, Page.Reading _, Page.Consent _, Page.Questions _, Page.Check _ ->
                    Optional.of("onward");
            case Page.Choices _, Page.Notice _, Page.SecretEntry _ ->
                    page.ways().back() ? Optional.of("back") : Optional.empty();
        };
    }
}
