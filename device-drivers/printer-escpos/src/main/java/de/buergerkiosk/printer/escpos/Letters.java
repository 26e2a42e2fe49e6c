package de.buergerkiosk.printer.escpos;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What counts as one letter on paper, and text made fit for it. */
final class Letters {
    private static final Pattern CLUSTER = Pattern.compile("\\X");

    private Letters() {}

    /**
     * Normalisation form C; white space other than the line feed becomes a space, other control and
     * format characters go. So text can never smuggle a printer command in, and a letter has one
     * spelling. No-break spaces stay, wrapping needs them.
     */
    static String clean(String text) {
        var out = new StringBuilder(text.length());
        Normalizer.normalize(text, Normalizer.Form.NFC)
                .codePoints()
                .forEach(letter -> {
                    if (letter == '\n') {
                        out.append('\n');
                    } else if (letter == '\u00A0' || letter == '\u202F') {
                        out.append('\u00A0');
                    } else if (Character.isWhitespace(letter)
                            || Character.getType(letter) == Character.SPACE_SEPARATOR) {
                        out.append(' ');
                    } else if (!invisible(letter)) {
                        out.appendCodePoint(letter);
                    }
                });
        return out.toString();
    }

    private static boolean invisible(int letter) {
        int type = Character.getType(letter);
        return type == Character.CONTROL || type == Character.FORMAT;
    }

    /** The text cut into letters as a reader counts them: base and marks together. */
    static List<String> clusters(String text) {
        List<String> clusters = new ArrayList<>();
        Matcher matcher = CLUSTER.matcher(text);
        while (matcher.find()) {
            clusters.add(matcher.group());
        }
        return clusters;
    }

    /** Columns the text takes in a font of fixed width. */
    static int columns(String text) {
        return clusters(text).size();
    }
}
