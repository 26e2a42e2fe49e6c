package de.buergerkiosk.central.appointment;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Slows down whoever guesses codes: after ten unknown ones within ten minutes a kiosk waits until
 * the oldest of them is ten minutes old. Kiosks are few and known by certificate, so the map stays
 * small.
 */
public final class CodeThrottle {
    static final int MISSES_MAX = 10;
    static final Duration WINDOW = Duration.ofMinutes(10);

    private final InstantSource clock;
    private final Map<String, ArrayDeque<Instant>> misses = new HashMap<>();

    public CodeThrottle(InstantSource clock) {
        this.clock = clock;
    }

    /** How long this kiosk has to wait, if it has to. */
    synchronized Optional<Duration> wait(String kiosk) {
        var now = clock.instant();
        var recent = misses.getOrDefault(kiosk, new ArrayDeque<>());
        while (!recent.isEmpty() && !recent.getFirst().plus(WINDOW).isAfter(now)) {
            recent.removeFirst();
        }
        return recent.size() < MISSES_MAX
                ? Optional.empty()
                : Optional.of(Duration.between(now, recent.getFirst().plus(WINDOW)));
    }

    synchronized void missed(String kiosk) {
        misses.computeIfAbsent(kiosk, _ -> new ArrayDeque<>()).addLast(clock.instant());
    }
}
