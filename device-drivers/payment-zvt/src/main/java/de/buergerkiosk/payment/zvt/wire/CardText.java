package de.buergerkiosk.payment.zvt.wire;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Card numbers in words and in raw bytes: finds them and leaves their last four digits. */
public final class CardText {
    /** The shortest card numbers in use. */
    static final int DIGITS_MIN = 12;

    /**
     * So many digits or more in a row, or the groups of four that are printed on cards. Application
     * ids (RIDs A00000 and D276000025), which a receipt has to show, are found first and left alone.
     */
    private static final Pattern CARD_NUMBER =
            Pattern.compile(
                    "A00000[0-9A-F]{8,26}|D276000025[0-9A-F]{2,22}"
                            + "|[0-9]{12,}"
                            + "|(?<![0-9])[0-9]{4}(?:[ -][0-9]{4}){2}(?:[ -][0-9]{1,7})?");

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
                for (int i = at - run; i < at - 4; i++) {
                    int other = i % 2 == 0 ? 0x0F : 0xF0;
                    data[i / 2] = (byte) ((data[i / 2] & other) | (0xEE & ~other));
                }
            }
            run = 0;
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
