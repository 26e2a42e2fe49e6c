package de.buergerkiosk.payment.zvt;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** How the driver waits between two attempts; a proof lets that time fly. */
@FunctionalInterface
public interface Pause {
    /** Waits without holding anything; an interrupt ends it. */
    Pause REAL =
            duration -> {
                var never = new CountDownLatch(1);
                if (never.await(duration.toMillis(), TimeUnit.MILLISECONDS)) {
                    throw new IllegalStateException("nobody counts down");
                }
            };

    void pause(Duration duration) throws InterruptedException;
}
