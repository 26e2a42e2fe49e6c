package de.buergerkiosk.payment.zvt;

import java.nio.charset.Charset;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;

/**
 * What the driver has to know about one terminal.
 *
 * @param port 20007 at most terminals; 22000 (Feig) and 5001 (Yomani) are seen as well
 * @param password six digits, for registration and repeat receipt
 * @param configByte of the registration (PA00P015 2.1): {@code BE} for an unattended terminal whose
 *     receipts the kiosk prints
 * @param serviceByte of the registration: {@code 01} keeps the service menu off the function key
 * @param expectedTerminalId eight digits; any terminal is accepted where absent
 * @param charset of receipts and texts, where the terminal does not name one
 * @param zone of the terminal's clock
 * @param patience how long to wait for what
 */
public record ZvtSettings(
        String host,
        int port,
        String password,
        int configByte,
        int serviceByte,
        Optional<String> expectedTerminalId,
        Charset charset,
        ZoneId zone,
        Patience patience) {

    public static final int PORT_USUAL = 20007;

    /**
     * How long to wait for what; never longer.
     *
     * @param connect for the TCP connection
     * @param t3 from a command to its acknowledgement (PA00P016: 5 s)
     * @param t4 from one message of a running command to the next (180 s); a terminal may change it
     * @param ready until the terminal says that it is ready, before a payment
     * @param settle for finding out what the terminal booked, all attempts together
     * @param retry between two attempts, and between two status enquiries
     * @param abortAnswer after the kiosk's abort, until the terminal ends the payment
     * @param clockSkew by which the terminal's clock may differ from ours
     */
    public record Patience(
            Duration connect,
            Duration t3,
            Duration t4,
            Duration ready,
            Duration settle,
            Duration retry,
            Duration abortAnswer,
            Duration clockSkew) {
        public static final Patience USUAL =
                new Patience(
                        Duration.ofSeconds(3),
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(180),
                        Duration.ofSeconds(15),
                        Duration.ofSeconds(30),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(20),
                        Duration.ofMinutes(15));

        /** With another time for finding out what the terminal booked. */
        public Patience settling(Duration atMost) {
            return new Patience(connect, t3, t4, ready, atMost, retry, abortAnswer, clockSkew);
        }

        public Patience {
            for (Duration each :
                    new Duration[] {connect, t3, t4, ready, settle, retry, abortAnswer}) {
                if (each.isNegative() || each.isZero()) {
                    throw new IllegalArgumentException("a time-out has to be positive: " + each);
                }
            }
        }
    }

    public ZvtSettings {
        if (host.isBlank()) {
            throw new IllegalArgumentException("host is blank");
        }
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("not a port: " + port);
        }
        if (!password.matches("[0-9]{6}")) {
            throw new IllegalArgumentException("the password has six digits");
        }
        if (configByte < 0 || configByte > 255 || serviceByte < 0 || serviceByte > 255) {
            throw new IllegalArgumentException("config byte and service byte are bytes");
        }
        expectedTerminalId.ifPresent(id -> {
            if (!id.matches("[0-9]{8}")) {
                throw new IllegalArgumentException("not eight digits: " + id);
            }
        });
    }

    /** An unattended terminal in Germany with the usual time-outs. */
    public static ZvtSettings unattended(String host, int port, String password) {
        return new ZvtSettings(
                host,
                port,
                password,
                0xBE,
                0x01,
                Optional.empty(),
                Charset.forName("IBM437"),
                ZoneId.of("Europe/Berlin"),
                Patience.USUAL);
    }

    public ZvtSettings expecting(String terminalId) {
        return new ZvtSettings(
                host,
                port,
                password,
                configByte,
                serviceByte,
                Optional.of(terminalId),
                charset,
                zone,
                patience);
    }

    public ZvtSettings with(Patience other) {
        return new ZvtSettings(
                host,
                port,
                password,
                configByte,
                serviceByte,
                expectedTerminalId,
                charset,
                zone,
                other);
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "ZvtSettings[" + host + ":" + port + "]";
    }
}
