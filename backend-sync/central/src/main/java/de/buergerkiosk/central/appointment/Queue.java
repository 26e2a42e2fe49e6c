package de.buergerkiosk.central.appointment;

import de.buergerkiosk.central.appointment.QueueBook.Change;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * The waiting list at the counters.
 *
 * <p>Who is next: first those with an appointment whose time has come, by its start, or by when they
 * checked in where that was later, so nobody who is late overtakes who was on time. Then numbers
 * without an appointment, by when they were taken. Whoever is early for an appointment comes before
 * its time only when nobody else waits. With the same moment the smaller number comes first.
 */
public final class Queue {
    private final Agenda agenda;
    private final QueueBook book;
    private final InstantSource clock;

    public Queue(Agenda agenda, QueueBook book, InstantSource clock) {
        this.agenda = agenda;
        this.book = book;
        this.clock = clock;
    }

    public Agenda agenda() {
        return agenda;
    }

    public LocalDate today() {
        return agenda.day(clock.instant());
    }

    public Counter counter(String venue, int number, String clerk) {
        return new Counter(venue, today(), number, clerk);
    }

    /** Everybody of today who is not finished, in the order in which they are called. */
    public List<Queued> list(String venue) {
        return book.list(venue, today(), clock.instant());
    }

    public Optional<Queued> at(Counter counter) {
        return book.at(counter);
    }

    /** Calls the next one; whoever is called here already stays the answer, however often one presses. */
    public QueueOutcome next(Counter counter) {
        return book.next(counter, clock.instant())
                .<QueueOutcome>map(QueueOutcome.Done::new)
                .orElseGet(QueueOutcome.NobodyWaits::new);
    }

    /** Finishes this one and calls the next; pressed twice, nobody is passed over. */
    public QueueOutcome next(Counter counter, UUID finished) {
        return switch (finish(counter, finished)) {
            case QueueOutcome.Done(Queued _) -> next(counter);
            case QueueOutcome.NotNow notNow -> notNow;
            case QueueOutcome.Busy busy -> busy;
            case QueueOutcome.NobodyWaits nobody -> nobody;
            case QueueOutcome.Unknown unknown -> unknown;
        };
    }

    /** Calls somebody out of turn: who waits, was parked, or comes after all. */
    public QueueOutcome call(Counter counter, UUID ticket) {
        return switch (book.call(counter, ticket, clock.instant())) {
            case CALLED -> now(counter, ticket, _ -> true);
            case NOT_NOW -> now(counter, ticket, found -> isCalledHere(found, counter));
            case BUSY ->
                    book.at(counter)
                            .<QueueOutcome>map(QueueOutcome.Busy::new)
                            .orElseGet(QueueOutcome.Unknown::new);
        };
    }

    /**
     * Once more onto the call page.
     *
     * @param seen how often it was called when the clerk pressed; a press that came twice counts once
     */
    public QueueOutcome again(Counter counter, UUID ticket, int seen) {
        var done = book.again(counter, ticket, seen, clock.instant());
        return now(counter, ticket, found -> done || isCalledHere(found, counter));
    }

    /** Nobody came. */
    public QueueOutcome missed(Counter counter, UUID ticket) {
        book.change(counter, ticket, Set.of("called"), Change.MISSED, clock.instant());
        return now(counter, ticket, found -> found.standing() instanceof Standing.Missed);
    }

    /** Comes back when called by its number; "next" passes it over. */
    public QueueOutcome park(Counter counter, UUID ticket) {
        book.change(counter, ticket, Set.of("called"), Change.PARKED, clock.instant());
        return now(counter, ticket, found -> found.standing() instanceof Standing.Parked);
    }

    public QueueOutcome finish(Counter counter, UUID ticket) {
        book.change(counter, ticket, Set.of("called", "parked"), Change.FINISHED, clock.instant());
        return now(counter, ticket, found -> found.standing() instanceof Standing.Finished);
    }

    /** Back into the list, to the old place. */
    public QueueOutcome back(Counter counter, UUID ticket) {
        var from = Set.of("called", "parked", "missed");
        book.change(counter, ticket, from, Change.WAITING, clock.instant());
        return now(counter, ticket, found -> found.standing() instanceof Standing.Waiting);
    }

    private QueueOutcome now(Counter counter, UUID ticket, Predicate<Queued> asWished) {
        return book.find(counter.venue(), counter.day(), ticket)
                .<QueueOutcome>map(found ->
                        asWished.test(found)
                                ? new QueueOutcome.Done(found)
                                : new QueueOutcome.NotNow(found))
                .orElseGet(QueueOutcome.Unknown::new);
    }

    private static boolean isCalledHere(Queued ticket, Counter counter) {
        return ticket.standing() instanceof Standing.Called called
                && called.counter() == counter.number();
    }
}
