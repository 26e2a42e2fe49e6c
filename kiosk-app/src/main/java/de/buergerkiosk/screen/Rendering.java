package de.buergerkiosk.screen;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import javafx.application.Platform;
import javafx.scene.Scene;

/**
 * Knows when a page has really been rendered. JavaFX lays out in one pulse and hands the frame to
 * its renderer at the end of it; the next pulse begins only when that frame is done, so the second
 * pulse after a change is the proof.
 */
final class Rendering {
    /** A page that was shown: the how-manieth, when it was asked for, and when its pixels were done. */
    record Done(long serial, Instant asked, Instant at) {
        Duration took() {
            return Duration.between(asked, at);
        }
    }

    private final Scene scene;
    private final InstantSource clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition advanced = lock.newCondition();
    private long shown;
    private Done last;

    Rendering(Scene scene, InstantSource clock) {
        this.scene = scene;
        this.clock = clock;
        last = new Done(0, clock.instant(), clock.instant());
    }

    /** How many pages have been shown so far. */
    long shown() {
        lock.lock();
        try {
            return shown;
        } finally {
            lock.unlock();
        }
    }

    /** The newest page that has been rendered. */
    Done last() {
        lock.lock();
        try {
            return last;
        } finally {
            lock.unlock();
        }
    }

    /** On the JavaFX thread: the scene has just got another page, which was asked for then. */
    void changed(Instant asked) {
        long serial;
        lock.lock();
        try {
            serial = ++shown;
        } finally {
            lock.unlock();
        }
        afterPulses(2, () -> finished(serial, asked));
    }

    /** Runs it on the JavaFX thread after so many pulses have been laid out. */
    void afterPulses(int pulses, Runnable then) {
        var listener =
                new Runnable() {
                    private int left = pulses;

                    @Override
                    public void run() {
                        if (--left > 0) {
                            Platform.requestNextPulse();
                        } else {
                            scene.removePostLayoutPulseListener(this);
                            then.run();
                        }
                    }
                };
        scene.addPostLayoutPulseListener(listener);
        Platform.requestNextPulse();
    }

    /**
     * Waits until a page later than that one has been rendered.
     *
     * @throws IllegalStateException if none comes in that time
     */
    Done await(long after, Duration limit) throws InterruptedException {
        lock.lock();
        try {
            long nanos = limit.toNanos();
            while (last.serial() <= after) {
                if (nanos <= 0) {
                    throw new IllegalStateException("no new page within " + limit);
                }
                nanos = advanced.awaitNanos(nanos);
            }
            return last;
        } finally {
            lock.unlock();
        }
    }

    /** Waits for some pulses of the scene. */
    void awaitPulses(int pulses) throws InterruptedException {
        var done = new java.util.concurrent.CountDownLatch(1);
        Platform.runLater(() -> afterPulses(pulses, done::countDown));
        if (!done.await(20, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the screen does not pulse");
        }
    }

    private void finished(long serial, Instant asked) {
        lock.lock();
        try {
            if (serial > last.serial()) {
                last = new Done(serial, asked, clock.instant());
                advanced.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }
}
