package de.buergerkiosk.forms;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Fills the placeholders of a text with values worded in the same language. */
final class Filling {
    /** Stands for a value that is not there yet. */
    private static final String UNKNOWN = "–";

    private Filling() {}

    static Localized fill(Localized text, Map<String, Localized> values) {
        if (text.byLanguage().values().stream()
                .allMatch(wording -> Placeholders.SINGLE.names(wording).isEmpty())) {
            return text;
        }
        var filled = new LinkedHashMap<String, String>();
        text.byLanguage()
                .forEach((language, wording) -> {
                    var inLanguage = new HashMap<String, String>();
                    for (var name : Placeholders.SINGLE.names(wording)) {
                        var value = values.get(name);
                        inLanguage.put(name, value == null ? UNKNOWN : value.in(language));
                    }
                    filled.put(language, Placeholders.SINGLE.fill(wording, inLanguage));
                });
        return new Localized(filled);
    }
}
