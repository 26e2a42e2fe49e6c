package de.buergerkiosk.central.throttle;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * So many tries within a while, for each caller; then it waits until the oldest of them is that old.
 * Callers are remembered up to a limit, the longest silent is forgotten first. In memory only; a
 * restart forgets. Safe for several threads.
 */
public final class Throttle {
    private static final int CALLERS_MAX = 10_000;

    private final int triesMax;
    private final Duration window;
    private final InstantSource clock;
    private final Map<String, ArrayDeque<Instant>> tries = new LinkedHashMap<>(16, 0.75f, true);

    public Throttle(int triesMax, Duration window, InstantSource clock) {
        this.triesMax = triesMax;
        this.window = window;
        this.clock = clock;
    }

    /** How long this caller has to wait, if it has to. */
    public synchronized Optional<Duration> wait(String caller) {
        var recent = tries.get(caller);
        if (recent == null) {
            return Optional.empty();
        }
        var now = clock.instant();
        while (!recent.isEmpty() && !recent.getFirst().plus(window).isAfter(now)) {
            recent.removeFirst();
        }
        return recent.size() < triesMax
                ? Optional.empty()
                : Optional.of(Duration.between(now, recent.getFirst().plus(window)));
    }

    /** One more try. */
    public synchronized void count(String caller) {
        var recent = tries.computeIfAbsent(caller, _ -> new ArrayDeque<>());
        recent.addLast(clock.instant());
        if (recent.size() > triesMax) {
            recent.removeFirst();
        }
        if (tries.size() > CALLERS_MAX) {
            tries.remove(tries.keySet().iterator().next());
        }
    }

    /** It was who it said it was: its tries count no more. */
    public synchronized void forget(String caller) {
        tries.remove(caller);
    }
}
