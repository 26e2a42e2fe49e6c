package de.buergerkiosk.payment.zvt.wire;

import java.util.regex.MatchResult;
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
        return mayHoldCardNumber(text)
                ? CARD_NUMBER.matcher(text).replaceAll(CardText::maskedNumber)
                : text;
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
        int digits = 0;
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            digits += sign >= '0' && sign <= '9' ? 1 : 0;
        }
        return digits >= DIGITS_MIN;
    }

    private static String maskedNumber(MatchResult match) {
        String number = match.group();
        if (!Character.isDigit(number.charAt(0))) {
            return number;
        }
        long digits = number.chars().filter(Character::isDigit).count();
        var masked = new StringBuilder();
        long seen = 0;
        for (int i = 0; i < number.length(); i++) {
            char sign = number.charAt(i);
            boolean digit = Character.isDigit(sign);
            seen += digit ? 1 : 0;
            masked.append(digit && seen <= digits - 4 ? '*' : sign);
        }
        return masked.toString();
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

    private static boolean isCardNumber(byte[] data, int start, int end) {
        if (end - start <= DIGITS_MIN || end - start > DIGITS_MAX) {
            return false;
        }
        var digits = new StringBuilder(DIGITS_MAX);
        int sum = 0;
        for (int i = start; i < end; i++) {
            int digit = half(data, i);
            digits.append((char) ('0' + digit));
            int weighed = (end - i) % 2 == 0 ? 2 * digit : digit;
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
