package de.buergerkiosk.scanner.line;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a scanner is: {@code serial:PATH} or {@code tcp://HOST:PORT}. */
public sealed interface LineAddress {
    /** Opens the line; waits at most that long. */
    OctetLine open(Duration atMost) throws LineException;

    /** A serial port, best by its lasting name such as {@code /dev/serial/by-id/…}. */
    record Serial(String path) implements LineAddress {
        @Override
        public OctetLine open(Duration atMost) throws LineException {
            return SerialLine.open(path);
        }

        @Override
        public String toString() {
            return "serial:" + path;
        }
    }

    /** A scanner behind a serial device server, or a simulated one. */
    record Tcp(String host, int port) implements LineAddress {
        @Override
        public OctetLine open(Duration atMost) throws LineException {
            return TcpLine.open(host, port, atMost);
        }

        @Override
        public String toString() {
            return "tcp://" + host + ":" + port;
        }
    }

    Pattern SERIAL = Pattern.compile("serial:(/[^\\p{Cntrl}]{1,250})");

    Pattern TCP =
            Pattern.compile("tcp://([A-Za-z0-9._-]{1,253}|\\[[0-9A-Fa-f:.]{2,45}\\]):([0-9]{1,5})");

    /** Empty where the text is no such address. */
    static Optional<LineAddress> read(String text) {
        Matcher serial = SERIAL.matcher(text);
        if (serial.matches()) {
            return Optional.of(new Serial(serial.group(1)));
        }
        Matcher tcp = TCP.matcher(text);
        if (!tcp.matches()) {
            return Optional.empty();
        }
        int port = Integer.parseInt(tcp.group(2));
        String host = tcp.group(1).replaceAll("[\\[\\]]", "");
        return port >= 1 && port <= 65_535 ? Optional.of(new Tcp(host, port)) : Optional.empty();
    }
}
