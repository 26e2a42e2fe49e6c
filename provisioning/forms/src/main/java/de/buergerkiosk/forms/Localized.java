package de.buergerkiosk.forms;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * One sentence in every language it is known in.
 *
 * @param byLanguage text by language tag ({@code de}, {@code en}); German is always there
 */
public record Localized(Map<String, String> byLanguage) {
    public Localized {
        if (!byLanguage.containsKey("de")) {
            throw new IllegalArgumentException("no German text among " + byLanguage.keySet());
        }
        byLanguage = Collections.unmodifiableMap(new TreeMap<>(byLanguage));
    }

    /** The same characters in every language: a number, a code, a name. */
    public static Localized same(String text) {
        return new Localized(Map.of("de", text));
    }

    /** The text in that language, or in German where it is missing. */
    public String in(String language) {
        return byLanguage.getOrDefault(language, byLanguage.getOrDefault("de", ""));
    }
}
