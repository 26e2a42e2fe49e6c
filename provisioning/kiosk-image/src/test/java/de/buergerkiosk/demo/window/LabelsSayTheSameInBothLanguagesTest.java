package de.buergerkiosk.demo.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class LabelsSayTheSameInBothLanguagesTest {
    @Test
    void everyLabelIsThereTwiceWithTheSameGaps() throws Exception {
        var german = read("de");
        var english = read("en");

        assertEquals(german.stringPropertyNames(), english.stringPropertyNames());
        assertTrue(german.size() > 30, "only " + german.size());
        for (var key : german.stringPropertyNames()) {
            assertEquals(gaps(german.getProperty(key)), gaps(english.getProperty(key)), key);
        }
    }

    private static int gaps(String text) {
        return text.split("%s", -1).length - 1;
    }

    private static Properties read(String language) throws Exception {
        var words = new Properties();
        try (var in =
                new InputStreamReader(
                        Objects.requireNonNull(
                                Labels.class.getResourceAsStream(
                                        "labels." + language + ".properties")),
                        StandardCharsets.UTF_8)) {
            words.load(in);
        }
        return words;
    }
}
