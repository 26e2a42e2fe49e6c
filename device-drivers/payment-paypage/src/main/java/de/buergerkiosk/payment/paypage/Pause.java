package de.buergerkiosk.payment.paypage;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** How the driver waits between two questions; a test lets that time fly. */
@FunctionalInterface
public interface Pause {
    /** Waits without holding anything; an interrupt ends it. */
    Pause REAL =
            time -> {
                var never = new CountDownLatch(1);
                if (never.await(time.toMillis(), TimeUnit.MILLISECONDS)) {
                    throw new IllegalStateException("nobody counts down");
                }
            };

    void take(Duration time) throws InterruptedException;
}
