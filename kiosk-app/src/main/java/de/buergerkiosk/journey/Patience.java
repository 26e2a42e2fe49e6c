package de.buergerkiosk.journey;

import java.time.Duration;

/**
 * How long to hope for a device that does not answer. After a power cut devices start later than the
 * kiosk, and what they know or can do counts as soon as they are there.
 *
 * @param attemptsMax how often it is tried in one start, for all visits together; at least 1
 * @param between pause before it is tried again
 */
public record Patience(int attemptsMax, Duration between, Pause pause) {
    public Patience {
        if (attemptsMax < 1) {
            throw new IllegalArgumentException("no attempt is no question: " + attemptsMax);
        }
    }
}
