package de.buergerkiosk.scanner;

import de.buergerkiosk.ports.DeviceState;
import de.buergerkiosk.ports.Fault;
import de.buergerkiosk.ports.scan.ScanOutcome;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Where the one who waits for a code and the thread that reads the line meet. Each asking has a
 * number of its own, so that a code that began before somebody asked answers nobody.
 */
final class Hatch {
    /** The asking that is none. */
    static final long NOBODY = 0;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private Optional<DeviceState> state = Optional.empty();
    private Optional<ScanOutcome> answer = Optional.empty();
    private long lastAsking = NOBODY;
    private long asking = NOBODY;
    private boolean closed;

    /** Waits for an answer, or until the time is over; fails where the scanner is down. */
    ScanOutcome ask(Duration atMost) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = untilKnown(atMost);
            asking = ++lastAsking;
            answer = Optional.empty();
            while (answer.isEmpty() && down().isEmpty() && left > 0 && !closed) {
                left = changed.awaitNanos(left);
            }
            Optional<Fault> fault = down();
            if (answer.isPresent() || fault.isEmpty()) {
                return answer.orElse(new ScanOutcome.NothingShown());
            }
            return new ScanOutcome.Failed(fault.get());
        } finally {
            asking = NOBODY;
            answer = Optional.empty();
            lock.unlock();
        }
    }

    /** The state, or nothing where it is not known in time. */
    Optional<DeviceState> state(Duration atMost) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long _ = untilKnown(atMost);
            return state;
        } finally {
            lock.unlock();
        }
    }

    private long untilKnown(Duration atMost) throws InterruptedException {
        long left = atMost.toNanos();
        while (state.isEmpty() && left > 0 && !closed) {
            left = changed.awaitNanos(left);
        }
        return left;
    }

    private Optional<Fault> down() {
        return state.filter(DeviceState.Down.class::isInstance)
                .map(each -> ((DeviceState.Down) each).fault());
    }

    /** Who asks at this moment. */
    long asking() {
        lock.lock();
        try {
            return answer.isEmpty() ? asking : NOBODY;
        } finally {
            lock.unlock();
        }
    }

    /** Whether somebody took it: an asking gets one answer. */
    boolean answer(long whom, ScanOutcome outcome) {
        lock.lock();
        try {
            if (whom == NOBODY || whom != asking || answer.isPresent()) {
                return false;
            }
            answer = Optional.of(outcome);
            changed.signalAll();
            return true;
        } finally {
            lock.unlock();
        }
    }

    void scannerIs(DeviceState now) {
        lock.lock();
        try {
            state = Optional.of(now);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Lets so much time go by; less where it is closed meanwhile. */
    void rest(Duration time) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = time.toNanos();
            while (left > 0 && !closed) {
                left = changed.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    boolean isClosed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }

    /** Whether it was open until now. */
    boolean close() {
        lock.lock();
        try {
            boolean first = !closed;
            closed = true;
            changed.signalAll();
            return first;
        } finally {
            lock.unlock();
        }
    }
}
