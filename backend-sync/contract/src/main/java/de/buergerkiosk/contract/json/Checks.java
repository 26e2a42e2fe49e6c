package de.buergerkiosk.contract.json;

import java.util.regex.Pattern;

/** Checks at the door of records; each throws {@link MalformedDocument} that names the field. */
public final class Checks {
    /** Names of services, offices and kiosks: {@code parking-permit}. */
    private static final Pattern SLUG = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    private static final int SLUG_CHARACTERS_MAX = 64;

    private Checks() {}

    /** Lower-case words with hyphens, 1 to 64 characters. */
    public static String slug(String field, String value) {
        if (value.length() > SLUG_CHARACTERS_MAX || !SLUG.matcher(value).matches()) {
            throw new MalformedDocument(
                    field, "must be 1 to 64 of a-z, 0-9 and single hyphens, like parking-permit");
        }
        return value;
    }

    public static String matching(String field, Pattern pattern, String value) {
        if (!pattern.matcher(value).matches()) {
            throw new MalformedDocument(field, "must match " + pattern.pattern());
        }
        return value;
    }

    /** Text without control characters other than line feed and tabulator. */
    public static String text(String field, String value, int charactersMax) {
        if (value.length() > charactersMax) {
            throw new MalformedDocument(
                    field, "is longer than " + charactersMax + " characters; shorten it");
        }
        if (value.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\t')) {
            throw new MalformedDocument(field, "contains control characters; remove them");
        }
        return value;
    }

    public static String filled(String field, String value, int charactersMax) {
        if (value.isBlank()) {
            throw new MalformedDocument(field, "is empty; it needs at least one character");
        }
        return text(field, value, charactersMax);
    }

    public static long between(String field, long value, long min, long max) {
        if (value < min || value > max) {
            throw new MalformedDocument(field, "must be " + min + " to " + max);
        }
        return value;
    }
}
