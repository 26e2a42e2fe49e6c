package de.buergerkiosk.agent.duty;

import java.time.Duration;
import java.util.function.Supplier;

/** Waits between two heartbeats, but no longer than the kiosk stays what it said it was. */
record Rest(Supplier<?> sign, Pause pause) {
    /** So soon does the city hear of a change. */
    static final Duration LOOK = Duration.ofSeconds(2);

    /**
     * @param said what the sign was when the last heartbeat went
     */
    void of(Duration atMost, Object said) throws InterruptedException {
        var left = atMost;
        while (left.isPositive() && sign.get().equals(said)) {
            var look = left.compareTo(LOOK) < 0 ? left : LOOK;
            pause.of(look);
            left = left.minus(look);
        }
    }
}
