package de.buergerkiosk.central.settings;

import de.buergerkiosk.central.settings.Layer.Origin;
import de.buergerkiosk.contract.json.CanonicalJson;
import de.buergerkiosk.contract.json.MalformedDocument;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What results of the layers of one kiosk. Objects are merged field by field; anything else, lists
 * included, is one value that a narrower layer replaces as a whole.
 */
public final class EffectiveSettings {
    private final TreeMap<String, Setting> byPath = new TreeMap<>();
    private final ObjectNode json = CanonicalJson.object();

    private EffectiveSettings() {}

    /**
     * Of these layers, in any order; groups that say different things count in the order in which
     * they come.
     *
     * @throws MalformedDocument naming the path, when a layer says null, or one has a value where
     *     another has fields
     */
    public static EffectiveSettings of(Collection<Layer> layers) {
        var result = new EffectiveSettings();
        layers.stream()
                .sorted(Comparator.comparing(Layer::level))
                .forEach(layer -> result.put(layer.origin(), "", layer.values(), result.json));
        return result;
    }

    /** Every value with its origin, by path. */
    public SequencedMap<String, Setting> settings() {
        return Collections.unmodifiableSequencedMap(byPath);
    }

    /** The document that goes into a bundle. */
    public ObjectNode json() {
        return json.deepCopy();
    }

    private void put(Origin origin, String path, ObjectNode from, ObjectNode into) {
        for (var field : from.properties()) {
            var here = path + "/" + field.getKey().replace("~", "~0").replace("/", "~1");
            var there = into.get(field.getKey());
            switch (field.getValue()) {
                case ObjectNode inner -> {
                    if (there != null && !(there instanceof ObjectNode)) {
                        throw clash(here);
                    }
                    var target =
                            there instanceof ObjectNode known
                                    ? known
                                    : into.putObject(field.getKey());
                    put(origin, here, inner, target);
                }
                case JsonNode value -> {
                    if (value.isNull()) {
                        throw new MalformedDocument(
                                here, "is null; leave it out to take the value from above");
                    }
                    if (there instanceof ObjectNode) {
                        throw clash(here);
                    }
                    into.set(field.getKey(), value);
                    byPath.merge(
                            here,
                            new Setting(here, value, origin, List.of()),
                            EffectiveSettings::over);
                }
            }
        }
    }

    private static Setting over(Setting wider, Setting narrower) {
        var overridden = new ArrayList<>(wider.overridden());
        overridden.add(wider.origin());
        return new Setting(narrower.path(), narrower.value(), narrower.origin(), overridden);
    }

    private static MalformedDocument clash(String path) {
        return new MalformedDocument(path, "has fields in one layer and is a value in another");
    }
}
