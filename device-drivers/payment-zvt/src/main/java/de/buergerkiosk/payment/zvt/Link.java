package de.buergerkiosk.payment.zvt;

import de.buergerkiosk.payment.zvt.transport.Wire;
import de.buergerkiosk.payment.zvt.transport.WireException;
import de.buergerkiosk.payment.zvt.transport.WireOpener;
import de.buergerkiosk.payment.zvt.wire.Apdu;
import de.buergerkiosk.payment.zvt.wire.Redaction;
import de.buergerkiosk.ports.WireTrace;
import java.time.Duration;
import java.util.Optional;

/**
 * The driver's end of a wire to the terminal, whatever the wire is made of. What goes over it
 * reaches the trace redacted. Waiting comes in short slices, so that a citizen's wish to stop is
 * noticed.
 */
final class Link implements AutoCloseable {
    static final Duration SLICE = Duration.ofMillis(50);

    /** Opens a new link to the same terminal. */
    @FunctionalInterface
    interface Opener {
        Link open() throws LinkException, InterruptedException;
    }

    private final Wire wire;
    private final WireTrace trace;

    private Link(Wire wire, WireTrace trace) {
        this.wire = wire;
        this.trace = trace;
    }

    static Link open(WireOpener opener, WireTrace trace)
            throws LinkException, InterruptedException {
        try {
            Wire wire = opener.open();
            trace.opened();
            return new Link(wire, trace);
        } catch (WireException unreachable) {
            throw new LinkException(PaymentFaults.ofWire(unreachable.trouble()));
        }
    }

    void send(Apdu apdu) throws LinkException, InterruptedException {
        trace.sent(Redaction.hex(apdu));
        try {
            wire.send(apdu);
        } catch (WireException broken) {
            throw new LinkException(PaymentFaults.ofWire(broken.trouble()));
        }
    }

    /** The next APDU, or nothing after one slice of silence. */
    Optional<Apdu> poll() throws LinkException, InterruptedException {
        try {
            Optional<Apdu> whole = wire.receive(SLICE);
            whole.ifPresent(apdu -> trace.received(Redaction.hex(apdu)));
            return whole;
        } catch (WireException broken) {
            throw new LinkException(PaymentFaults.ofWire(broken.trouble()));
        }
    }

    @Override
    public void close() {
        wire.close();
    }
}
