package de.buergerkiosk.courier;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait after failures: doubling from the first wait to the longest, less up to half by
 * chance, so that a hundred kiosks do not come back in the same second.
 *
 * @param first after the first failure
 * @param longest never more than this
 */
public record Backoff(Duration first, Duration longest) {
    public static final Backoff USUAL = new Backoff(Duration.ofSeconds(5), Duration.ofHours(6));

    public Backoff {
        if (first.isNegative() || first.isZero() || longest.compareTo(first) < 0) {
            throw new IllegalArgumentException("backoff from " + first + " to " + longest);
        }
    }

    /**
     * The wait after one more failure.
     *
     * @param failures how many there were before this one, from 0
     */
    public Duration after(int failures, RandomGenerator chance) {
        var millis = first.toMillis();
        for (int i = 0; i < failures && millis < longest.toMillis(); i++) {
            millis *= 2;
        }
        millis = Math.min(millis, longest.toMillis());
        return Duration.ofMillis(Math.max(1, millis - chance.nextLong(millis / 2 + 1)));
    }
}
