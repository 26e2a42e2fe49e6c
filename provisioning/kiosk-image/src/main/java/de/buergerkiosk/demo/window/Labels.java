package de.buergerkiosk.demo.window;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;

/** The words of the window, from {@code labels.properties}. */
final class Labels {
    private static final Properties WORDS = read();

    private Labels() {}

    /** Fills {@code %s} with the values. */
    static String say(String key, Object... values) {
        var text = WORDS.getProperty(key);
        if (text == null) {
            throw new IllegalArgumentException("labels.properties has no " + key);
        }
        return text.formatted(values);
    }

    private static Properties read() {
        var words = new Properties();
        try (var in =
                new InputStreamReader(
                        Objects.requireNonNull(
                                Labels.class.getResourceAsStream("labels.properties")),
                        StandardCharsets.UTF_8)) {
            words.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException("labels.properties", e);
        }
        return words;
    }
}
