package de.buergerkiosk.forms.feel;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The names a rule sees and their values: every path of the schema, and {@code today}.
 *
 * <p>Nested maps are what FEEL resolves dotted names in; null is its way to say absent, and ends
 * here. For one thread.
 */
public final class Scope {
    /** The day of the filing. */
    public static final String TODAY = "today";

    private final Map<String, @Nullable Object> root = new HashMap<>();
    private final Map<String, Value> byPath = new HashMap<>();

    public Scope(LocalDate today, Collection<String> paths) {
        paths.forEach(path -> set(path, Value.nothing()));
        set(TODAY, new Value.Day(today));
    }

    /** The value at that path. */
    public Value get(String path) {
        return byPath.getOrDefault(path, Value.nothing());
    }

    /** Puts a value at a dotted path. */
    public void set(String path, Value value) {
        byPath.put(path, value);
        var map = root;
        var steps = path.split("\\.", -1);
        for (var i = 0; i < steps.length - 1; i++) {
            map = child(map, steps[i]);
        }
        map.put(steps[steps.length - 1], value.plain().orElse(null));
    }

    @SuppressWarnings("unchecked") // only set() fills these maps
    private static Map<String, @Nullable Object> child(
            Map<String, @Nullable Object> map, String step) {
        return (Map<String, @Nullable Object>)
                java.util.Objects.requireNonNull(
                        map.computeIfAbsent(step, _ -> new HashMap<String, @Nullable Object>()));
    }

    Map<String, @Nullable Object> plain() {
        return root;
    }

    @Override
    public String toString() {
        return "Scope[personal]";
    }
}
