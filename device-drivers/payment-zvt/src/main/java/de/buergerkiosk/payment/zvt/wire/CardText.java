package de.buergerkiosk.payment.zvt.wire;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Card numbers in words: finds them and leaves their last four digits. */
public final class CardText {
    /** Thirteen digits or more in a row, or the groups of four that are printed on cards. */
    private static final Pattern CARD_NUMBER =
            Pattern.compile("[0-9]{13,}|(?<![0-9])[0-9]{4}(?:[ -][0-9]{4}){2}[ -][0-9]{1,7}");

    private CardText() {}

    /** Same length; every digit of a card number but its last four is {@code *}. */
    public static String masked(String text) {
        return CARD_NUMBER.matcher(text).replaceAll(CardText::maskedNumber);
    }

    private static String maskedNumber(MatchResult match) {
        String number = match.group();
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

    /** The text of BMP 22: packed digits, E for a masked one, F for padding. */
    static String ofPackedPan(Octets pan) {
        String signs = pan.hex().replace("F", "").replace("D", "");
        int clear = Math.max(0, signs.length() - 4);
        return "*".repeat(clear) + signs.substring(clear).replaceAll("[^0-9]", "*");
    }
}
