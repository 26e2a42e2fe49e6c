package de.buergerkiosk.scanner.simulated;

import de.buergerkiosk.scanner.line.LineAddress;
import de.buergerkiosk.scanner.line.LineException;
import de.buergerkiosk.scanner.line.OctetLine;
import de.buergerkiosk.scanner.line.TcpLine;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Optional;

/** Where the simulated scanner is plugged in. */
interface ScannerPlace extends AutoCloseable {
    Duration WAIT = Duration.ofMillis(100);

    /** A line to a host, or nothing within {@link #WAIT}. */
    Optional<OctetLine> line() throws IOException;

    /** As the kiosk has to be told. */
    String address();

    @Override
    void close() throws IOException;

    /** Listens; the kiosk connects. */
    static ScannerPlace tcp(String host, int port) throws IOException {
        var door = new ServerSocket();
        try {
            door.bind(new InetSocketAddress(InetAddress.getByName(host), port));
            door.setSoTimeout(Math.toIntExact(WAIT.toMillis()));
        } catch (IOException | RuntimeException e) {
            door.close();
            throw e;
        }
        return new ScannerPlace() {
            @Override
            public Optional<OctetLine> line() throws IOException {
                try {
                    return Optional.of(TcpLine.over(door.accept()));
                } catch (SocketTimeoutException nobody) {
                    return Optional.empty();
                }
            }

            @Override
            public String address() {
                return "tcp://" + host + ":" + door.getLocalPort();
            }

            @Override
            public void close() throws IOException {
                door.close();
            }
        };
    }

    /** The other end of a serial cable. */
    static ScannerPlace serial(String path) throws IOException {
        try {
            new LineAddress.Serial(path).open(WAIT).close();
        } catch (LineException e) {
            throw new IOException(e.detail(), e);
        }
        return new ScannerPlace() {
            @Override
            public Optional<OctetLine> line() throws IOException {
                try {
                    return Optional.of(new LineAddress.Serial(path).open(WAIT));
                } catch (LineException e) {
                    return Optional.empty();
                }
            }

            @Override
            public String address() {
                return "serial:" + path;
            }

            @Override
            public void close() {}
        };
    }
}
