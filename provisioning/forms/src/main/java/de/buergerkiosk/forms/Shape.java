package de.buergerkiosk.forms;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.AnnotationKeyword;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;

/** The JSON Schema of each kind of file in a service folder; unknown keys are refused. */
enum Shape {
    SERVICE,
    DATA,
    PAGES,
    RULES,
    FEES,
    TABLE,
    TEXTS,
    PREFILL,
    RECEIPT,
    TESTS;

    /** Compiled when first needed: most kiosks meet few kinds of files. */
    private static final Map<Shape, Schema> COMPILED = new ConcurrentHashMap<>();

    /** JSON Schema 2020-12 and the one keyword of ours, which asserts nothing. */
    private static final Dialect DIALECT =
            Dialect.builder(Dialects.getDraft202012())
                    .keyword(new AnnotationKeyword("x-personal"))
                    .build();

    static SchemaRegistry registry() {
        return SchemaRegistry.withDefaultDialect(DIALECT);
    }

    /** Adds a finding for everything in the document that breaks the shape. */
    void check(String file, JsonNode document, Findings findings) {
        for (var error : schema().validate(document)) {
            findings.add(file, place(error), message(error), cure(error));
        }
    }

    private Schema schema() {
        return COMPILED.computeIfAbsent(this, shape -> read(shape.name().toLowerCase(Locale.ROOT)));
    }

    private static String place(Error error) {
        var at = error.getInstanceLocation().toString();
        var property = error.getProperty();
        return property == null || error.getKeyword().equals("required")
                ? at
                : at + "/" + property.replace("~", "~0").replace("/", "~1");
    }

    private static String message(Error error) {
        var message = error.getMessage();
        return message == null ? "breaks the rule " + error.getKeyword() : message;
    }

    private String cure(Error error) {
        var property = error.getProperty();
        return switch (String.valueOf(error.getKeyword())) {
            case "additionalProperties", "unevaluatedProperties" ->
                    "Remove the key \"" + property + "\" or correct its spelling.";
            case "required" -> "Add the key \"" + property + "\".";
            case "enum", "const" -> "Use one of the values that the message names.";
            case "type" -> "Write a value of the type that the message names.";
            case "pattern", "propertyNames" -> "Write it in the form that the message names.";
            default -> "Correct it; the shape is in " + resource() + ".";
        };
    }

    private String resource() {
        return name().toLowerCase(Locale.ROOT) + ".schema.json of the form engine";
    }

    private static Schema read(String name) {
        var resource = "schema/" + name + ".schema.json";
        try (var in = Shape.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the engine lacks its " + resource);
            }
            var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return registry().getSchema(text, InputFormat.JSON);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
