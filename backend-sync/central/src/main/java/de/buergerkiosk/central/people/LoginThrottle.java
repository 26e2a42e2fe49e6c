package de.buergerkiosk.central.people;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Slows down guessing: after five failures within fifteen minutes a name, and after fifty an
 * address, gets no further try until they have passed. In memory only; a restart forgets.
 */
public final class LoginThrottle {
    static final int FAILURES_PER_NAME_MAX = 5;
    static final int FAILURES_PER_ADDRESS_MAX = 50;
    static final Duration WINDOW = Duration.ofMinutes(15);

    /** So many names and addresses are remembered; the oldest go first. */
    private static final int ENTRIES_MAX = 10_000;

    private final InstantSource clock;
    private final Map<String, Failures> failures = new LinkedHashMap<>();

    public LoginThrottle(InstantSource clock) {
        this.clock = clock;
    }

    synchronized boolean open(String name, String address) {
        return count("name " + name) < FAILURES_PER_NAME_MAX
                && count("address " + address) < FAILURES_PER_ADDRESS_MAX;
    }

    synchronized void failed(String name, String address) {
        add("name " + name);
        add("address " + address);
    }

    synchronized void succeeded(String name) {
        failures.remove("name " + name);
    }

    private int count(String key) {
        return recent(key).count();
    }

    /** A failure long ago is none. */
    private Failures recent(String key) {
        var found = failures.get(key);
        return found == null || found.since().plus(WINDOW).isBefore(clock.instant())
                ? new Failures(0, clock.instant())
                : found;
    }

    private void add(String key) {
        var recent = recent(key);
        failures.remove(key);
        failures.put(key, new Failures(recent.count() + 1, recent.since()));
        if (failures.size() > ENTRIES_MAX) {
            failures.remove(failures.keySet().iterator().next());
        }
    }

    private record Failures(int count, Instant since) {}
}
