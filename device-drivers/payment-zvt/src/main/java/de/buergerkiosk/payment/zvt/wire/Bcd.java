package de.buergerkiosk.payment.zvt.wire;

import java.util.OptionalLong;

/** Packed decimal numbers, two digits a byte, most significant first. */
public final class Bcd {
    private Bcd() {}

    /**
     * A number with leading zeros.
     *
     * @throws IllegalArgumentException when the number does not fit: a truncated amount would be
     *     another amount
     */
    public static Octets encode(long number, int bytes) {
        if (number < 0) {
            throw new IllegalArgumentException("negative: " + number);
        }
        int[] values = new int[bytes];
        long rest = number;
        for (int i = bytes - 1; i >= 0; i--) {
            values[i] = (int) (rest % 10 + (rest / 10 % 10) * 16);
            rest /= 100;
        }
        if (rest != 0) {
            throw new IllegalArgumentException(number + " needs more than " + bytes + " bytes");
        }
        return Octets.of(values);
    }

    /** Digits only, an even count of them. */
    public static Octets encode(String digits) {
        if (!digits.matches("([0-9]{2})*")) {
            throw new IllegalArgumentException("not an even number of digits");
        }
        return Octets.fromHex(digits);
    }

    /** Empty when a nibble is no digit, or when there are more than 18 digits. */
    public static OptionalLong decode(Octets octets) {
        if (octets.length() > 9) {
            return OptionalLong.empty();
        }
        long number = 0;
        for (int i = 0; i < octets.length(); i++) {
            int high = octets.at(i) >> 4;
            int low = octets.at(i) & 0x0F;
            if (high > 9 || low > 9) {
                return OptionalLong.empty();
            }
            number = number * 100 + (high * 10L) + low;
        }
        return OptionalLong.of(number);
    }
}
