package de.buergerkiosk.payment.zvt.transport;

import de.buergerkiosk.payment.zvt.wire.Octets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** A line whose other end does what was written down, in a time that only passes by waiting. */
final class ScriptedLine implements OctetLine, InstantSource {
    private record Step(boolean afterWrite, Duration later, Octets bytes) {}

    private final Deque<Step> script = new ArrayDeque<>();
    private final List<String> written = new ArrayList<>();
    private Instant now = Instant.parse("2026-11-23T10:15:00Z");
    private boolean answering;
    private Instant since = now;

    /** The other end sends these bytes so long after the last of our writes that it waits for. */
    ScriptedLine afterNextWrite(Duration later, String hex) {
        script.add(new Step(true, later, Octets.fromHex(hex)));
        return this;
    }

    /** The other end hears the next write and stays silent. */
    ScriptedLine silentAfterNextWrite() {
        script.add(new Step(true, Duration.ZERO, Octets.NONE));
        return this;
    }

    /** The other end sends these bytes by itself, so long after what it sent before. */
    ScriptedLine then(Duration later, String hex) {
        script.add(new Step(false, later, Octets.fromHex(hex)));
        return this;
    }

    @Override
    public void write(Octets bytes) {
        written.add(bytes.hex());
        Step next = script.peek();
        if (next != null && next.afterWrite() && !answering) {
            answering = true;
            since = now;
        }
    }

    @Override
    public Octets read(Duration silence) {
        Step next = script.peek();
        if (next == null || (next.afterWrite() && !answering)) {
            now = now.plus(silence);
            return Octets.NONE;
        }
        Instant at = since.plus(next.later());
        if (at.isAfter(now.plus(silence))) {
            now = now.plus(silence);
            return Octets.NONE;
        }
        if (at.isAfter(now)) {
            now = at;
        }
        script.remove();
        answering = false;
        since = now;
        if (next.bytes().isEmpty()) {
            now = now.plus(silence);
        }
        return next.bytes();
    }

    List<String> written() {
        return List.copyOf(written);
    }

    @Override
    public Duration transmission(int bytes) {
        return Duration.ZERO;
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public void close() {}
}
