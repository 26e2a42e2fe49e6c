package de.buergerkiosk.main;

import de.buergerkiosk.main.WrongSettings.Finding;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.dataformat.yaml.YAMLFactory;

/** A YAML file of two levels as text values by dotted field, each with its line. */
final class YamlValues {
    /** Not a mapper: what that loads besides takes longer than the file, and it is on the way to the first page. */
    private static final YAMLFactory YAML = new YAMLFactory();

    /** A value as it is written; a list is joined by commas. */
    record Value(String text, int line) {}

    private YamlValues() {}

    static Map<String, Value> read(String file, String yaml) throws WrongSettings {
        var values = new LinkedHashMap<String, Value>();
        try (var parser = YAML.createParser(ObjectReadContext.empty(), yaml)) {
            read(parser, file, values);
        } catch (JacksonException e) {
            throw new WrongSettings(
                    List.of(
                            new Finding(
                                    "document",
                                    file + ":" + e.getLocation().getLineNr(),
                                    "is not YAML: " + e.getOriginalMessage(),
                                    "Compare with: ./kiosk run --print-config")));
        }
        return values;
    }

    private static void read(JsonParser parser, String file, Map<String, Value> values)
            throws WrongSettings {
        var path = new ArrayDeque<String>();
        for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
            int line = parser.currentTokenLocation().getLineNr();
            if (token == JsonToken.PROPERTY_NAME) {
                path.addLast(parser.currentName());
            } else if (token == JsonToken.START_ARRAY) {
                put(values, path, list(parser), line, file);
            } else if (token == JsonToken.END_OBJECT) {
                path.pollLast();
            } else if (token.isScalarValue()) {
                put(values, path, parser.getString(), line, file);
            }
        }
    }

    private static String list(JsonParser parser) {
        var items = new java.util.ArrayList<String>();
        for (var token = parser.nextToken();
                token != null && token != JsonToken.END_ARRAY;
                token = parser.nextToken()) {
            items.add(parser.getString());
        }
        return String.join(",", items);
    }

    private static void put(
            Map<String, Value> values, ArrayDeque<String> path, String text, int line, String file)
            throws WrongSettings {
        if (path.isEmpty()) {
            throw new WrongSettings(
                    List.of(
                            new Finding(
                                    "document",
                                    file + ":" + line,
                                    "has no sections, only a list or a text",
                                    "Compare with: ./kiosk run --print-config")));
        }
        var field = String.join(".", path);
        path.pollLast();
        if (values.put(field, new Value(text, line)) != null) {
            throw new WrongSettings(
                    List.of(new Finding(field, file + ":" + line, "is there twice", "Delete one")));
        }
    }
}
