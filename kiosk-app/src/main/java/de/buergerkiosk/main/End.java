package de.buergerkiosk.main;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** How a kiosk process is asked to end from another thread, whatever it is at, and waited for. */
final class End {
    private static final int SECONDS_MAX = 20;

    private final CountDownLatch reached = new CountDownLatch(1);
    private Runnable way = End::nothing;
    private boolean asked;

    /** From now on it is asked like this; at once where it has been asked already. */
    synchronized void by(Runnable ending) {
        way = ending;
        if (asked) {
            ending.run();
        }
    }

    /**
     * From now on whoever is asked finds out at the next {@link #by}: an interrupt would tear files
     * that are read or written just then.
     */
    synchronized void bySeeing() {
        way = End::nothing;
    }

    /** Asks for the end and waits for it, so long and no longer. */
    void ask() {
        synchronized (this) {
            asked = true;
            way.run();
        }
        try {
            if (!reached.await(SECONDS_MAX, TimeUnit.SECONDS)) {
                System.err.println("run: did not end within " + SECONDS_MAX + " s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void nothing() {}

    /** It has ended. */
    void reached() {
        reached.countDown();
    }
}
