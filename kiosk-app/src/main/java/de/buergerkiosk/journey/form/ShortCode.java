package de.buergerkiosk.journey.form;

import de.buergerkiosk.contract.filing.FilingId;

/**
 * A filing's number for people: eight signs that can be read aloud. It comes from the random end of
 * the id, so with date and kiosk it finds the filing.
 */
public final class ShortCode {
    /** Crockford's alphabet: no I, L, O, U. */
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private ShortCode() {}

    /** Such as {@code 7F3K-9QXD}. */
    public static String of(FilingId id) {
        long bits = id.value().getLeastSignificantBits();
        var code = new StringBuilder();
        for (int shift = 35; shift >= 0; shift -= 5) {
            code.append(ALPHABET.charAt((int) (bits >>> shift) & 31));
            if (shift == 20) {
                code.append('-');
            }
        }
        return code.toString();
    }

    /** All 128 bits in 26 signs: the stem of payment references. */
    public static String whole(FilingId id) {
        long high = id.value().getMostSignificantBits();
        long low = id.value().getLeastSignificantBits();
        var code = new StringBuilder();
        for (int shift = 125; shift >= 0; shift -= 5) {
            code.append(ALPHABET.charAt((int) bitsAt(high, low, shift) & 31));
        }
        return code.toString();
    }

    private static long bitsAt(long high, long low, int shift) {
        if (shift >= 64) {
            return high >>> (shift - 64);
        }
        return shift == 0 ? low : (low >>> shift) | (high << (64 - shift));
    }
}
