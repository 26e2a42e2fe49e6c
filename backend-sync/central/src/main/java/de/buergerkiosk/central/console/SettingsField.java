package de.buergerkiosk.central.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One field of a layer's form.
 *
 * @param path JSON pointer (RFC 6901)
 * @param options words that can be chosen
 * @param truth the words are yes and no
 * @param schema what is said about it there, with references followed
 */
record SettingsField(String path, Kind kind, List<String> options, boolean truth, JsonNode schema) {
    /** Written into a field of a list to say: none, for example a day without hours. */
    static final String EMPTY_LIST = "-";

    private static final int LINE_CHARACTERS_MAX = 120;
    private static final String REFERENCE = "#/$defs/";

    /** How it is filled in. */
    enum Kind {
        NUMBER,
        TEXT,
        LONG_TEXT,
        CHOICE,
        /** Several words, separated by commas. */
        LIST,
        /** Words that get places. */
        PLACES,
        JSON
    }

    SettingsField {
        options = List.copyOf(options);
    }

    static boolean isEmptyList(String text) {
        return List.of(EMPTY_LIST, "–", "geschlossen", "closed")
                .contains(text.toLowerCase(Locale.ROOT));
    }

    /**
     * All fields of a schema, in its order.
     *
     * @param services the words of the list of services, which the schema cannot know
     */
    static List<SettingsField> of(ObjectNode schema, List<String> services) {
        var fields = new ArrayList<SettingsField>();
        collect("", schema, schema, services, fields);
        return List.copyOf(fields);
    }

    private static void collect(
            String path,
            JsonNode node,
            ObjectNode root,
            List<String> services,
            List<SettingsField> into) {
        for (var property : node.path("properties").properties()) {
            var here = path + "/" + property.getKey();
            var schema = followed(property.getValue(), root);
            if (schema.path("type").asString("").equals("object") && schema.has("properties")) {
                collect(here, schema, root, services, into);
            } else {
                into.add(of(here, schema, root, services));
            }
        }
    }

    private static JsonNode followed(JsonNode schema, ObjectNode root) {
        var reference = schema.path("$ref").asString("");
        return reference.startsWith(REFERENCE)
                ? root.path("$defs").path(reference.substring(REFERENCE.length()))
                : schema;
    }

    private static SettingsField of(
            String path, JsonNode schema, ObjectNode root, List<String> services) {
        var words = words(schema);
        if (!words.isEmpty()) {
            return new SettingsField(path, Kind.CHOICE, words, false, schema);
        }
        return switch (schema.path("type").asString("")) {
            case "boolean" ->
                    new SettingsField(path, Kind.CHOICE, List.of("true", "false"), true, schema);
            case "integer" -> new SettingsField(path, Kind.NUMBER, List.of(), false, schema);
            case "string" -> {
                var kind =
                        schema.path("maxLength").asInt(0) > LINE_CHARACTERS_MAX
                                        && !schema.has("pattern")
                                ? Kind.LONG_TEXT
                                : Kind.TEXT;
                yield new SettingsField(path, kind, List.of(), false, schema);
            }
            case "array" -> array(path, schema, root, services);
            default -> new SettingsField(path, Kind.JSON, List.of(), false, schema);
        };
    }

    private static SettingsField array(
            String path, JsonNode schema, ObjectNode root, List<String> services) {
        var items = followed(schema.path("items"), root);
        var words = path.equals(SettingsForm.SERVICES) ? services : words(items);
        if (!words.isEmpty()) {
            return new SettingsField(path, Kind.PLACES, words, false, schema);
        }
        var kind = items.path("type").asString("").equals("string") ? Kind.LIST : Kind.JSON;
        return new SettingsField(path, kind, List.of(), false, schema);
    }

    private static List<String> words(JsonNode schema) {
        return schema.path("enum").valueStream().map(JsonNode::asString).toList();
    }

    /** The uppermost part of a layer that it belongs to. */
    String section() {
        int end = path.indexOf('/', 1);
        return end < 0 ? path : path.substring(0, end);
    }

    String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** Whether a violation at this place is one of this field's value. */
    boolean holds(String place) {
        return place.equals(path) || place.startsWith(path + "/");
    }

    long minimum() {
        return schema.path("minimum").asLong(Long.MIN_VALUE);
    }

    long maximum() {
        return schema.path("maximum").asLong(Long.MAX_VALUE);
    }

    int charactersMax() {
        return schema.path("maxLength").asInt(0);
    }
}
