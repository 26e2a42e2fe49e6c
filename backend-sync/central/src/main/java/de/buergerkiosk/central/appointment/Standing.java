package de.buergerkiosk.central.appointment;

import java.time.Instant;

/** Where somebody with a waiting number is on the way through the office. */
public sealed interface Standing {
    record Waiting() implements Standing {}

    /**
     * On the call page.
     *
     * @param at of the last call
     * @param times how often the number was called; more than once after "again"
     */
    record Called(int counter, Instant at, int times) implements Standing {}

    /** Was at the counter, has something to fetch or to fill in, and comes back. */
    record Parked(int counter, Instant at) implements Standing {}

    /** Was called, and nobody came. */
    record Missed(Instant at) implements Standing {}

    record Finished(Instant at) implements Standing {}
}
