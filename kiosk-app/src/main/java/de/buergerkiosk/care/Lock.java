package de.buergerkiosk.care;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes guessing hopeless: from the third wrong PIN on nothing is tried for half a minute, then for
 * a minute, two, four, up to an hour. Counted for the person and for the kiosk as a whole, so that
 * going through codes does not help, and one colleague's right PIN does not help against another's.
 *
 * <p>A try is counted before it is made: pulling the plug does not give it back.
 */
final class Lock {
    /** Of the kiosk as a whole. */
    static final String KIOSK = "kiosk";

    private static final int FREE = 3;
    private static final Duration FIRST = Duration.ofSeconds(30);
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final int DOUBLINGS_MAX = 7;

    private final Tries tries;
    private final InstantSource clock;

    Lock(Tries tries, InstantSource clock) {
        this.tries = tries;
        this.clock = clock;
    }

    /** How long nothing is tried for any of them; empty when something may be. */
    Optional<Duration> left(List<String> subjects) {
        return subjects.stream()
                .map(this::left)
                .filter(Duration::isPositive)
                .max(Duration::compareTo);
    }

    private Duration left(String subject) {
        var count = tries.of(subject);
        var now = clock.instant();
        var left = Duration.between(now, count.lockedUntil());
        if (left.compareTo(LONGEST) > 0) {
            // the clock was ahead when it was locked: nobody is locked out for years
            tries.keep(Map.of(subject, new Tries.Count(count.wrong(), now.plus(LONGEST))));
            return LONGEST;
        }
        return left;
    }

    /** Counts a try as wrong, until {@link #passed} says otherwise. */
    void begin(List<String> subjects) {
        var counts = new HashMap<String, Tries.Count>();
        for (var subject : subjects) {
            int wrong = tries.of(subject).wrong() + 1;
            counts.put(subject, new Tries.Count(wrong, until(wrong)));
        }
        tries.keep(counts);
    }

    private Instant until(int wrong) {
        if (wrong < FREE) {
            return Instant.EPOCH;
        }
        var longer = FIRST.multipliedBy(1L << Math.min(wrong - FREE, DOUBLINGS_MAX));
        return clock.instant().plus(longer.compareTo(LONGEST) < 0 ? longer : LONGEST);
    }

    void passed(List<String> subjects) {
        var counts = new HashMap<String, Tries.Count>();
        subjects.forEach(subject -> counts.put(subject, Tries.Count.NONE));
        tries.keep(counts);
    }
}
