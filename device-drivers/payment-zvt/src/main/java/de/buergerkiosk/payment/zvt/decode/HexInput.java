package de.buergerkiosk.payment.zvt.decode;

import de.buergerkiosk.payment.zvt.wire.MalformedException;
import de.buergerkiosk.payment.zvt.wire.Octets;
import java.util.Arrays;

/**
 * Hex as people write it: upper or lower case, with blanks, colons, dashes or commas between the
 * bytes, and {@code 0x} before all or each of them.
 */
final class HexInput {
    private HexInput() {}

    /**
     * Reads the bytes.
     *
     * @throws MalformedException with the offset of the byte that is none
     */
    static Octets read(byte[] text, int from, int to) throws MalformedException {
        byte[] bytes = new byte[(to - from + 1) / 2];
        int halves = 0;
        int at = from;
        while (at < to) {
            int sign = text[at] & 0xFF;
            int digit = digit(sign);
            boolean prefix = sign == '0' && at + 1 < to && (text[at + 1] | 0x20) == 'x';
            if (prefix && halves % 2 == 0) {
                at += 2;
                continue;
            }
            if (digit < 0 && !(isSeparator(sign) && halves % 2 == 0)) {
                throw new MalformedException(halves / 2, trouble(sign, halves));
            }
            if (digit >= 0) {
                bytes[halves / 2] = (byte) (bytes[halves / 2] << 4 | digit);
                halves++;
            }
            at++;
        }
        if (halves % 2 != 0) {
            throw new MalformedException(halves / 2, "the last byte has only one hex digit");
        }
        return Octets.copyOf(Arrays.copyOf(bytes, halves / 2));
    }

    private static String trouble(int sign, int halves) {
        if (isSeparator(sign)) {
            return "a byte with only one hex digit";
        }
        String what = sign > 0x20 && sign < 0x7F ? "'" + (char) sign + "'" : "sign " + sign;
        return what + " is no hex digit" + (halves % 2 == 0 ? "" : ", in the middle of a byte");
    }

    private static boolean isSeparator(int sign) {
        return switch (sign) {
            case ' ', '\t', '\r', '\n', ':', '-', ',', ';', '.' -> true;
            default -> false;
        };
    }

    private static int digit(int sign) {
        if (sign >= '0' && sign <= '9') {
            return sign - '0';
        }
        int lower = sign | 0x20;
        return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
    }
}
