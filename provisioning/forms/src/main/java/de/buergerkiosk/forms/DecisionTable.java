package de.buergerkiosk.forms;

import de.buergerkiosk.forms.feel.Cell;
import de.buergerkiosk.forms.feel.Expression;
import de.buergerkiosk.forms.feel.Scope;
import de.buergerkiosk.forms.feel.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A decision table (DMN 1.4, chapter 8).
 *
 * @param file where it stands, for findings
 * @param place JSON pointer of the table
 */
record DecisionTable<T>(
        String file, String place, HitPolicy hitPolicy, List<Input> inputs, List<Row<T>> rows) {
    DecisionTable {
        inputs = List.copyOf(inputs);
        rows = List.copyOf(rows);
    }

    enum HitPolicy {
        /** At most one row fires for any input. */
        UNIQUE,
        /** The first row that fires counts. */
        FIRST,
        /** Every row that fires counts. */
        COLLECT
    }

    /** A column; folded ones compare names as people type them, see {@link Folded}. */
    record Input(Expression expression, boolean folded) {}

    record Row<T>(List<Test> tests, T output) {
        Row {
            tests = List.copyOf(tests);
        }
    }

    sealed interface Test {
        String source();
    }

    record ByFeel(Cell cell) implements Test {
        @Override
        public String source() {
            return cell.source().strip();
        }
    }

    /** Takes one name, however it is typed. */
    record ByName(String name, String folded) implements Test {
        @Override
        public String source() {
            return folded;
        }
    }

    /** Indices of the rows that count. */
    List<Integer> hits(Scope scope) {
        var all = matches(scope);
        return hitPolicy == HitPolicy.FIRST && all.size() > 1 ? all.subList(0, 1) : all;
    }

    /** Indices of all rows that fire, whatever the hit policy. */
    List<Integer> matches(Scope scope) {
        var values = new ArrayList<Value>();
        for (var input : inputs) {
            var value = input.expression().evaluate(scope);
            values.add(input.folded() ? folded(value) : value);
        }
        var fired = new ArrayList<Integer>();
        for (var i = 0; i < rows.size(); i++) {
            if (fires(rows.get(i), values, scope)) {
                fired.add(i);
            }
        }
        return fired;
    }

    /** Every field that decides. */
    Set<String> names() {
        var names = new HashSet<String>();
        inputs.forEach(input -> names.addAll(input.expression().names()));
        for (var row : rows) {
            for (var test : row.tests()) {
                if (test instanceof ByFeel(var cell)) {
                    names.addAll(cell.names());
                }
            }
        }
        return names;
    }

    /** The names that a folded first column knows, in the order of the table, each once. */
    List<String> namesOfFirstColumn() {
        return rows.stream()
                .flatMap(row -> row.tests().stream().limit(1))
                .flatMap(test ->
                        test instanceof ByName(var name, _)
                                ? java.util.stream.Stream.of(name)
                                : java.util.stream.Stream.empty())
                .distinct()
                .toList();
    }

    private static Value folded(Value value) {
        return value instanceof Value.Text(var text) ? new Value.Text(Folded.fold(text)) : value;
    }

    private static boolean fires(Row<?> row, List<Value> values, Scope scope) {
        for (var i = 0; i < values.size(); i++) {
            var taken =
                    switch (row.tests().get(i)) {
                        case ByFeel(var cell) -> cell.takes(values.get(i), scope);
                        case ByName(_, var name) ->
                                values.get(i) instanceof Value.Text(var text) && text.equals(name);
                    };
            if (!taken) {
                return false;
            }
        }
        return true;
    }
}
