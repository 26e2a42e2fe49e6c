package de.buergerkiosk.payment.zvt.simulated;

import java.util.concurrent.atomic.AtomicBoolean;

/** The standing orders of the person before the terminal. */
final class Cardholder {
    private final AtomicBoolean auto;
    private final AtomicBoolean declined = new AtomicBoolean();

    Cardholder(boolean auto) {
        this.auto = new AtomicBoolean(auto);
    }

    boolean isAuto() {
        return auto.get();
    }

    void auto(boolean on) {
        auto.set(on);
    }

    void willBeDeclined() {
        declined.set(true);
    }

    /** True once for each order to decline. */
    boolean takeDeclined() {
        return declined.getAndSet(false);
    }
}
