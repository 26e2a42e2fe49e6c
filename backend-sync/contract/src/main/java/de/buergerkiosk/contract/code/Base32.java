package de.buergerkiosk.contract.code;

import java.util.Locale;
import java.util.random.RandomGenerator;

/**
 * Crockford's base 32: digits and capital letters without I, L, O and U, five bits each.
 *
 * <p>A check symbol is a weighted sum in the field of 32 elements (x^5 + x^2 + 1), in which 2 has
 * the order 31. So each of 31 places in a row has a weight of its own, and every single wrong symbol
 * and every swap of two of them shows.
 */
public final class Base32 {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int POLYNOMIAL = 0b100101;
    private static final int BITS = 5;

    private Base32() {}

    /** Symbols by chance. */
    public static String next(RandomGenerator chance, int length) {
        var symbols = new StringBuilder();
        for (int i = 0; i < length; i++) {
            symbols.append(ALPHABET.charAt(chance.nextInt(ALPHABET.length())));
        }
        return symbols.toString();
    }

    /** The first bits of some bytes. */
    public static String of(byte[] bytes, int length) {
        var symbols = new StringBuilder();
        for (int i = 0; i < length; i++) {
            int value = 0;
            for (int bit = i * BITS; bit < (i + 1) * BITS; bit++) {
                value = (value << 1) | ((bytes[bit / 8] >> (7 - bit % 8)) & 1);
            }
            symbols.append(ALPHABET.charAt(value));
        }
        return symbols.toString();
    }

    /** Whether these are so many symbols and nothing else. */
    public static boolean is(String text, int length) {
        return text.length() == length && text.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0);
    }

    /**
     * What a person typed or a scanner read, as symbols where it can be: small letters, hyphens and
     * blanks do not matter, O is 0, I and L are 1.
     *
     * @param length of the code; what is more than four times as long stays no code
     */
    public static String read(String typed, int length) {
        return typed.length() > 4 * length
                ? ""
                : typed.toUpperCase(Locale.ROOT)
                        .replaceAll("[\\s-]", "")
                        .replace('O', '0')
                        .replace('I', '1')
                        .replace('L', '1');
    }

    /** As it is printed, in groups of four. */
    public static String printed(String symbols) {
        return symbols.replaceAll("(....)(?!$)", "$1-");
    }

    /**
     * The symbol that shows a slip in those before it.
     *
     * @param weight of the first place, 1 to 31; each further one has twice that of the one before
     */
    public static char check(CharSequence symbols, int weight) {
        int sum = 0;
        int here = weight;
        for (int i = 0; i < symbols.length(); i++) {
            sum ^= times(here, ALPHABET.indexOf(symbols.charAt(i)));
            here = times(here, 2);
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
