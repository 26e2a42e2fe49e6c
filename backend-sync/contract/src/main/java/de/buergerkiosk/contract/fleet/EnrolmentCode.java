package de.buergerkiosk.contract.fleet;

import de.buergerkiosk.contract.json.CanonicalJson;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * What an admin gives to whoever sets up a kiosk: 32 symbols of Crockford's base 32 in groups of
 * four. Eleven are chance (55 bits) and count once. Twenty are the beginning of the SHA-256 of the
 * city's authority (100 bits): a kiosk that holds the code knows its centre and trusts no other, so
 * nothing is trusted at first use. The last is a check symbol.
 *
 * <p>The check symbol is a weighted sum in the field of 32 elements (x^5 + x^2 + 1), in which 2 has
 * the order 31. So each of the 31 places before it has a weight of its own, and every single wrong
 * symbol shows, and every swap of two but that of the first with the last.
 *
 * @param symbols 32, without hyphens
 */
public record EnrolmentCode(String symbols) {
    /** Without I, L, O and U. */
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int SECRET_LENGTH = 11;
    private static final int PIN_LENGTH = 20;
    private static final int LENGTH = SECRET_LENGTH + PIN_LENGTH + 1;
    private static final int POLYNOMIAL = 0b100101;
    private static final int BITS = 5;

    public EnrolmentCode {
        if (symbols.length() != LENGTH
                || !symbols.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0)
                || check(symbols) != symbols.charAt(LENGTH - 1)) {
            throw new IllegalArgumentException("not the symbols of a code");
        }
    }

    /**
     * A new one.
     *
     * @param authority certificate of the city's authority, DER
     */
    public static EnrolmentCode next(RandomGenerator chance, byte[] authority) {
        var symbols = new StringBuilder();
        for (int i = 0; i < SECRET_LENGTH; i++) {
            symbols.append(ALPHABET.charAt(chance.nextInt(ALPHABET.length())));
        }
        symbols.append(pin(authority));
        return new EnrolmentCode(symbols.append(check(symbols)).toString());
    }

    /**
     * What a person typed or a scanner read: small letters, hyphens and blanks do not matter, O is
     * 0, I and L are 1. Empty when it cannot be a code, or the check symbol tells of a slip.
     */
    public static Optional<EnrolmentCode> parse(String typed) {
        if (typed.length() > 4 * LENGTH) {
            return Optional.empty();
        }
        var symbols =
                typed.toUpperCase(Locale.ROOT)
                        .replaceAll("[\\s-]", "")
                        .replace('O', '0')
                        .replace('I', '1')
                        .replace('L', '1');
        try {
            return Optional.of(new EnrolmentCode(symbols));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Whether this code was made for the centre with that authority (DER). */
    public boolean pins(byte[] authority) {
        return symbols.startsWith(pin(authority), SECRET_LENGTH);
    }

    /** What the centre keeps of it: SHA-256 of the part that counts once. */
    public String hash() {
        return CanonicalJson.sha256(
                symbols.substring(0, SECRET_LENGTH)
                        .getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    }

    /** As it is printed, in groups of four. */
    public String printed() {
        return symbols.replaceAll("(....)(?!$)", "$1-");
    }

    /** Whoever has the code can be the kiosk, so it stays out of logs. */
    @Override
    public String toString() {
        return "[code]";
    }

    /** The first symbols of the authority's SHA-256. */
    private static String pin(byte[] authority) {
        var digest = HexFormat.of().parseHex(CanonicalJson.sha256(authority));
        var symbols = new StringBuilder();
        for (int i = 0; i < PIN_LENGTH; i++) {
            int value = 0;
            for (int bit = i * BITS; bit < (i + 1) * BITS; bit++) {
                value = (value << 1) | ((digest[bit / 8] >> (7 - bit % 8)) & 1);
            }
            symbols.append(ALPHABET.charAt(value));
        }
        return symbols.toString();
    }

    private static char check(CharSequence symbols) {
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < LENGTH - 1; i++) {
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
            if (doubled >= (1 << BITS)) {
                doubled ^= POLYNOMIAL;
            }
        }
        return product;
    }
}
