package de.buergerkiosk.central.console;

import de.buergerkiosk.contract.json.CanonicalJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What is different between two documents of settings, value by value. */
final class Changes {
    private Changes() {}

    /**
     * One value.
     *
     * @param path JSON pointer (RFC 6901)
     */
    record Change(String path, Optional<JsonNode> before, Optional<JsonNode> after) {}

    /** By path; none when both say the same. */
    static List<Change> between(ObjectNode before, ObjectNode after) {
        var old = values(before);
        var young = values(after);
        var paths = new TreeSet<>(old.keySet());
        paths.addAll(young.keySet());
        var changes = new ArrayList<Change>();
        for (var path : paths) {
            var was = Optional.ofNullable(old.get(path));
            var is = Optional.ofNullable(young.get(path));
            if (!was.equals(is)) {
                changes.add(new Change(path, was, is));
            }
        }
        return List.copyOf(changes);
    }

    /** All values of a document by path; objects are no values, lists are. */
    static SequencedMap<String, JsonNode> values(ObjectNode document) {
        var values = new TreeMap<String, JsonNode>();
        collect("", document, values);
        return values;
    }

    private static void collect(String path, ObjectNode node, SequencedMap<String, JsonNode> into) {
        for (var field : node.properties()) {
            var here = path + "/" + field.getKey();
            if (field.getValue() instanceof ObjectNode inner) {
                collect(here, inner, into);
            } else {
                into.put(here, field.getValue());
            }
        }
    }

    /** The document with these changes made in it. */
    static ObjectNode made(ObjectNode document, List<Change> changes) {
        var values = new TreeMap<>(values(document));
        for (var change : changes) {
            change.after()
                    .ifPresentOrElse(
                            value -> values.put(change.path(), value),
                            () -> values.remove(change.path()));
        }
        var made = CanonicalJson.object();
        values.forEach((path, value) -> put(made, path, value));
        return made;
    }

    private static void put(ObjectNode into, String path, JsonNode value) {
        var steps = path.substring(1).split("/", -1);
        var node = into;
        for (int i = 0; i < steps.length - 1; i++) {
            node =
                    node.get(steps[i]) instanceof ObjectNode known
                            ? known
                            : node.putObject(steps[i]);
        }
        node.set(steps[steps.length - 1], value);
    }
}
