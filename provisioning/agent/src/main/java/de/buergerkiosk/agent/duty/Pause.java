package de.buergerkiosk.agent.duty;

import java.time.Duration;

/** Waiting, from outside, so that tests need not. */
@FunctionalInterface
public interface Pause {
    void of(Duration time) throws InterruptedException;
}
