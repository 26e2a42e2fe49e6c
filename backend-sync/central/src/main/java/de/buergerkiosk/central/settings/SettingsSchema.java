package de.buergerkiosk.central.settings;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.node.ObjectNode;

/** What may stand in a layer: JSON Schema 2020-12, and what a schema cannot say. */
public final class SettingsSchema {
    private static final int FINDINGS_MAX = 20;

    private final String text;
    private final Schema schema;

    private SettingsSchema(String text) {
        this.text = text;
        this.schema =
                SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(text, InputFormat.JSON);
    }

    /** The one that comes with the centre. */
    public static SettingsSchema shipped() {
        try (var in =
                SettingsSchema.class.getResourceAsStream(
                        "/de/buergerkiosk/central/settings/settings.schema.json")) {
            return new SettingsSchema(
                    new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The schema itself, for editors. */
    public String text() {
        return text;
    }

    /**
     * One thing that is wrong.
     *
     * @param path JSON pointer (RFC 6901)
     */
    public record Violation(String path, String problem) {}

    /** What is wrong with a layer; none when it may be kept. */
    public List<Violation> check(ObjectNode layer) {
        var found = new ArrayList<Violation>();
        for (Error error : schema.validate(layer)) {
            found.add(new Violation(error.getInstanceLocation().toString(), error.getMessage()));
        }
        if (found.isEmpty()) {
            hours(layer, found);
            staff(layer, found);
        }
        return found.stream().limit(FINDINGS_MAX).toList();
    }

    /** A code names one person. */
    private static void staff(ObjectNode layer, List<Violation> found) {
        var codes = new HashSet<String>();
        for (var person : layer.path("staff").values()) {
            if (!codes.add(person.path("code").stringValue())) {
                found.add(new Violation("/staff", "a code stands there twice"));
            }
        }
    }

    /** Hours of a day begin before they end, and do not overlap. */
    private static void hours(ObjectNode layer, List<Violation> found) {
        for (var day : layer.path("openingHours").properties()) {
            var before = "";
            for (var span : day.getValue().values()) {
                var ends = span.stringValue().split("-", 2);
                if (ends[0].compareTo(ends[1]) >= 0 || ends[0].compareTo(before) < 0) {
                    found.add(
                            new Violation(
                                    "/openingHours/" + day.getKey(),
                                    "each span must begin before it ends, and after the one before"
                                            + " it"));
                }
                before = ends[1];
            }
        }
    }
}
