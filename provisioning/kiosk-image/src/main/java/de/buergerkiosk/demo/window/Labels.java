package de.buergerkiosk.demo.window;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;

/** The words of the window in one language, from {@code labels.<language>.properties}. */
final class Labels {
    private final Properties words;
    private final String language;

    private Labels(String language, Properties words) {
        this.language = language;
        this.words = words;
    }

    static Labels in(String language) {
        var file = "labels." + language + ".properties";
        var words = new Properties();
        try (var in =
                new InputStreamReader(
                        Objects.requireNonNull(Labels.class.getResourceAsStream(file), file),
                        StandardCharsets.UTF_8)) {
            words.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
        return new Labels(language, words);
    }

    String language() {
        return language;
    }

    /** Euros are written as the language writes them. */
    Locale money() {
        return language.equals("de") ? Locale.GERMANY : Locale.of(language, "IE");
    }

    /** Fills {@code %s} with the values. */
    String say(String key, Object... values) {
        var text = words.getProperty(key);
        if (text == null) {
            throw new IllegalArgumentException("no " + key + " in " + language);
        }
        return text.formatted(values);
    }
}
