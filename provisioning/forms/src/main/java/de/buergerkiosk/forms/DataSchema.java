package de.buergerkiosk.forms;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import de.buergerkiosk.forms.feel.SafePattern;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The schema of a service's data: its fields by path, and the validation of whole documents. */
record DataSchema(Map<String, Field> fields, Schema schema) {
    static final String FILE = "data.schema.json";

    /** What a document breaks: the keyword of JSON Schema at the path of a field or object. */
    record Violation(String path, String keyword) {}

    static DataSchema of(JsonNode document, Findings findings) {
        var fields = new LinkedHashMap<String, Field>();
        collect(document, "", "", fields, findings);
        return new DataSchema(fields, Shape.registry().getSchema(document));
    }

    Optional<Field> field(String path) {
        return Optional.ofNullable(fields.get(path));
    }

    List<Violation> validate(JsonNode data) {
        var violations = new ArrayList<Violation>();
        for (Error error : schema.validate(data)) {
            var at = error.getInstanceLocation().toString();
            var path = (at.startsWith("/") ? at.substring(1) : at).replace('/', '.');
            var keyword = String.valueOf(error.getKeyword());
            var property = error.getProperty();
            if (property != null) {
                path = path.isEmpty() ? property : path + "." + property;
            }
            violations.add(new Violation(path, keyword));
        }
        return violations;
    }

    private static void collect(
            JsonNode object,
            String prefix,
            String place,
            Map<String, Field> fields,
            Findings findings) {
        var required = object.path("required").valueStream().map(JsonNode::asString).toList();
        object.path("properties")
                .properties()
                .forEach(entry -> {
                    var path = prefix + entry.getKey();
                    var at = place + "/properties/" + entry.getKey();
                    var property = entry.getValue();
                    if (property.path("type").asString().equals("object")) {
                        collect(property, path + ".", at, fields, findings);
                    } else {
                        checkPattern(property, at, findings);
                        fields.put(path, field(path, property, required.contains(entry.getKey())));
                    }
                });
        for (var i = 0; i < required.size(); i++) {
            if (!object.path("properties").has(required.get(i))) {
                findings.add(
                        FILE,
                        place + "/required/" + i,
                        "\"" + required.get(i) + "\" is required but not described",
                        "Add it to properties or remove it from required.");
            }
        }
    }

    private static void checkPattern(JsonNode property, String at, Findings findings) {
        if (property.has("pattern")) {
            SafePattern.objection(property.path("pattern").asString())
                    .ifPresent(objection ->
                            findings.add(
                                    FILE,
                                    at + "/pattern",
                                    objection,
                                    "Write a pattern that cannot run away: no repeated groups."));
        }
    }

    private static Field field(String path, JsonNode property, boolean required) {
        var values = property.path("enum").valueStream().map(JsonNode::asString).toList();
        return new Field(
                path,
                type(property),
                required,
                property.path("readOnly").asBoolean(false),
                property.path("x-personal").asBoolean(true),
                property.path("maxLength").asInt(values.isEmpty() ? 0 : 100),
                number(property.path("minimum")),
                number(property.path("maximum")),
                values);
    }

    private static BigDecimal number(JsonNode node) {
        return node.isNumber() ? node.decimalValue() : BigDecimal.ZERO;
    }

    private static Field.Type type(JsonNode property) {
        return switch (property.path("type").asString()) {
            case "integer" -> Field.Type.INTEGER;
            case "number" -> Field.Type.DECIMAL;
            case "boolean" -> Field.Type.TRUTH;
            default -> property.has("format") ? Field.Type.DAY : Field.Type.TEXT;
        };
    }
}
