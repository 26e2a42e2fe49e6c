package de.buergerkiosk.main;

import java.util.ArrayDeque;
import java.util.Deque;

/** What is open so far. Closed in reverse order, each part even when another refuses to close. */
final class Opened implements AutoCloseable {
    private final Deque<Runnable> closing = new ArrayDeque<>();

    /** How to close the part that was opened last. */
    void add(Runnable close) {
        closing.push(close);
    }

    @Override
    public void close() {
        if (closing.isEmpty()) {
            return;
        }
        try {
            closing.pop().run();
        } finally {
            close();
        }
    }
}
