package de.buergerkiosk.central.identity;

import java.time.Duration;

/**
 * Bounds of the eService.
 *
 * @param life how long an identification may take, and what is known of it stays
 * @param sessionsMax identifications at once
 * @param resultTries how often a result is asked for before the kiosk is told that there is none yet
 * @param resultPause between two of them
 * @param resultTriesWithin no further try begins later than this
 */
public record Limits(
        Duration life,
        int sessionsMax,
        int resultTries,
        Duration resultPause,
        Duration resultTriesWithin) {
    /** How long one call of the eID server may take. */
    public static final Duration CALL_MAX = Duration.ofSeconds(10);

    /**
     * A kiosk waits 20 seconds for an identity. The last try begins after 5 and takes 10 at most: so
     * no identity is fetched, and noted as delivered, for a kiosk that has given up.
     */
    private static final Duration RESULT_TRIES_WITHIN = Duration.ofSeconds(5);

    public static final Limits KIOSKS = of(512);

    /**
     * Anybody on the Internet may begin a sign-in, and eID servers refuse sessions beyond a quota:
     * ours for tests at 256. What sign-ins leave of it is the kiosks'.
     */
    public static final Limits SIGN_INS = of(64);

    private static Limits of(int sessionsMax) {
        return new Limits(
                Duration.ofMinutes(6), sessionsMax, 6, Duration.ofMillis(400), RESULT_TRIES_WITHIN);
    }
}
