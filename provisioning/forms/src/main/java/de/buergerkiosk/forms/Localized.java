package de.buergerkiosk.forms;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * A text in every language of its service; German is never missing.
 *
 * @param byLanguage BCP 47 language tag to text
 */
public record Localized(Map<String, String> byLanguage) {
    public Localized {
        byLanguage = Map.copyOf(byLanguage);
        if (!byLanguage.containsKey("de")) {
            throw new IllegalArgumentException("a text without its German wording");
        }
    }

    /** The same words in every language: names, numbers, codes. */
    public static Localized same(String text) {
        return new Localized(Map.of("de", text));
    }

    /** The text in that language, else German. */
    public String in(String language) {
        var text = byLanguage.get(language);
        return text == null ? german() : text;
    }

    /** Every wording changed in the same way; the language is not told. */
    public Localized map(UnaryOperator<String> change) {
        var changed = new LinkedHashMap<String, String>();
        byLanguage.forEach((language, text) -> changed.put(language, change.apply(text)));
        return new Localized(changed);
    }

    private String german() {
        var text = byLanguage.get("de");
        if (text == null) {
            throw new IllegalStateException("a text without its German wording");
        }
        return text;
    }
}
