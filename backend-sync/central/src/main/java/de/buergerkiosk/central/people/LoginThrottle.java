package de.buergerkiosk.central.people;

import de.buergerkiosk.central.throttle.Throttle;
import java.time.Duration;
import java.time.InstantSource;

/**
 * Slows down guessing: after five failures within fifteen minutes a name, and after fifty an
 * address, gets no further try until the oldest of them is that old.
 */
public final class LoginThrottle {
    static final int FAILURES_PER_NAME_MAX = 5;
    static final int FAILURES_PER_ADDRESS_MAX = 50;
    static final Duration WINDOW = Duration.ofMinutes(15);

    private final Throttle names;
    private final Throttle addresses;

    public LoginThrottle(InstantSource clock) {
        this.names = new Throttle(FAILURES_PER_NAME_MAX, WINDOW, clock);
        this.addresses = new Throttle(FAILURES_PER_ADDRESS_MAX, WINDOW, clock);
    }

    boolean open(String name, String address) {
        return names.wait(name).isEmpty() && addresses.wait(address).isEmpty();
    }

    void failed(String name, String address) {
        names.count(name);
        addresses.count(address);
    }

    void succeeded(String name) {
        names.forget(name);
    }
}
