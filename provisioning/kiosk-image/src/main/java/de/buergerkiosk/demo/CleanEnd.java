package de.buergerkiosk.demo;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C and SIGTERM end the work that made this as its own end would: they interrupt its thread,
 * and this process stays until that has tidied up behind itself.
 */
public final class CleanEnd implements AutoCloseable {
    /** The centre's database takes longest to stop. */
    private static final Duration TIDY_MAX = Duration.ofSeconds(30);

    private final Thread worker = Thread.currentThread();
    private final CountDownLatch tidy = new CountDownLatch(1);
    private final Thread hook = Thread.ofPlatform().name("clean end").unstarted(this::end);

    public CleanEnd() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private void end() {
        worker.interrupt();
        try {
            if (!tidy.await(TIDY_MAX.toMillis(), TimeUnit.MILLISECONDS)) {
                System.err.println(
                        "not everything was tidied up within " + TIDY_MAX.toSeconds() + " s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        tidy.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException _) {
            // This process is ending already, and the hook has nothing left to wait for.
        }
    }
}
