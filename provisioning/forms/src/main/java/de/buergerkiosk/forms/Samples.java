package de.buergerkiosk.forms;

import de.buergerkiosk.forms.feel.Expression;
import de.buergerkiosk.forms.feel.Scope;
import de.buergerkiosk.forms.feel.Value;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Made-up answers: two full sets with a value of the right type for every field, and, where fields
 * have few enough values, all combinations of them.
 */
final class Samples {
    private static final int COMBINATIONS_MAX = 5_000;

    private final DataSchema schema;
    private final LocalDate day;

    Samples(DataSchema schema, LocalDate day) {
        this.schema = schema;
        this.day = day;
    }

    /** Every field answered, once with its first and once with its last value. */
    List<Scope> full() {
        var first = empty();
        var last = empty();
        schema.fields()
                .values()
                .forEach(field -> {
                    first.set(field.path(), some(field, true));
                    last.set(field.path(), some(field, false));
                });
        return List.of(first, last);
    }

    /**
     * Every combination of the values of these fields, absence included; empty when they are too
     * many to go through.
     */
    Optional<List<Scope>> all(Set<String> names) {
        var scopes = new ArrayList<List<Value>>();
        scopes.add(List.of());
        var paths = List.copyOf(names);
        for (var path : paths) {
            var values = schema.field(path).map(Samples::values).orElse(List.of());
            if (values.isEmpty() || scopes.size() * values.size() > COMBINATIONS_MAX) {
                return Optional.empty();
            }
            var longer = new ArrayList<List<Value>>();
            for (var scope : scopes) {
                for (var value : values) {
                    var more = new ArrayList<>(scope);
                    more.add(value);
                    longer.add(more);
                }
            }
            scopes.clear();
            scopes.addAll(longer);
        }
        return Optional.of(scopes.stream().map(values -> scope(paths, values)).toList());
    }

    /** Whether no answer at all can make all of these hold; false when that cannot be decided. */
    boolean isNeverTrue(Collection<Expression> conditions) {
        var names = new HashSet<String>();
        conditions.forEach(condition -> names.addAll(condition.names()));
        Predicate<Scope> holds =
                scope ->
                        conditions.stream()
                                .allMatch(condition -> condition.evaluate(scope).isTrue());
        return all(names).map(scopes -> scopes.stream().noneMatch(holds)).orElse(false);
    }

    /** Complaints about an absent value are none: rules meet absent values all the time. */
    static boolean isAboutTypes(String complaint) {
        return !complaint.contains("'null'") && !complaint.contains("Can't parse");
    }

    static boolean fits(Value value, Field.Type type) {
        return switch (value) {
            case Value.Nothing _ -> true;
            case Value.Text _ -> type == Field.Type.TEXT;
            case Value.Quantity _ -> type == Field.Type.INTEGER || type == Field.Type.DECIMAL;
            case Value.Truth _ -> type == Field.Type.TRUTH;
            case Value.Day _ -> type == Field.Type.DAY;
        };
    }

    static String name(Field.Type type) {
        return switch (type) {
            case TEXT -> "a text";
            case INTEGER, DECIMAL -> "a number";
            case TRUTH -> "yes or no";
            case DAY -> "a date";
        };
    }

    private Scope empty() {
        return new Scope(day, schema.fields().keySet());
    }

    private Scope scope(List<String> paths, List<Value> values) {
        var scope = empty();
        for (var i = 0; i < paths.size(); i++) {
            scope.set(paths.get(i), values.get(i));
        }
        return scope;
    }

    private static List<Value> values(Field field) {
        var values = new ArrayList<Value>();
        values.add(Value.nothing());
        field.values().forEach(text -> values.add(new Value.Text(text)));
        if (field.type() == Field.Type.TRUTH) {
            values.add(new Value.Truth(true));
            values.add(new Value.Truth(false));
        }
        if (field.isSmall()) {
            for (var n = field.min(); n.compareTo(field.max()) <= 0; n = n.add(BigDecimal.ONE)) {
                values.add(new Value.Quantity(n));
            }
        }
        return values.size() == 1 ? List.of() : values;
    }

    private Value some(Field field, boolean first) {
        return switch (field.type()) {
            case TEXT ->
                    new Value.Text(
                            field.values().isEmpty()
                                    ? "Muster 1"
                                    : first ? field.values().getFirst() : field.values().getLast());
            case INTEGER, DECIMAL -> new Value.Quantity(first ? field.min() : field.max());
            case TRUTH -> new Value.Truth(first);
            case DAY -> new Value.Day(first ? day : day.plusDays(40));
        };
    }
}
