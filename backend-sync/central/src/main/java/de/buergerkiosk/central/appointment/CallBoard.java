package de.buergerkiosk.central.appointment;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the call pages of a venue show. Screens ask every other second, and the database hears of it
 * twice a second at most, however many screens there are: nobody waits, so nothing can run out.
 */
public final class CallBoard {
    /** How long a number stays there after its last call when it is not called any more. */
    static final Duration SHOWN = Duration.ofMinutes(5);

    private static final Duration FRESH = Duration.ofMillis(500);
    private static final int CALLS_MAX = 6;

    private final Agenda agenda;
    private final QueueBook book;
    private final InstantSource clock;
    private final ConcurrentHashMap<String, Board> boards = new ConcurrentHashMap<>();

    public CallBoard(Agenda agenda, QueueBook book, InstantSource clock) {
        this.agenda = agenda;
        this.book = book;
        this.clock = clock;
    }

    /**
     * A venue's calls, the newest first.
     *
     * @param at when they were true
     */
    public record Board(Venue venue, Instant at, List<Call> calls) {
        public Board {
            calls = List.copyOf(calls);
        }
    }

    /** Empty where there is no such venue. */
    public Optional<Board> of(String venue) {
        return agenda.venue(venue)
                .map(known ->
                        boards.compute(
                                known.id(),
                                (_, last) -> last != null && isFresh(last) ? last : look(known)));
    }

    private boolean isFresh(Board board) {
        var age = Duration.between(board.at(), clock.instant());
        return !age.isNegative() && age.compareTo(FRESH) < 0;
    }

    private Board look(Venue venue) {
        var now = clock.instant();
        return new Board(
                venue, now, book.calls(venue.id(), agenda.day(now), now.minus(SHOWN), CALLS_MAX));
    }
}
