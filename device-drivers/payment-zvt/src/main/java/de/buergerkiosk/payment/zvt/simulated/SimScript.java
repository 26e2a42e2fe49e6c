package de.buergerkiosk.payment.zvt.simulated;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads scripts: one JSON object a line, one line for each payment; empty lines and lines that begin
 * with # are passed over.
 */
final class SimScript {
    private static final Set<String> KEYS =
            Set.of("fault", "line", "cardholder", "delayMs", "quirks");

    private SimScript() {}

    /** The script says something that does not exist; the message names it and what there is. */
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        Unreadable(String message) {
            super(message);
        }
    }

    static List<ScriptStep> read(Path file) throws Unreadable {
        List<String> lines;
        try {
            lines = Files.readAllLines(file);
        } catch (IOException unreadable) {
            throw new Unreadable(file + " cannot be read: " + unreadable.getMessage());
        }
        var steps = new ArrayList<ScriptStep>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            try {
                steps.add(step(line));
            } catch (Unreadable wrong) {
                throw new Unreadable(file + ", line " + (i + 1) + ": " + wrong.getMessage());
            }
        }
        return steps;
    }

    /** Such as {@code {"fault":"cut-after-ack","line":["late@4"],"cardholder":"cancel"}}. */
    static ScriptStep step(String text) throws Unreadable {
        JsonNode json = object(text);
        for (String key : json.propertyNames()) {
            if (!KEYS.contains(key)) {
                throw new Unreadable("\"" + key + "\" is none of " + sorted(KEYS));
            }
        }
        return new ScriptStep(
                fault(json.path("fault").asString("none")),
                lineFaults(json.path("line")),
                plan(json.path("cardholder")),
                delay(json.path("delayMs")),
                json.has("quirks") ? Optional.of(quirks(json.path("quirks"))) : Optional.empty());
    }

    static JsonNode object(String text) throws Unreadable {
        try {
            JsonNode json = JsonMapper.shared().readTree(text);
            if (json.isObject()) {
                return json;
            }
        } catch (JacksonException notJson) {
            throw new Unreadable("not JSON: " + notJson.getOriginalMessage());
        }
        throw new Unreadable("not a JSON object");
    }

    /** An object with that one key, which has to be there: nothing is cleared by a slip of the pen. */
    static JsonNode only(String text, String key) throws Unreadable {
        JsonNode json = object(text);
        for (String each : json.propertyNames()) {
            if (!each.equals(key)) {
                throw new Unreadable("\"" + each + "\" is not \"" + key + "\"");
            }
        }
        if (json.isEmpty()) {
            throw new Unreadable("\"" + key + "\" is missing");
        }
        return json.path(key);
    }

    static TerminalFault fault(String name) throws Unreadable {
        return TerminalFault.named(name)
                .orElseThrow(
                        () -> new Unreadable(name + " is not a fault; --fault list prints them"));
    }

    static List<LineFault> lineFaults(JsonNode json) throws Unreadable {
        var faults = new ArrayList<LineFault>();
        for (String each : texts(json)) {
            faults.add(
                    LineFault.read(each)
                            .orElseThrow(() ->
                                    new Unreadable(
                                            each
                                                    + " is no fault of the line, such as lose@4;"
                                                    + " kinds are "
                                                    + kinds())));
        }
        return faults;
    }

    private static String kinds() {
        var kinds = new ArrayList<String>();
        for (LineFault.Kind kind : LineFault.Kind.values()) {
            kinds.add(kind.optionName());
        }
        return String.join(", ", kinds);
    }

    static Set<Quirk> quirks(JsonNode json) throws Unreadable {
        var quirks = new HashSet<Quirk>();
        for (String each : texts(json)) {
            quirks.add(
                    Quirk.named(each)
                            .orElseThrow(() ->
                                    new Unreadable(
                                            each + " is not a quirk; --quirk list prints them")));
        }
        return quirks;
    }

    /** One text, or an array of texts. */
    private static List<String> texts(JsonNode json) throws Unreadable {
        if (json.isMissingNode()) {
            return List.of();
        }
        if (json.isString()) {
            return List.of(json.asString());
        }
        if (!json.isArray()) {
            throw new Unreadable("a text or a list of texts expected instead of " + json);
        }
        var all = new ArrayList<String>();
        for (JsonNode each : json) {
            if (!each.isString()) {
                throw new Unreadable("text expected instead of " + each);
            }
            all.add(each.asString());
        }
        return all;
    }

    private static Optional<ScriptStep.Plan> plan(JsonNode json) throws Unreadable {
        if (json.isMissingNode()) {
            return Optional.empty();
        }
        String name = json.asString("");
        for (ScriptStep.Plan plan : ScriptStep.Plan.values()) {
            if (plan.name().toLowerCase(Locale.ROOT).equals(name)) {
                return Optional.of(plan);
            }
        }
        throw new Unreadable("cardholder: " + name + " is none of pay, cancel, declined, away");
    }

    private static Optional<Duration> delay(JsonNode json) throws Unreadable {
        if (json.isMissingNode()) {
            return Optional.empty();
        }
        if (!json.isIntegralNumber() || json.asLong() < 0 || json.asLong() > 600_000) {
            throw new Unreadable("delayMs: " + json + " is out of range; use 0 to 600000");
        }
        return Optional.of(Duration.ofMillis(json.asLong()));
    }

    private static List<String> sorted(Set<String> names) {
        return names.stream().sorted().toList();
    }
}
