package de.buergerkiosk.scanner;

import de.buergerkiosk.scanner.line.LineAddress;
import java.time.Duration;
import java.util.Optional;

/** Where the scanner is, and how patient the driver is with it. */
public record ScannerSettings(LineAddress address, Patience patience) {
    /**
     * Limits.
     *
     * @param connect for one attempt to reach the scanner
     * @param retry between two attempts
     * @param frame the longest pause inside a code; then the rest does not come any more
     * @param again how long a code has to be gone before it counts again
     */
    public record Patience(Duration connect, Duration retry, Duration frame, Duration again) {
        public static final Patience USUAL =
                new Patience(
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(1),
                        Duration.ofMillis(500),
                        Duration.ofSeconds(2));
    }

    /**
     * A scanner at such an address.
     *
     * @param address {@code serial:/dev/serial/by-id/…} or {@code tcp://HOST:PORT}
     * @return nothing where the text is no such address
     */
    public static Optional<ScannerSettings> at(String address) {
        return LineAddress.read(address).map(found -> new ScannerSettings(found, Patience.USUAL));
    }
}
