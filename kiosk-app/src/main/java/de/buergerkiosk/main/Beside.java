package de.buergerkiosk.main;

import java.time.Duration;
import java.util.concurrent.ThreadFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Work beside the visits, on a thread of its own that is over before what it works with is closed. */
final class Beside implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Beside.class);
    private static final Duration END_MAX = Duration.ofSeconds(20);
    private static final int INTERRUPTS_MAX = 10;

    private final String name;
    private final Thread thread;

    private Beside(String name, Thread thread) {
        this.name = name;
        this.thread = thread;
    }

    /** Ends when it is interrupted. */
    interface Work {
        void run() throws InterruptedException;
    }

    static Beside begin(String name, ThreadFactory threads, Work work) {
        var thread =
                threads.newThread(() -> {
                    try {
                        work.run();
                    } catch (InterruptedException e) {
                        LOG.debug("{} stops", name);
                    }
                });
        thread.start();
        return new Beside(name, thread);
    }

    /**
     * Waits for its end. Whoever closes a kiosk has often been interrupted himself, more than once;
     * the file must not be closed under this thread because of it.
     */
    @Override
    public void close() {
        thread.interrupt();
        int interrupts = 0;
        while (interrupts < INTERRUPTS_MAX) {
            try {
                if (!thread.join(END_MAX)) {
                    LOG.warn("{} does not end", name);
                }
                break;
            } catch (InterruptedException e) {
                interrupts++;
            }
        }
        if (interrupts > 0) {
            Thread.currentThread().interrupt();
        }
    }
}
