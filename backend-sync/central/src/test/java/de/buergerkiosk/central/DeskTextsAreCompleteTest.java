package de.buergerkiosk.central;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DeskTextsAreCompleteTest {
    /** A name without a point is a field of a script's document. */
    private static final Pattern KEY =
            Pattern.compile(
                    "#\\{([a-z.-]+)[({}]"
                            + "|text\\(\\s*\"([a-z-]+\\.[a-z.-]+)\""
                            + "|row\\(\\s*\"([a-z.-]+)\"");

    @Test
    void germanAndEnglishHaveTheSameKeysAndPlaces() throws Exception {
        var german = texts("de");
        var english = texts("en");
        assertEquals(german.stringPropertyNames(), english.stringPropertyNames());
        for (var key : german.stringPropertyNames()) {
            assertEquals(
                    german.getProperty(key).contains("{0"),
                    english.getProperty(key).contains("{0"),
                    key);
            for (var text : new String[] {german.getProperty(key), english.getProperty(key)}) {
                assertTrue(!text.isBlank() && !text.contains("'"), key + ": use ’ as apostrophe");
            }
        }
    }

    @Test
    void eachKeyThatIsUsedExistsAndEachThatExistsIsUsed() throws Exception {
        var used = new TreeSet<String>();
        try (var files = Files.walk(Path.of("src/main"))) {
            for (var file :
                    files.filter(f -> f.toString().matches(".*/desk/.*\\.(html|java)")).toList()) {
                KEY.matcher(Files.readString(file))
                        .results()
                        .flatMap(r -> Stream.of(r.group(1), r.group(2), r.group(3)))
                        .filter(Objects::nonNull)
                        .forEach(used::add);
            }
        }
        // put together from a kind or a state
        for (var kind : new String[] {"not-yours", "unknown", "not-your-queue"}) {
            used.add("trouble." + kind + ".title");
            used.add("trouble." + kind + ".text");
        }
        for (var kind : refusals()) {
            used.add("refused." + kind + ".title");
            used.add("refused." + kind + ".text");
        }
        assertEquals(new TreeSet<>(texts("de").stringPropertyNames()), used);
    }

    /** As desk/OidcRefusal names them. */
    private static String[] refusals() {
        return new String[] {
            "provider-down",
            "clock",
            "token",
            "stale",
            "cancelled",
            "no-role",
            "two-roles",
            "no-office",
            "no-name",
            "name-taken",
            "simulated"
        };
    }

    private static Properties texts(String language) throws IOException {
        var name = "/de/buergerkiosk/central/desk/texts_" + language + ".properties";
        var texts = new Properties();
        try (var in =
                new InputStreamReader(
                        Objects.requireNonNull(
                                DeskTextsAreCompleteTest.class.getResourceAsStream(name)),
                        StandardCharsets.UTF_8)) {
            texts.load(in);
        }
        return texts;
    }
}
