package de.buergerkiosk.printer.escpos.simulated;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Paper, cover, knife and switch, and the status bytes that follow from them. An auto-cutter error
 * stays until the host or a closing cover ends it, also when the knife is free again.
 */
final class Sensors {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Runnable whenChanged;
    private boolean paper = true;
    private boolean paperLow;
    private boolean coverOpen;
    private boolean knifeStuck;
    private boolean cutterError;
    private boolean switchedOff;

    Sensors(Runnable whenChanged) {
        this.whenChanged = whenChanged;
    }

    void touch(Touch touch) {
        change(() -> {
            switch (touch) {
                case PAPER_OUT -> paper = false;
                case PAPER_LOW -> paperLow = true;
                case PAPER_IN -> {
                    paper = true;
                    paperLow = false;
                }
                case COVER_OPEN -> coverOpen = true;
                case COVER_CLOSE -> {
                    coverOpen = false;
                    cutterError = cutterError && knifeStuck;
                }
                case CUTTER_JAM -> knifeStuck = true;
                case CUTTER_OK -> knifeStuck = false;
                case OFFLINE -> switchedOff = true;
                case ONLINE -> switchedOff = false;
            }
        });
    }

    /** Moves the knife. */
    boolean cut() {
        lock.lock();
        try {
            if (!knifeStuck) {
                return true;
            }
        } finally {
            lock.unlock();
        }
        change(() -> cutterError = true);
        return false;
    }

    /** DLE ENQ. */
    void recover() {
        change(() -> cutterError = cutterError && knifeStuck);
    }

    private void change(Runnable change) {
        lock.lock();
        try {
            change.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        whenChanged.run();
    }

    /** Waits until the printer can print. */
    void awaitOperational(ReceiveBuffer buffer) throws BufferCleared, InterruptedException {
        lock.lockInterruptibly();
        try {
            buffer.throwIfCleared();
            while (offline()) {
                changed.await();
                buffer.throwIfCleared();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Wakes whoever waits, to see that the buffer was cleared. */
    void wake() {
        lock.lock();
        try {
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Lets time pass. */
    void pause(Duration duration) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = duration.toNanos();
            while (left > 0) {
                left = changed.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    private boolean offline() {
        return !paper || coverOpen || cutterError || switchedOff;
    }

    /** Answer to DLE EOT. */
    byte realTime(int which) {
        lock.lock();
        try {
            int bits =
                    switch (which) {
                        case 1 -> bit(offline(), 0x08);
                        case 2 -> bit(coverOpen, 0x04) | bit(!paper, 0x20) | bit(cutterError, 0x40);
                        case 3 -> bit(cutterError, 0x08);
                        default -> bit(paperLow || !paper, 0x0C) | bit(!paper, 0x60);
                    };
            return (byte) (0x12 | bits);
        } finally {
            lock.unlock();
        }
    }

    /** Automatic status, four bytes. */
    byte[] automatic() {
        lock.lock();
        try {
            return new byte[] {
                (byte) (0x10 | bit(offline(), 0x08) | bit(coverOpen, 0x20)),
                (byte) bit(cutterError, 0x08),
                (byte) paperBits(),
                0x0F
            };
        } finally {
            lock.unlock();
        }
    }

    /** Answer to GS r 1. */
    byte paperStatus() {
        lock.lock();
        try {
            return (byte) paperBits();
        } finally {
            lock.unlock();
        }
    }

    private int paperBits() {
        return bit(paperLow || !paper, 0x03) | bit(!paper, 0x0C);
    }

    PrinterEvent.Status event() {
        lock.lock();
        try {
            return new PrinterEvent.Status(paper, paperLow, coverOpen, cutterError, !offline());
        } finally {
            lock.unlock();
        }
    }

    private static int bit(boolean set, int mask) {
        return set ? mask : 0;
    }
}
