package de.buergerkiosk.printer.escpos;

import java.time.Duration;

/**
 * Where the printer is and what it is.
 *
 * @param host name or address
 * @param port TCP port, 9100 as a rule
 */
public record EscPosSettings(String host, int port, PrinterProfile profile, Timeouts timeouts) {
    public EscPosSettings {
        if (host.isBlank()) {
            throw new IllegalArgumentException("host: is empty");
        }
        if (port < 1 || port > 65535) {
            throw new IllegalArgumentException("port: " + port + " is not 1 to 65535");
        }
    }

    /**
     * How long the driver waits; each is more than zero and at most five minutes.
     *
     * @param connect until the line stands
     * @param answer until a status question is answered
     * @param write while the printer takes no byte
     * @param print from the last byte until the printer confirms
     */
    public record Timeouts(Duration connect, Duration answer, Duration write, Duration print) {
        private static final Duration MAX = Duration.ofMinutes(5);

        /** Fit for a kiosk printer in the same housing. */
        public static final Timeouts USUAL =
                new Timeouts(
                        Duration.ofSeconds(3),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(30));

        public Timeouts {
            check("connect", connect);
            check("answer", answer);
            check("write", write);
            check("print", print);
        }

        private static void check(String field, Duration value) {
            if (value.toMillis() < 1 || value.compareTo(MAX) > 0) {
                throw new IllegalArgumentException(field + ": " + value + " is not 1 ms to 5 min");
            }
        }
    }
}
