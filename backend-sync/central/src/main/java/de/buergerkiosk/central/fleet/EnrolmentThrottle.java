package de.buergerkiosk.central.fleet;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Slows down whoever guesses codes: after ten unknown ones within ten minutes an address waits until
 * the oldest of them is ten minutes old. Addresses are remembered up to a limit, the longest silent
 * is forgotten first; a guesser with many addresses still has 55 bits before them.
 */
final class EnrolmentThrottle {
    static final int MISSES_MAX = 10;
    static final Duration WINDOW = Duration.ofMinutes(10);
    private static final int ADDRESSES_MAX = 10_000;

    private final InstantSource clock;
    private final Map<String, ArrayDeque<Instant>> misses = new LinkedHashMap<>(16, 0.75f, true);

    EnrolmentThrottle(InstantSource clock) {
        this.clock = clock;
    }

    /** How long this address has to wait, if it has to. */
    synchronized Optional<Duration> wait(String address) {
        var recent = misses.get(address);
        if (recent == null) {
            return Optional.empty();
        }
        var now = clock.instant();
        while (!recent.isEmpty() && !recent.getFirst().plus(WINDOW).isAfter(now)) {
            recent.removeFirst();
        }
        return recent.size() < MISSES_MAX
                ? Optional.empty()
                : Optional.of(Duration.between(now, recent.getFirst().plus(WINDOW)));
    }

    synchronized void missed(String address) {
        misses.computeIfAbsent(address, _ -> new ArrayDeque<>()).addLast(clock.instant());
        if (misses.size() > ADDRESSES_MAX) {
            misses.remove(misses.keySet().iterator().next());
        }
    }
}
