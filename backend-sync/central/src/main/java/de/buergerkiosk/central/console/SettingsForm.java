package de.buergerkiosk.central.console;

import de.buergerkiosk.central.settings.SettingsSchema.Violation;
import de.buergerkiosk.contract.json.CanonicalJson;
import de.buergerkiosk.contract.json.MalformedDocument;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A layer as a form. Which fields there are follows from the schema, so a new setting has its field
 * without new code; what has no better one is edited as JSON. An empty field is not in the layer.
 *
 * <p>Fields are named by JSON pointers (RFC 6901); a list that is put in order has one field per word,
 * {@code /services#parking-permit}, with its place.
 */
final class SettingsForm {
    /** The list whose words are the city's services. */
    static final String SERVICES = "/services";

    private static final int JSON_BYTES_MAX = 64 << 10;
    private static final int LAYER_BYTES_MAX = 2 << 20;

    private final List<SettingsField> fields;

    SettingsForm(List<SettingsField> fields) {
        this.fields = List.copyOf(fields);
    }

    List<SettingsField> fields() {
        return fields;
    }

    /** What stands in the form for a layer, by the names of its inputs. */
    Map<String, String> inputs(ObjectNode layer) {
        var inputs = new TreeMap<String, String>();
        for (var field : fields) {
            var value = layer.at(field.path());
            if (!value.isMissingNode()) {
                show(field, value, inputs);
            }
        }
        return inputs;
    }

    private static void show(SettingsField field, JsonNode value, Map<String, String> inputs) {
        switch (field.kind()) {
            case PLACES -> {
                int place = 0;
                for (var word : value.values()) {
                    place++;
                    inputs.put(field.path() + "#" + word.asString(), String.valueOf(place));
                }
            }
            case LIST -> inputs.put(field.path(), list(value));
            case JSON -> inputs.put(field.path(), value.toPrettyString());
            case NUMBER, TEXT, LONG_TEXT, CHOICE -> inputs.put(field.path(), value.asString());
        }
    }

    private static String list(JsonNode value) {
        return value.isEmpty()
                ? SettingsField.EMPTY_LIST
                : value.valueStream().map(JsonNode::asString).collect(Collectors.joining(", "));
    }

    /** A layer, and what could not even be written into it. */
    record Read(ObjectNode layer, List<Violation> violations) {}

    /** The layer that a form says. Whether the schema allows it is for the schema to say. */
    Read read(Map<String, String> inputs) {
        var layer = CanonicalJson.object();
        var wrong = new ArrayList<Violation>();
        for (var field : fields) {
            switch (field.kind()) {
                case PLACES -> places(field, inputs, layer, wrong);
                case LIST -> list(field, filled(field, inputs), layer);
                case JSON -> json(field, filled(field, inputs), layer, wrong);
                case NUMBER -> number(field, filled(field, inputs), layer);
                case TEXT, LONG_TEXT, CHOICE -> text(field, filled(field, inputs), layer);
            }
        }
        // read again, so that a number is of the kind that it has in a kept layer
        var kept = CanonicalJson.read(CanonicalJson.text(layer), LAYER_BYTES_MAX);
        return new Read(kept, List.copyOf(wrong));
    }

    private static String filled(SettingsField field, Map<String, String> inputs) {
        return inputs.getOrDefault(field.path(), "").strip();
    }

    /** What is no number goes in as it is, and the schema finds it. */
    private static void number(SettingsField field, String text, ObjectNode layer) {
        if (text.matches("-?\\d{1,15}")) {
            parent(layer, field).put(field.name(), Long.parseLong(text));
        } else {
            text(field, text, layer);
        }
    }

    private static void text(SettingsField field, String text, ObjectNode layer) {
        if (text.isEmpty()) {
            return;
        }
        if (field.truth() && (text.equals("true") || text.equals("false"))) {
            parent(layer, field).put(field.name(), Boolean.parseBoolean(text));
        } else {
            // browsers send both signs of a new line
            parent(layer, field).put(field.name(), text.replace("\r\n", "\n"));
        }
    }

    private static void list(SettingsField field, String text, ObjectNode layer) {
        if (text.isEmpty()) {
            return;
        }
        var array = parent(layer, field).putArray(field.name());
        if (!SettingsField.isEmptyList(text)) {
            Arrays.stream(text.split(",", -1)).map(String::strip).forEach(array::add);
        }
    }

    private static void places(
            SettingsField field,
            Map<String, String> inputs,
            ObjectNode layer,
            List<Violation> wrong) {
        var byPlace = new TreeMap<Integer, String>();
        for (var word : words(field, inputs)) {
            var place = inputs.getOrDefault(field.path() + "#" + word, "");
            if (!place.matches("\\d{1,3}")) {
                continue;
            }
            if (byPlace.put(Integer.parseInt(place), word) != null) {
                wrong.add(new Violation(field.path(), "one place is taken twice"));
            }
        }
        if (!byPlace.isEmpty()) {
            var array = parent(layer, field).putArray(field.name());
            byPlace.values().forEach(array::add);
        }
    }

    /** Also words that nobody offers any more, so that a layer is not changed by looking at it. */
    static List<String> words(SettingsField field, Map<String, String> inputs) {
        var words = new LinkedHashMap<String, Boolean>();
        field.options().forEach(word -> words.put(word, true));
        var stem = field.path() + "#";
        inputs.keySet().stream()
                .filter(name -> name.startsWith(stem))
                .forEach(name -> words.put(name.substring(stem.length()), true));
        return List.copyOf(words.keySet());
    }

    private static void json(
            SettingsField field, String text, ObjectNode layer, List<Violation> wrong) {
        if (text.isEmpty()) {
            return;
        }
        try {
            // read as a field of a document, because any value may stand there
            var value = CanonicalJson.read("{\"value\":" + text + "}", JSON_BYTES_MAX).get("value");
            parent(layer, field).set(field.name(), value);
        } catch (MalformedDocument e) {
            wrong.add(new Violation(field.path(), e.problem()));
        }
    }

    private static ObjectNode parent(ObjectNode layer, SettingsField field) {
        var steps = field.path().substring(1).split("/", -1);
        var node = layer;
        for (int i = 0; i < steps.length - 1; i++) {
            node =
                    node.get(steps[i]) instanceof ObjectNode known
                            ? known
                            : node.putObject(steps[i]);
        }
        return node;
    }

    /**
     * The field at which a violation is shown; the violation may be above it (a text that lacks one of
     * its languages) or below it (one word of a list).
     */
    Map<String, Violation> atFields(List<Violation> violations, Map<String, String> inputs) {
        var found = new LinkedHashMap<String, Violation>();
        for (var violation : violations) {
            fields.stream()
                    .filter(field -> field.holds(violation.path()))
                    .findFirst()
                    .or(() ->
                            below(violation.path()).stream()
                                    .filter(field -> filled(field, inputs).isEmpty())
                                    .findFirst())
                    .or(() -> below(violation.path()).stream().findFirst())
                    .ifPresent(field -> found.putIfAbsent(field.path(), violation));
        }
        return found;
    }

    private List<SettingsField> below(String path) {
        return fields.stream().filter(field -> field.path().startsWith(path + "/")).toList();
    }
}
