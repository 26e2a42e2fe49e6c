package de.buergerkiosk.ports;

import de.buergerkiosk.ports.WireRecord.Event;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Records a wire as {@link WireRecord} writes it. A record that cannot be written ends there: what
 * goes over the wire matters more than its record.
 */
public final class WireRecorder implements WireTrace {
    private final Appendable out;
    private final InstantSource clock;
    private final ReentrantLock writing = new ReentrantLock();
    private Optional<Instant> begin = Optional.empty();
    private Optional<String> trouble = Optional.empty();

    /**
     * Begins a record.
     *
     * @param out gets each line at once; flush it there if it should survive a crash
     */
    public WireRecorder(Appendable out, InstantSource clock) {
        this.out = out;
        this.clock = clock;
    }

    @Override
    public void opened() {
        write(new Event.Opened());
    }

    @Override
    public void sent(String redactedHex) {
        write(new Event.Sent(redactedHex));
    }

    @Override
    public void received(String redactedHex) {
        write(new Event.Received(redactedHex));
    }

    /** Why the record ended early; empty while all is well. */
    public Optional<String> trouble() {
        writing.lock();
        try {
            return trouble;
        } finally {
            writing.unlock();
        }
    }

    private void write(Event event) {
        writing.lock();
        try {
            if (trouble.isPresent()) {
                return;
            }
            Instant now = clock.instant();
            Instant first = begin.orElse(now);
            begin = Optional.of(first);
            out.append(WireRecord.line(Duration.between(first, now).toMillis(), event))
                    .append('\n');
        } catch (IOException unwritable) {
            trouble = Optional.of(String.valueOf(unwritable.getMessage()));
        } finally {
            writing.unlock();
        }
    }
}
