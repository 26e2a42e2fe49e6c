package de.buergerkiosk.printer.escpos.simulated;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The memory of the printer for bytes that it has not worked on. It belongs to the printer, not to a
 * connection: bytes stay when the host goes away. A full buffer makes the host wait.
 */
final class ReceiveBuffer {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final byte[] ring;
    private int first;
    private int count;
    private int clearings;
    private int clearingsSeen;

    ReceiveBuffer(int capacity) {
        ring = new byte[capacity];
    }

    /** Waits for room; gives up when the buffer is cleared meanwhile. */
    void put(byte value) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (count == ring.length) {
                changed.await();
            }
            ring[(first + count) % ring.length] = value;
            count++;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    int take() throws BufferCleared, InterruptedException {
        lock.lockInterruptibly();
        try {
            awaitByte();
            int value = ring[first] & 0xFF;
            first = (first + 1) % ring.length;
            count--;
            changed.signalAll();
            return value;
        } finally {
            lock.unlock();
        }
    }

    int peek() throws BufferCleared, InterruptedException {
        lock.lockInterruptibly();
        try {
            awaitByte();
            return ring[first] & 0xFF;
        } finally {
            lock.unlock();
        }
    }

    private void awaitByte() throws BufferCleared, InterruptedException {
        throwIfCleared();
        while (count == 0) {
            changed.await();
            throwIfCleared();
        }
    }

    /** Forgets all bytes; whoever works on earlier bytes gets {@link BufferCleared}, once. */
    void clear() {
        lock.lock();
        try {
            first = 0;
            count = 0;
            clearings++;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** For whoever waits for something else while working on bytes. */
    void throwIfCleared() throws BufferCleared {
        lock.lock();
        try {
            if (clearings != clearingsSeen) {
                clearingsSeen = clearings;
                throw new BufferCleared();
            }
        } finally {
            lock.unlock();
        }
    }
}
