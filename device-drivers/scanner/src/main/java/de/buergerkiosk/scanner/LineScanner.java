package de.buergerkiosk.scanner;

import de.buergerkiosk.ports.DeviceState;
import de.buergerkiosk.ports.WireTrace;
import de.buergerkiosk.ports.scan.CodeScanner;
import de.buergerkiosk.ports.scan.ScanOutcome;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A code scanner at the end of a line. One thread of its own keeps the line open, reads whatever
 * comes, and throws away what nobody waits for; it finds a scanner that was plugged in again by
 * itself.
 */
public final class LineScanner implements CodeScanner {
    private static final Duration CLOSE_MAX = Duration.ofSeconds(5);

    private final ScannerSettings settings;
    private final InstantSource clock;
    private final WireTrace trace;
    private final ThreadFactory threads;
    private final Hatch hatch = new Hatch();
    private final ReentrantLock turn = new ReentrantLock();
    private Optional<Thread> reader = Optional.empty();

    /**
     * Connects when it is needed for the first time.
     *
     * @param threads makes the one thread that reads; give platform threads, because reading from a
     *     serial port blocks in native code
     */
    public LineScanner(
            ScannerSettings settings, InstantSource clock, WireTrace trace, ThreadFactory threads) {
        this.settings = settings;
        this.clock = clock;
        this.trace = trace;
        this.threads = threads;
    }

    @Override
    public ScanOutcome scan(Duration atMost) throws InterruptedException {
        beginReading();
        if (!turn.tryLock(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
            return new ScanOutcome.Failed(
                    FailureCode.BUSY.fault("somebody else is waiting for a code"));
        }
        try {
            return hatch.ask(atMost);
        } finally {
            turn.unlock();
        }
    }

    @Override
    public DeviceState state() throws InterruptedException {
        beginReading();
        var patience = settings.patience().connect().multipliedBy(2);
        return hatch.state(patience)
                .orElseGet(() ->
                        new DeviceState.Down(
                                FailureCode.UNREACHABLE.fault(
                                        settings.address() + " takes long to open")));
    }

    private synchronized void beginReading() {
        if (hatch.isClosed()) {
            throw new IllegalStateException("the scanner is closed");
        }
        if (reader.isEmpty()) {
            var thread = threads.newThread(new Reading(settings, clock, trace, hatch));
            reader = Optional.of(thread);
            thread.start();
        }
    }

    @Override
    public synchronized void close() {
        hatch.close();
        reader.ifPresent(LineScanner::awaitEnd);
    }

    /** So that the port is free for the next one. */
    private static void awaitEnd(Thread thread) {
        try {
            boolean _ = thread.join(CLOSE_MAX);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
