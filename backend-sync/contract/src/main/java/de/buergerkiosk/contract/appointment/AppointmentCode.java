package de.buergerkiosk.contract.appointment;

import de.buergerkiosk.contract.json.CanonicalJson;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * What a citizen holds in hand: twelve symbols of Crockford's base 32, {@code 7K3M-P0QX-4WZD}.
 * Eleven are chance (55 bits), the last is a check symbol, so a slip of the finger is told from a
 * code that nobody has without asking the database.
 *
 * <p>The check symbol is a weighted sum in the field of 32 elements (x^5 + x^2 + 1). Each place has
 * a weight of its own, so every single wrong symbol and every swap of two symbols shows.
 *
 * @param symbols twelve, without hyphens
 */
public record AppointmentCode(String symbols) {
    /** Without I, L, O and U. */
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int LENGTH = 12;
    private static final int POLYNOMIAL = 0b100101;

    public AppointmentCode {
        if (symbols.length() != LENGTH
                || !symbols.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0)) {
            throw new IllegalArgumentException("not the symbols of a code");
        }
    }

    /** A new one. */
    public static AppointmentCode next(RandomGenerator chance) {
        var symbols = new StringBuilder();
        for (int i = 0; i < LENGTH - 1; i++) {
            symbols.append(ALPHABET.charAt(chance.nextInt(ALPHABET.length())));
        }
        return new AppointmentCode(symbols.append(check(symbols)).toString());
    }

    /**
     * What a person typed or a scanner read: small letters, hyphens and blanks do not matter, O is
     * 0, I and L are 1. Empty when it cannot be a code, or the check symbol tells of a slip.
     */
    public static Optional<AppointmentCode> parse(String typed) {
        if (typed.length() > 4 * LENGTH) {
            return Optional.empty();
        }
        var symbols =
                typed.toUpperCase(Locale.ROOT)
                        .replaceAll("[\\s-]", "")
                        .replace('O', '0')
                        .replace('I', '1')
                        .replace('L', '1');
        if (symbols.length() != LENGTH
                || !symbols.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0)
                || check(symbols.substring(0, LENGTH - 1)) != symbols.charAt(LENGTH - 1)) {
            return Optional.empty();
        }
        return Optional.of(new AppointmentCode(symbols));
    }

    /** As it is printed, in groups of four. */
    public String printed() {
        return symbols.substring(0, 4) + "-" + symbols.substring(4, 8) + "-" + symbols.substring(8);
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

    private static char check(CharSequence symbols) {
        int sum = 0;
        int weight = 2;
        for (int i = 0; i < symbols.length(); i++) {
            sum ^= times(weight, ALPHABET.indexOf(symbols.charAt(i)));
            weight = times(weight, 2);
        }
        return ALPHABET.charAt(sum);
    }

    /** In the field of 32 elements. */
    private static int times(int one, int other) {
        int product = 0;
        int doubled = one;
        for (int bits = other; bits != 0; bits >>= 1) {
            if ((bits & 1) != 0) {
                product ^= doubled;
            }
            doubled <<= 1;
            if (doubled > 31) {
                doubled ^= POLYNOMIAL;
            }
        }
        return product;
    }
}
