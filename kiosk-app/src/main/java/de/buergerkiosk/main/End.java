package de.buergerkiosk.main;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** How a kiosk process is asked to end from another thread, whatever it is at, and waited for. */
final class End {
    /** For a visit that ends, and all that is closed behind it. */
    private static final int SERVICE_SECONDS_MAX = 20;

    /** For a beginning that comes to rest: JavaFX, which it waits for, ends by itself meanwhile. */
    private static final int BEGINNING_SECONDS_MAX = 2;

    private final CountDownLatch reached = new CountDownLatch(1);
    private Optional<Runnable> way = Optional.empty();
    private boolean asked;

    /** From now on it is asked like this; at once where it has been asked already. */
    synchronized void by(Runnable ending) {
        way = Optional.of(ending);
        if (asked) {
            ending.run();
        }
    }

    /**
     * What was in service is closed. Until the next {@link #by} whoever is asked finds out there: an
     * interrupt would tear files that are read or written just then.
     */
    synchronized void closed() {
        way = Optional.empty();
        if (asked) {
            reached.countDown();
        }
    }

    /** Asks for the end and waits for it, so long and no longer. */
    void ask() {
        int secondsMax;
        synchronized (this) {
            asked = true;
            way.ifPresent(Runnable::run);
            secondsMax = way.isPresent() ? SERVICE_SECONDS_MAX : BEGINNING_SECONDS_MAX;
        }
        try {
            if (!reached.await(secondsMax, TimeUnit.SECONDS) && secondsMax == SERVICE_SECONDS_MAX) {
                System.err.println("run: did not end within " + secondsMax + " s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** It has ended by itself. */
    void reached() {
        reached.countDown();
    }
}
