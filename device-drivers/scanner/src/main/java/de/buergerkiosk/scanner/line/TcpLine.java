package de.buergerkiosk.scanner.line;

import de.buergerkiosk.scanner.line.LineException.Moment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;

/** A scanner's bytes over TCP; the kiosk connects. */
public final class TcpLine implements OctetLine {
    private final Socket socket;

    private TcpLine(Socket socket) {
        this.socket = socket;
    }

    static TcpLine open(String host, int port, Duration atMost) throws LineException {
        var socket = new Socket();
        try {
            var address = new InetSocketAddress(host, port);
            if (address.isUnresolved()) {
                throw new IOException("host name is not known");
            }
            socket.connect(address, Math.toIntExact(atMost.toMillis()));
            return over(socket);
        } catch (IOException refused) {
            closeQuietly(socket);
            throw new LineException(
                    Moment.OPENING, host + ":" + port + ": " + refused.getMessage());
        }
    }

    /** A connection that somebody else has opened or accepted; closed by this line. */
    public static TcpLine over(Socket connected) throws IOException {
        connected.setTcpNoDelay(true);
        connected.setKeepAlive(true);
        connected.setSoTimeout(Math.toIntExact(SLICE.toMillis()));
        return new TcpLine(connected);
    }

    @Override
    public int read(byte[] into) throws LineException {
        try {
            int count = socket.getInputStream().read(into);
            if (count < 0) {
                throw new LineException(Moment.OPEN, "the other end closed the connection");
            }
            return count;
        } catch (SocketTimeoutException quiet) {
            return 0;
        } catch (IOException broken) {
            throw new LineException(Moment.OPEN, String.valueOf(broken.getMessage()));
        }
    }

    @Override
    public void write(byte[] bytes) throws LineException {
        try {
            socket.getOutputStream().write(bytes);
        } catch (IOException broken) {
            throw new LineException(Moment.OPEN, String.valueOf(broken.getMessage()));
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
