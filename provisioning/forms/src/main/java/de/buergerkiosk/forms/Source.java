package de.buergerkiosk.forms;

import de.buergerkiosk.forms.feel.Cell;
import de.buergerkiosk.forms.feel.Expression;
import de.buergerkiosk.forms.feel.Feel;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** A folder's documents, its words and its schema: what every reader of a file needs. */
record Source(Map<String, JsonNode> documents, DataSchema schema, Texts texts, Findings findings) {

    Optional<JsonNode> document(String file) {
        return Optional.ofNullable(documents.get(file));
    }

    /** Parses a rule and checks that it reads nothing but fields of the schema. */
    Optional<Expression> expression(String file, String place, String source) {
        return switch (Feel.expression(source)) {
            case Feel.Parsed<Expression>(var expression) -> {
                checkNames(file, place, expression.names());
                yield Optional.of(expression);
            }
            case Feel.Refused<Expression>(var message) -> {
                refuse(file, place, message);
                yield Optional.empty();
            }
        };
    }

    /** Parses a cell of a decision table. */
    Optional<Cell> cell(String file, String place, String source) {
        return switch (Feel.cell(source)) {
            case Feel.Parsed<Cell>(var cell) -> {
                checkNames(file, place, cell.names());
                yield Optional.of(cell);
            }
            case Feel.Refused<Cell>(var message) -> {
                refuse(file, place, message);
                yield Optional.empty();
            }
        };
    }

    /** The field at that path; an unknown one is a finding. */
    Optional<Field> field(String file, String place, String path) {
        var field = schema.field(path);
        if (field.isEmpty()) {
            findings.add(
                    file,
                    place,
                    "the path \"" + path + "\" is not in the schema",
                    "Correct the path or describe it in " + DataSchema.FILE + ".");
        }
        return field;
    }

    /** Turns the scope of a control (JSON pointer into the schema) into a path. */
    static String path(String scope) {
        return scope.substring("#/properties/".length()).replace("/properties/", ".");
    }

    /** A day; one that the calendar lacks is a finding. */
    LocalDate day(String file, String place, JsonNode node) {
        try {
            return LocalDate.parse(node.asString());
        } catch (DateTimeException wrong) {
            findings.add(file, place, "no such day: " + node.asString(), "Write a real date.");
            return LocalDate.EPOCH;
        }
    }

    Optional<LocalDate> day(String file, String place, JsonNode parent, String key) {
        return parent.has(key)
                ? Optional.of(day(file, place + "/" + key, parent.path(key)))
                : Optional.empty();
    }

    static Map<String, String> strings(JsonNode object) {
        var strings = new HashMap<String, String>();
        object.properties()
                .forEach(entry -> strings.put(entry.getKey(), entry.getValue().asString()));
        return strings;
    }

    private void checkNames(String file, String place, Set<String> names) {
        for (var name : names) {
            if (schema.field(name).isEmpty()) {
                findings.add(
                        file,
                        place,
                        "the rule reads \"" + name + "\", which is not in the schema",
                        "Correct the name or describe it in " + DataSchema.FILE + ".");
            }
        }
    }

    private void refuse(String file, String place, String message) {
        findings.add(file, place, "the rule cannot be used: " + message, "Correct the rule.");
    }
}
