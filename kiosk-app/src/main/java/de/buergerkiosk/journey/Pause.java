package de.buergerkiosk.journey;

import java.time.Duration;

/** Waits. Comes from outside, so that nobody waits in a test. */
@FunctionalInterface
public interface Pause {
    void take(Duration time) throws InterruptedException;
}
