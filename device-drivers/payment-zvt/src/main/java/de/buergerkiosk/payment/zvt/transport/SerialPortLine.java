package de.buergerkiosk.payment.zvt.transport;

import com.fazecast.jSerialComm.SerialPort;
import com.fazecast.jSerialComm.SerialPortInvalidPortException;
import de.buergerkiosk.payment.zvt.transport.WireException.Trouble;
import de.buergerkiosk.payment.zvt.wire.Octets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/**
 * A serial port, 8 data bits, no parity, two stop bits, no handshake. One thread of its own reads,
 * because reading blocks in native code, where a virtual thread would hold on to its carrier.
 *
 * <p>A port that has been pulled out answers a read with an error, but a write with nothing at all,
 * and still calls itself open: so the reader is the one who notices, within one slice.
 */
final class SerialPortLine implements OctetLine {
    private static final int SLICE_MILLIS = 100;

    /** Start bit, eight data bits, two stop bits. */
    private static final int BITS_OF_OCTET = 11;

    private static final int CHUNKS_MAX = 4_096;

    /** What the reader says. */
    private sealed interface Heard {
        record Bytes(Octets octets) implements Heard {}

        record Gone() implements Heard {}
    }

    private final SerialPort port;
    private final String path;
    private final int baud;
    private final BlockingQueue<Heard> heard = new ArrayBlockingQueue<>(CHUNKS_MAX);
    private volatile boolean closed;
    private boolean pulledOut;

    private SerialPortLine(SerialPort port, String path, int baud) {
        this.port = port;
        this.path = path;
        this.baud = baud;
    }

    static SerialPortLine open(String path, int baud, ThreadFactory threads) throws WireException {
        if (!Files.exists(Path.of(path))) {
            throw unreachable(path, "is not there; is the terminal plugged in?");
        }
        SerialPort port;
        try {
            port = SerialPort.getCommPort(path);
        } catch (SerialPortInvalidPortException noPort) {
            throw unreachable(path, "is no serial port");
        }
        port.setComPortParameters(baud, 8, SerialPort.TWO_STOP_BITS, SerialPort.NO_PARITY);
        port.setFlowControl(SerialPort.FLOW_CONTROL_DISABLED);
        port.setComPortTimeouts(SerialPort.TIMEOUT_READ_SEMI_BLOCKING, SLICE_MILLIS, 0);
        if (!port.openPort()) {
            throw unreachable(path, refusal(port.getLastErrorCode()));
        }
        port.flushIOBuffers();
        var line = new SerialPortLine(port, path, baud);
        threads.newThread(line::listen).start();
        return line;
    }

    private static String refusal(int errorNumber) {
        return switch (errorNumber) {
            case 11, 16 -> "is in use by another program";
            // it is there, as we have seen: the library refuses to open it twice
            case 2 -> "is in use by this program";
            case 13 -> "may not be opened by this account; add it to the group dialout";
            default -> "cannot be opened (errno " + errorNumber + ")";
        };
    }

    private static WireException unreachable(String path, String what) {
        return new WireException(new Trouble.Unreachable(path + " " + what));
    }

    private void listen() {
        byte[] chunk = new byte[1024];
        try {
            while (!closed) {
                int count = port.readBytes(chunk, chunk.length);
                if (count < 0 || (count == 0 && !Files.exists(Path.of(path)))) {
                    heard.put(new Heard.Gone());
                    return;
                }
                if (count > 0) {
                    heard.put(new Heard.Bytes(Octets.copyOf(chunk, 0, count)));
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void write(Octets bytes) throws WireException, InterruptedException {
        passOnInterrupt();
        byte[] all = bytes.toArray();
        int written = 0;
        while (written < all.length) {
            int count = port.writeBytes(all, all.length - written, written);
            if (count <= 0) {
                throw gone();
            }
            written += count;
        }
    }

    @Override
    public Octets read(Duration silence) throws WireException, InterruptedException {
        passOnInterrupt();
        if (pulledOut) {
            throw gone();
        }
        Optional<Heard> next =
                Optional.ofNullable(heard.poll(silence.toMillis(), TimeUnit.MILLISECONDS));
        if (next.isEmpty()) {
            return Octets.NONE;
        }
        return switch (next.get()) {
            case Heard.Bytes(Octets octets) -> octets;
            case Heard.Gone() -> {
                pulledOut = true;
                throw gone();
            }
        };
    }

    private WireException gone() {
        return new WireException(new Trouble.Lost(path + " was pulled out or switched off"));
    }

    private static void passOnInterrupt() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("payment interrupted");
        }
    }

    @Override
    public Duration transmission(int bytes) {
        return Duration.ofMillis(1_000L * bytes * BITS_OF_OCTET / baud);
    }

    @Override
    public void close() {
        closed = true;
        port.closePort();
        heard.clear();
    }
}
