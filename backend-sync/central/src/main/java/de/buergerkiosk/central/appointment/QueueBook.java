package de.buergerkiosk.central.appointment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Where the waiting list is kept. Each change is one statement, and audited in its transaction. */
public interface QueueBook {
    /** Everybody who is not finished, in the order in which they are called. */
    List<Queued> list(String venue, LocalDate day, Instant now);

    Optional<Queued> find(String venue, LocalDate day, UUID ticket);

    /** Whoever is called to this counter. */
    Optional<Queued> at(Counter counter);

    /**
     * Calls the next one, unless this counter has somebody; two counters at the same moment get two
     * people.
     */
    Optional<Queued> next(Counter counter, Instant at);

    /** Calls this one. */
    CallTry call(Counter counter, UUID ticket, Instant at);

    /** What came of calling somebody in particular. */
    enum CallTry {
        CALLED,
        /** Is not waiting, parked or missed any more. */
        NOT_NOW,
        /** The counter has somebody else. */
        BUSY
    }

    /**
     * Calls once more who is called here.
     *
     * @param seen how often it was called when the clerk pressed; another count changes nothing
     */
    boolean again(Counter counter, UUID ticket, int seen, Instant at);

    /** What else may become of a ticket. */
    enum Change {
        MISSED,
        PARKED,
        FINISHED,
        WAITING
    }

    /**
     * False where it is in none of these states, or called at another counter.
     *
     * @param from words of the column {@code state}
     */
    boolean change(Counter counter, UUID ticket, Set<String> from, Change to, Instant at);

    /** The newest first: who is called, and who was called a moment ago. */
    List<Call> calls(String venue, LocalDate day, Instant since, int most);
}
