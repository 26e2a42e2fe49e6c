package de.buergerkiosk.eid.identify;

import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicBoolean;

/** Closes something once: at the end of its block, or before that when the console is closed. */
public final class ClosedOnExit implements AutoCloseable {
    private final Runnable closing;
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Thread hook;

    public ClosedOnExit(Runnable closing, ThreadFactory threads) {
        this.closing = closing;
        this.hook = threads.newThread(this::closeOnce);
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private void closeOnce() {
        if (closed.compareAndSet(false, true)) {
            closing.run();
        }
    }

    @Override
    public void close() {
        closeOnce();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // the process ends, which is when the hook does its work
        }
    }
}
