package de.buergerkiosk.central.identity;

import java.time.Duration;

/**
 * Bounds of the eService.
 *
 * @param life how long an identification may take, and what is known of it stays
 * @param sessionsMax identifications at once
 * @param resultTries how often a result is asked for before the kiosk is told that there is none yet
 * @param resultPause between two of them
 */
public record Limits(Duration life, int sessionsMax, int resultTries, Duration resultPause) {
    public static final Limits USUAL =
            new Limits(Duration.ofMinutes(6), 512, 6, Duration.ofMillis(400));
}
