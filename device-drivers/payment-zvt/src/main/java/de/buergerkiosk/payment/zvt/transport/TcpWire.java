package de.buergerkiosk.payment.zvt.transport;

import de.buergerkiosk.payment.zvt.transport.WireException.Trouble;
import de.buergerkiosk.payment.zvt.wire.Apdu;
import de.buergerkiosk.payment.zvt.wire.ApduDecoder;
import de.buergerkiosk.payment.zvt.wire.ForeignSpeechException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** APDUs over TCP, back to back, without a frame (PA00P016, "TCP/IP"). */
public final class TcpWire implements Wire {
    /** An APDU that has begun has to be whole by then: a terminal sends it in one go. */
    private static final Duration APDU_MAX = Duration.ofSeconds(10);

    private final Socket socket;
    private final InstantSource clock;
    private final ApduDecoder decoder = new ApduDecoder();
    private final byte[] chunk = new byte[8192];
    private Optional<Instant> begun = Optional.empty();

    private TcpWire(Socket socket, InstantSource clock) {
        this.socket = socket;
        this.clock = clock;
    }

    /**
     * Connects to a terminal that listens.
     *
     * @param connect how long to wait for the connection
     */
    public static WireOpener opener(String host, int port, Duration connect, InstantSource clock) {
        return () -> open(host, port, connect, clock);
    }

    /** A connection that somebody else has opened or accepted; closed by this wire. */
    public static TcpWire over(Socket connected, InstantSource clock) throws IOException {
        connected.setTcpNoDelay(true);
        return new TcpWire(connected, clock);
    }

    private static Wire open(String host, int port, Duration connect, InstantSource clock)
            throws WireException, InterruptedException {
        var socket = new Socket();
        try {
            var address = new InetSocketAddress(host, port);
            if (address.isUnresolved()) {
                throw new IOException("host name is not known");
            }
            socket.connect(address, Math.toIntExact(connect.toMillis()));
            return over(socket, clock);
        } catch (IOException unreachable) {
            closeQuietly(socket);
            passOnInterrupt();
            throw new WireException(
                    new Trouble.Unreachable(host + ":" + port + ": " + unreachable.getMessage()));
        }
    }

    @Override
    public void send(Apdu apdu) throws WireException, InterruptedException {
        try {
            socket.getOutputStream().write(apdu.encoded().toArray());
        } catch (IOException broken) {
            passOnInterrupt();
            throw new WireException(
                    new Trouble.Lost("while sending " + apdu.name() + ": " + broken.getMessage()));
        }
    }

    @Override
    public Optional<Apdu> receive(Duration silence) throws WireException, InterruptedException {
        while (true) {
            passOnInterrupt();
            Optional<Apdu> whole = decoded();
            if (whole.isPresent()) {
                return whole;
            }
            if (!readSome(silence)) {
                return Optional.empty();
            }
        }
    }

    private Optional<Apdu> decoded() throws WireException {
        try {
            Optional<Apdu> whole = decoder.next();
            if (whole.isPresent() || decoder.pending() == 0) {
                begun = Optional.empty();
                return whole;
            }
        } catch (ForeignSpeechException foreign) {
            throw new WireException(new Trouble.Foreign(foreign.speech(), foreign.detail()));
        }
        Instant now = clock.instant();
        Instant since = begun.orElse(now);
        begun = Optional.of(since);
        if (Duration.between(since, now).compareTo(APDU_MAX) > 0) {
            throw new WireException(
                    new Trouble.Unfinished("a message began and did not end within its time"));
        }
        return Optional.empty();
    }

    /** False after that time without a byte. */
    private boolean readSome(Duration silence) throws WireException, InterruptedException {
        try {
            socket.setSoTimeout(Math.toIntExact(Math.max(1, silence.toMillis())));
            int count = socket.getInputStream().read(chunk);
            if (count < 0) {
                throw new WireException(new Trouble.Lost("the other end closed the connection"));
            }
            decoder.feed(chunk, 0, count);
            return true;
        } catch (SocketTimeoutException quiet) {
            return false;
        } catch (IOException broken) {
            passOnInterrupt();
            throw new WireException(new Trouble.Lost(String.valueOf(broken.getMessage())));
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
