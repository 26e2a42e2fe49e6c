package de.buergerkiosk.forms;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.node.StringNode;

/**
 * What the citizen entered, raw and by path; immutable. It is kept also where it could not be
 * understood or where its page is hidden at the moment, so that nothing has to be typed twice.
 */
public record Answers(SortedMap<String, String> rawByPath) {
    private static final int VALUES_MAX = 500;
    private static final int VALUE_LENGTH_MAX = 4_000;
    private static final int JSON_LENGTH_MAX = 1_000_000;

    public Answers {
        rawByPath = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(rawByPath));
        if (rawByPath.size() > VALUES_MAX
                || rawByPath.values().stream().anyMatch(v -> v.length() > VALUE_LENGTH_MAX)) {
            throw new IllegalArgumentException("more answers than any form can hold");
        }
    }

    public static Answers empty() {
        return new Answers(new TreeMap<>());
    }

    /** The raw answer, empty when there is none. */
    public String raw(String path) {
        return rawByPath.getOrDefault(path, "");
    }

    Answers with(Map<String, String> more) {
        var all = new TreeMap<>(rawByPath);
        all.putAll(more);
        return new Answers(all);
    }

    /** Canonical JSON: one object, keys sorted, no white space. */
    public String json() {
        var json = new StringBuilder("{");
        rawByPath.forEach((path, raw) -> {
            if (json.length() > 1) {
                json.append(',');
            }
            json.append(StringNode.valueOf(path)).append(':').append(StringNode.valueOf(raw));
        });
        return json.append('}').toString();
    }

    /**
     * The reverse of {@link #json}.
     *
     * @throws IllegalArgumentException when it is anything else than one flat object of texts
     */
    public static Answers of(String json) {
        if (json.length() > JSON_LENGTH_MAX) {
            throw new IllegalArgumentException("more answers than any form can hold");
        }
        return switch (StrictJson.parse(json)) {
            case StrictJson.Parsed(var node) when node.isObject() -> {
                var raw = new TreeMap<String, String>();
                node.properties()
                        .forEach(entry -> {
                            if (!entry.getValue().isString()) {
                                throw new IllegalArgumentException("an answer that is not a text");
                            }
                            raw.put(entry.getKey(), entry.getValue().stringValue());
                        });
                yield new Answers(raw);
            }
            case StrictJson.Parsed _ -> throw new IllegalArgumentException("not an object");
            case StrictJson.Damaged(var place, _) ->
                    throw new IllegalArgumentException("answers are not JSON: " + place);
        };
    }

    @Override
    public String toString() {
        return "[personal]";
    }
}
