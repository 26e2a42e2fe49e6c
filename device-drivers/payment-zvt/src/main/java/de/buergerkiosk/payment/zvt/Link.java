package de.buergerkiosk.payment.zvt;

import de.buergerkiosk.payment.zvt.wire.Apdu;
import de.buergerkiosk.payment.zvt.wire.ApduDecoder;
import de.buergerkiosk.payment.zvt.wire.ForeignSpeechException;
import de.buergerkiosk.payment.zvt.wire.Redaction;
import de.buergerkiosk.ports.WireTrace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * One TCP connection to the terminal: whole APDUs in and out. What goes over it reaches the trace
 * redacted. Waiting comes in short slices, so that a citizen's wish to stop is noticed.
 */
final class Link implements AutoCloseable {
    static final Duration SLICE = Duration.ofMillis(50);

    /** An APDU that has begun has to be whole by then: a terminal sends it in one go. */
    private static final Duration APDU_MAX = Duration.ofSeconds(10);

    private final Socket socket;
    private final InstantSource clock;
    private final WireTrace trace;
    private final ApduDecoder decoder = new ApduDecoder();
    private final byte[] chunk = new byte[8192];

    private Link(Socket socket, InstantSource clock, WireTrace trace) {
        this.socket = socket;
        this.clock = clock;
        this.trace = trace;
    }

    static Link open(ZvtSettings settings, InstantSource clock, WireTrace trace)
            throws LinkException, InterruptedException {
        var socket = new Socket();
        try {
            var address = new InetSocketAddress(settings.host(), settings.port());
            if (address.isUnresolved()) {
                throw new IOException("host name is not known");
            }
            socket.connect(address, Math.toIntExact(settings.patience().connect().toMillis()));
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(Math.toIntExact(SLICE.toMillis()));
            return new Link(socket, clock, trace);
        } catch (IOException unreachable) {
            closeQuietly(socket);
            passOnInterrupt();
            throw new LinkException(
                    PaymentFaults.unreachable(
                            settings.host()
                                    + ":"
                                    + settings.port()
                                    + ": "
                                    + unreachable.getMessage()));
        }
    }

    void send(Apdu apdu) throws LinkException, InterruptedException {
        trace.sent(Redaction.hex(apdu));
        try {
            socket.getOutputStream().write(apdu.encoded().toArray());
        } catch (IOException broken) {
            passOnInterrupt();
            throw new LinkException(
                    PaymentFaults.linkLost(
                            "while sending " + apdu.name() + ": " + broken.getMessage()));
        }
    }

    /** The next APDU, or nothing after one slice of silence. */
    Optional<Apdu> poll() throws LinkException, InterruptedException {
        Optional<Instant> begun = Optional.empty();
        while (true) {
            passOnInterrupt();
            Optional<Apdu> whole = decoded();
            if (whole.isPresent()) {
                return whole;
            }
            if (decoder.pending() > 0) {
                Instant now = clock.instant();
                Instant since = begun.orElse(now);
                begun = Optional.of(since);
                if (Duration.between(since, now).compareTo(APDU_MAX) > 0) {
                    throw new LinkException(PaymentFaults.mute("rest of a message"));
                }
            }
            if (!readSome()) {
                return Optional.empty();
            }
        }
    }

    private Optional<Apdu> decoded() throws LinkException {
        try {
            Optional<Apdu> whole = decoder.next();
            whole.ifPresent(apdu -> trace.received(Redaction.hex(apdu)));
            return whole;
        } catch (ForeignSpeechException foreign) {
            throw new LinkException(PaymentFaults.foreign(foreign));
        }
    }

    /** False after one slice without a byte. */
    private boolean readSome() throws LinkException, InterruptedException {
        try {
            int count = socket.getInputStream().read(chunk);
            if (count < 0) {
                throw new LinkException(
                        PaymentFaults.linkLost("the terminal closed the connection"));
            }
            decoder.feed(chunk, 0, count);
            return true;
        } catch (SocketTimeoutException silence) {
            return false;
        } catch (IOException broken) {
            passOnInterrupt();
            throw new LinkException(PaymentFaults.linkLost(String.valueOf(broken.getMessage())));
        }
    }

    /** A virtual thread's socket dies when the thread is interrupted: that is no broken line. */
    private static void passOnInterrupt() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("payment interrupted");
        }
    }

    @Override
    public void close() {
        closeQuietly(socket);
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException cannotHappen) {
            throw new UncheckedIOException(cannotHappen);
        }
    }
}
