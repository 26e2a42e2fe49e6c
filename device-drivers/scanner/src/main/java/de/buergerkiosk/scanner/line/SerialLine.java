package de.buergerkiosk.scanner.line;

import com.fazecast.jSerialComm.SerialPort;
import com.fazecast.jSerialComm.SerialPortInvalidPortException;
import de.buergerkiosk.scanner.line.LineException.Moment;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A serial port, 9600 baud, 8 data bits, no parity, one stop bit, no handshake. Over USB-CDC the
 * speed means nothing.
 *
 * <p>Reading blocks in native code, so the thread that reads has to be a platform thread: a virtual
 * one would hold on to its carrier. A port that has been pulled out answers a read with an error
 * and a write with nothing at all, and still calls itself open.
 */
final class SerialLine implements OctetLine {
    private static final int BAUD = 9_600;

    private final SerialPort port;
    private final String path;

    private SerialLine(SerialPort port, String path) {
        this.port = port;
        this.path = path;
    }

    static SerialLine open(String path) throws LineException {
        if (!Files.exists(Path.of(path))) {
            throw refused(path, "is not there; is the scanner plugged in?");
        }
        SerialPort port;
        try {
            port = SerialPort.getCommPort(path);
        } catch (SerialPortInvalidPortException noPort) {
            throw refused(path, "is no serial port");
        }
        port.setComPortParameters(BAUD, 8, SerialPort.ONE_STOP_BIT, SerialPort.NO_PARITY);
        port.setFlowControl(SerialPort.FLOW_CONTROL_DISABLED);
        port.setComPortTimeouts(
                SerialPort.TIMEOUT_READ_SEMI_BLOCKING, Math.toIntExact(SLICE.toMillis()), 0);
        if (!port.openPort()) {
            throw refused(path, because(port.getLastErrorCode()));
        }
        port.flushIOBuffers();
        return new SerialLine(port, path);
    }

    private static String because(int errorNumber) {
        return switch (errorNumber) {
            case 11, 16 -> "is in use by another program";
            // it is there, as we have seen: the library refuses to open it twice
            case 2 -> "is in use by this program";
            case 13 -> "may not be opened by this account; add it to the group dialout";
            default -> "cannot be opened (errno " + errorNumber + ")";
        };
    }

    private static LineException refused(String path, String what) {
        return new LineException(Moment.OPENING, path + " " + what);
    }

    @Override
    public int read(byte[] into) throws LineException {
        int count = port.readBytes(into, into.length);
        if (count < 0 || (count == 0 && !Files.exists(Path.of(path)))) {
            throw gone();
        }
        return count;
    }

    @Override
    public void write(byte[] bytes) throws LineException {
        int written = 0;
        while (written < bytes.length) {
            int count = port.writeBytes(bytes, bytes.length - written, written);
            if (count <= 0) {
                throw gone();
            }
            written += count;
        }
    }

    private LineException gone() {
        return new LineException(Moment.OPEN, path + " was pulled out or switched off");
    }

    @Override
    public void close() {
        port.closePort();
    }
}
