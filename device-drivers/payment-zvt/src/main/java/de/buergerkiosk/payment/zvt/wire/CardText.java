package de.buergerkiosk.payment.zvt.wire;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Card numbers in words and in raw bytes: finds them and leaves their last four digits. */
public final class CardText {
    /** The shortest card numbers in use. */
    static final int DIGITS_MIN = 12;

    private static final int DIGITS_MAX = 19;

    /** In bytes: shorter values hold no card number. */
    private static final int PACKED_MIN = 7;

    /** What people and printers put between the groups of a card number. */
    private static final String BETWEEN = "[^0-9A-Za-z]{1,3}";

    /**
     * So many digits or more in a row, the groups of four that are printed on cards, the groups of
     * cards with 15 digits, or each digit alone. Application ids (RIDs A00000 and D276000025), which a receipt has to
     * show, are found first and left alone.
     */
    private static final Pattern CARD_NUMBER =
            Pattern.compile(
                    "A00000[0-9A-F]{8,26}|D276000025[0-9A-F]{2,22}"
                            + "|[0-9]{12,}"
                            + "|(?<![0-9])[0-9]{4}(?:[ -][0-9]{4}){2}(?:[ -][0-9]{1,7})?"
                            + "|(?<![0-9])[0-9]{4}(?:"
                            + BETWEEN
                            + "[0-9]{4}){2}"
                            + BETWEEN
                            + "[0-9]{1,7}"
                            + "|(?<![0-9])3[47][0-9]{2}"
                            + BETWEEN
                            + "[0-9]{6}"
                            + BETWEEN
                            + "[0-9]{5}(?![0-9])"
                            + "|(?<![0-9A-Za-z])[0-9](?:[^0-9A-Za-z][0-9]){12,18}(?![0-9])");

    /** Whether digits are a card number: by their length and the first of them (ISO/IEC 7812). */
    private static final Pattern ISSUED =
            Pattern.compile(
                    "4[0-9]{12}|3(?:0[0-5]|[689][0-9])[0-9]{11}|3[47][0-9]{13}"
                            + "|(?:222[1-9]|22[3-9][0-9]|2[3-6][0-9]{2}|27[01][0-9]|2720)[0-9]{12}"
                            + "|35[0-9]{14}|[456][0-9]{15,18}");

    private CardText() {}

    /** Same length; every digit of a card number but its last four is {@code *}. */
    public static String masked(String text) {
        if (!mayHoldCardNumber(text)) {
            return text;
        }
        var masked = new StringBuilder(text);
        Matcher number = CARD_NUMBER.matcher(withPlainDigits(text));
        while (number.find()) {
            if (isDigit(number.group().charAt(0))) {
                mask(masked, number.start(), number.end());
            }
        }
        return masked.toString();
    }

    /** The quick look that spares most texts the long one. */
    static boolean mayHoldCardNumber(byte[] text, int from, int to) {
        int digits = 0;
        for (int i = from; i < to; i++) {
            digits += text[i] >= '0' && text[i] <= '9' ? 1 : 0;
        }
        return digits >= DIGITS_MIN;
    }

    private static boolean mayHoldCardNumber(String text) {
        return text.chars().filter(Character::isDigit).limit(DIGITS_MIN).count() >= DIGITS_MIN;
    }

    /** Full-width digits, and those of other scripts, are digits as well. */
    private static String withPlainDigits(String text) {
        var plain = new StringBuilder(text);
        for (int i = 0; i < plain.length(); i++) {
            int digit = Character.digit(plain.charAt(i), 10);
            if (digit >= 0) {
                plain.setCharAt(i, (char) ('0' + digit));
            }
        }
        return plain.toString();
    }

    private static boolean isDigit(char sign) {
        return sign >= '0' && sign <= '9';
    }

    private static void mask(StringBuilder text, int from, int to) {
        int seen = 0;
        for (int i = to - 1; i >= from; i--) {
            if (Character.isDigit(text.charAt(i)) && ++seen > 4) {
                text.setCharAt(i, '*');
            }
        }
    }

    /**
     * For bytes that nobody can read: whatever looks like a card number, packed or in ASCII, whose
     * digits are decimal half bytes either way, becomes E but for its last four half bytes.
     */
    static void blackenDigits(byte[] data, int from, int to) {
        int run = 0;
        for (int at = from * 2; at <= to * 2; at++) {
            if (at < to * 2 && half(data, at) <= 9) {
                run++;
                continue;
            }
            if (run >= DIGITS_MIN) {
                blacken(data, at - run, at - 4);
            }
            run = 0;
        }
    }

    /**
     * For bytes that are known to mean something else, where long numbers may stand: packed digits
     * that are a card number by length, first digits and check digit, likewise.
     *
     * @param text the bytes are a text, so what can be read as such is none of packed digits
     */
    static void blackenPacked(byte[] data, int from, int to, boolean text) {
        int run = 0;
        for (int at = from * 2; to - from >= PACKED_MIN && at <= to * 2; at++) {
            if (at < to * 2 && half(data, at) <= 9) {
                run++;
                continue;
            }
            int start = at - run;
            while (start < at && half(data, start) == 0) {
                start++;
            }
            if (isCardNumber(data, start, at) && !(text && isPrintable(data, start, at))) {
                blacken(data, start, at - 4);
            }
            run = 0;
        }
    }

    /**
     * For texts of another world: card numbers in EBCDIC, and in full-width digits as UTF-8 has
     * them, in one piece, likewise.
     */
    static void blackenForeignDigits(byte[] data, int from, int to) {
        blackenDigits(data, from, to, 1);
        blackenDigits(data, from, to, 3);
    }

    private static void blackenDigits(byte[] data, int from, int to, int width) {
        int at = from;
        while (at < to) {
            int start = at;
            var digits = new StringBuilder(DIGITS_MAX);
            while (at + width <= to && foreignDigit(data, at, width) >= 0) {
                digits.append((char) ('0' + foreignDigit(data, at, width)));
                at += width;
            }
            if (isCardNumber(digits)) {
                Arrays.fill(data, start, at - 4 * width, (byte) 0xEE);
            }
            at = at == start ? at + 1 : at;
        }
    }

    /** EBCDIC has its digits at F0; UTF-8 has the full-width ones at EF BC 90. */
    private static int foreignDigit(byte[] data, int at, int width) {
        boolean wide = width == 3 && (data[at] & 0xFF) == 0xEF && (data[at + 1] & 0xFF) == 0xBC;
        int digit = (data[at + width - 1] & 0xFF) - (width == 3 ? 0x90 : 0xF0);
        return (wide || width == 1) && digit >= 0 && digit <= 9 ? digit : -1;
    }

    private static boolean isCardNumber(byte[] data, int start, int end) {
        if (end - start > DIGITS_MAX) {
            return false;
        }
        var digits = new StringBuilder(DIGITS_MAX);
        for (int i = start; i < end; i++) {
            digits.append((char) ('0' + half(data, i)));
        }
        return isCardNumber(digits);
    }

    /** By length, first digits and check digit. */
    private static boolean isCardNumber(CharSequence digits) {
        int length = digits.length();
        if (length <= DIGITS_MIN || length > DIGITS_MAX) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < length; i++) {
            int digit = digits.charAt(i) - '0';
            int weighed = (length - i) % 2 == 0 ? 2 * digit : digit;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }
        return sum % 10 == 0 && ISSUED.matcher(digits).matches();
    }

    private static boolean isPrintable(byte[] data, int start, int end) {
        for (int i = start / 2; i < (end + 1) / 2; i++) {
            if (data[i] < ' ') {
                return false;
            }
        }
        return true;
    }

    /** From one half byte to another. */
    private static void blacken(byte[] data, int from, int to) {
        for (int i = from; i < to; i++) {
            int other = i % 2 == 0 ? 0x0F : 0xF0;
            data[i / 2] = (byte) ((data[i / 2] & other) | (0xEE & ~other));
        }
    }

    private static int half(byte[] data, int at) {
        return at % 2 == 0 ? (data[at / 2] & 0xF0) >> 4 : data[at / 2] & 0x0F;
    }

    /** The text of BMP 22: packed digits, E for a masked one, F for padding. */
    public static String ofPackedPan(Octets pan) {
        var signs = new StringBuilder(2 * pan.length());
        for (int i = 0; i < 2 * pan.length(); i++) {
            int half = i % 2 == 0 ? pan.at(i / 2) >> 4 : pan.at(i / 2) & 0x0F;
            if (half != 0x0F && half != 0x0D) {
                signs.append(half <= 9 ? (char) ('0' + half) : '*');
            }
        }
        for (int i = 0; i < signs.length() - 4; i++) {
            signs.setCharAt(i, '*');
        }
        return signs.toString();
    }
}
