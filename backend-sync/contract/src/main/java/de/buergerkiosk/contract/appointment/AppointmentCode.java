package de.buergerkiosk.contract.appointment;

import de.buergerkiosk.contract.code.Base32;
import de.buergerkiosk.contract.json.CanonicalJson;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * What a citizen holds in hand: twelve symbols of Crockford's base 32, {@code 7K3M-P0QX-4WZD}.
 * Eleven are chance (55 bits), the last is a check symbol, so a slip of the finger is told from a
 * code that nobody has without asking the database.
 *
 * @param symbols twelve, without hyphens
 */
public record AppointmentCode(String symbols) {
    private static final int LENGTH = 12;
    private static final int WEIGHT = 2;

    public AppointmentCode {
        if (!Base32.is(symbols, LENGTH)) {
            throw new IllegalArgumentException("not the symbols of a code");
        }
    }

    /** A new one. */
    public static AppointmentCode next(RandomGenerator chance) {
        var symbols = Base32.next(chance, LENGTH - 1);
        return new AppointmentCode(symbols + Base32.check(symbols, WEIGHT));
    }

    /** Empty when it cannot be a code, or the check symbol tells of a slip. */
    public static Optional<AppointmentCode> parse(String typed) {
        var symbols = Base32.read(typed, LENGTH);
        return Base32.is(symbols, LENGTH)
                        && Base32.check(symbols.substring(0, LENGTH - 1), WEIGHT)
                                == symbols.charAt(LENGTH - 1)
                ? Optional.of(new AppointmentCode(symbols))
                : Optional.empty();
    }

    /** As it is printed, in groups of four. */
    public String printed() {
        return Base32.printed(symbols);
    }

    /**
     * SHA-256 of the symbols, in hexadecimal: finds the appointment without giving it away. 55 bits of
     * chance are found again by trying, but not within the day on which a check-in waits.
     */
    public String digest() {
        return CanonicalJson.sha256(symbols.getBytes(StandardCharsets.US_ASCII));
    }

    /** Whoever has the code has the appointment, so it stays out of logs. */
    @Override
    public String toString() {
        return "[code]";
    }
}
