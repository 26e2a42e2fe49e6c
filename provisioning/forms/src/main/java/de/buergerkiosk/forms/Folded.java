package de.buergerkiosk.forms;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Street and place names as people type them: capitals, umlauts, sharp s, hyphens, spaces and the
 * abbreviation of Straße make no difference.
 */
final class Folded {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern ABBREVIATED = Pattern.compile("str\\.(?=\\s|-|$)|str$");

    private Folded() {}

    static String fold(String name) {
        var lower = name.strip().toLowerCase(Locale.GERMAN);
        var whole = ABBREVIATED.matcher(lower).replaceAll("strasse");
        var plain =
                whole.replace("ß", "ss").replace("ä", "ae").replace("ö", "oe").replace("ü", "ue");
        var unmarked =
                MARKS.matcher(Normalizer.normalize(plain, Normalizer.Form.NFD)).replaceAll("");
        return NO_LETTERS.matcher(unmarked).replaceAll("");
    }
}
