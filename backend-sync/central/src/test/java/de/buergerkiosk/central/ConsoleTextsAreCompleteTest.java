package de.buergerkiosk.central;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.central.settings.SettingsSchema;
import de.buergerkiosk.central.watch.Incident;
import de.buergerkiosk.contract.json.CanonicalJson;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ConsoleTextsAreCompleteTest {
    /** A whole key in quotes or in a page; one that ends before a plus is put together. */
    private static final Pattern KEY =
            Pattern.compile("[\"'{](console\\.[A-Za-z.-]+[A-Za-z])(?=[\"'}(])(?![\"']\\s*\\+)");

    private static final Pattern STEM = Pattern.compile("[\"'](console\\.[A-Za-z.-]+)[\"']\\s*\\+");

    @Test
    void germanAndEnglishHaveTheSameKeysAndPlaces() throws Exception {
        var german = texts("de");
        var english = texts("en");
        assertEquals(german.stringPropertyNames(), english.stringPropertyNames());
        for (var key : german.stringPropertyNames()) {
            for (var place : List.of("{0", "{1", "{2")) {
                assertEquals(
                        german.getProperty(key).contains(place),
                        english.getProperty(key).contains(place),
                        key);
            }
            for (var text : List.of(german.getProperty(key), english.getProperty(key))) {
                assertTrue(!text.isBlank() && !text.contains("'"), key + ": use ’ as apostrophe");
            }
        }
    }

    @Test
    void eachKeyThatIsUsedExistsAndEachThatExistsIsUsed() throws Exception {
        var used = new TreeSet<String>();
        var stems = new TreeSet<String>();
        for (var file : sources()) {
            var text = Files.readString(file);
            KEY.matcher(text).results().map(r -> r.group(1)).forEach(used::add);
            STEM.matcher(text).results().map(r -> r.group(1)).forEach(stems::add);
        }
        used.removeIf(key -> key.startsWith("console.html"));
        var known = texts("de").stringPropertyNames();
        var missing = new TreeSet<>(used);
        missing.removeAll(known);
        assertEquals(new TreeSet<>(), missing);
        var idle = new TreeSet<>(known);
        idle.removeAll(used);
        idle.removeIf(key -> stems.stream().anyMatch(key::startsWith));
        assertEquals(new TreeSet<>(), idle);
    }

    @Test
    void eachKindOfIncidentHasItsWordsAndItsCure() throws Exception {
        var known = texts("de").stringPropertyNames();
        for (var kind : Incident.Kind.values()) {
            assertTrue(known.contains("console.kind." + kind.word()), kind.word());
            assertTrue(
                    kind == Incident.Kind.DEVICE_FAULT
                            || known.contains("console.cure." + kind.word()),
                    kind.word());
        }
    }

    /** A setting without a name of its own stands in the form as a word of the schema. */
    @Test
    void eachSettingHasItsNameAndEachSectionItsHelp() throws Exception {
        var known = texts("de").stringPropertyNames();
        var schema = CanonicalJson.read(SettingsSchema.shipped().text(), 1 << 20);
        var missing = new TreeSet<String>();
        named("", schema, schema, known, missing);
        schema.get("properties").propertyNames().stream()
                .map(section -> "console.help." + section)
                .filter(key -> !known.contains(key))
                .forEach(missing::add);
        assertEquals(new TreeSet<>(), missing);
    }

    private static void named(
            String path, JsonNode node, JsonNode root, Set<String> known, Set<String> missing) {
        for (var property : node.path("properties").properties()) {
            var here = path + "." + property.getKey();
            if (!known.contains("console.setting" + here)
                    && !known.contains("console.setting.any." + property.getKey())) {
                missing.add("console.setting" + here);
            }
            var reference = property.getValue().path("$ref").asString("#").substring(1);
            named(
                    here,
                    reference.isEmpty() ? property.getValue() : root.at(reference),
                    root,
                    known,
                    missing);
        }
    }

    private static List<Path> sources() throws IOException {
        var found = new ArrayList<Path>();
        try (var files = Files.walk(Path.of("src/main"))) {
            files.filter(f -> f.toString().matches(".*/console/.*\\.(html|java)"))
                    .forEach(found::add);
        }
        return found;
    }

    private static Properties texts(String language) throws IOException {
        var name = "/de/buergerkiosk/central/console/texts_" + language + ".properties";
        var texts = new Properties();
        try (var in =
                new InputStreamReader(
                        Objects.requireNonNull(
                                ConsoleTextsAreCompleteTest.class.getResourceAsStream(name)),
                        StandardCharsets.UTF_8)) {
            texts.load(in);
        }
        return texts;
    }
}
