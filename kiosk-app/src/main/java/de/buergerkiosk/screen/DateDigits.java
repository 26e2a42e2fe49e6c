package de.buergerkiosk.screen;

import java.util.regex.Pattern;

/**
 * A date as typed, day first ({@code 23112026}), and as it travels ({@code 2026-11-23}). Whether
 * such a day exists is for the form to say: it has the words for it. Fewer than eight digits
 * travel as they are, so that they come back when the page does.
 */
final class DateDigits {
    private static final Pattern VALUE = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})");
    private static final Pattern TYPED = Pattern.compile("(\\d{2})(\\d{2})(\\d{4})");

    private DateDigits() {}

    static String toValue(String typed) {
        var parts = TYPED.matcher(typed);
        return parts.matches()
                ? parts.group(3) + "-" + parts.group(2) + "-" + parts.group(1)
                : typed;
    }

    static String ofValue(String value) {
        var parts = VALUE.matcher(value);
        return parts.matches() ? parts.group(3) + parts.group(2) + parts.group(1) : value;
    }
}
