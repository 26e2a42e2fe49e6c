package de.buergerkiosk.forms;

import de.buergerkiosk.forms.DecisionTable.HitPolicy;
import de.buergerkiosk.forms.feel.Scope;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * Looks for rows that never fire, overlaps and gaps: by trying all inputs where there are few
 * enough, else by comparing the rows.
 */
final class TableCheck {
    private TableCheck() {}

    static void run(DecisionTable<?> table, Samples samples, Source source) {
        checkColumns(table, samples, source);
        samples.all(table.names())
                .ifPresentOrElse(
                        scopes -> tryAll(table, scopes, source), () -> compareRows(table, source));
    }

    /** Every cell has to compare its input with something of the same type. */
    private static void checkColumns(DecisionTable<?> table, Samples samples, Source source) {
        var seen = new HashSet<String>();
        for (var scope : samples.full()) {
            for (var row = 0; row < table.rows().size(); row++) {
                var tests = table.rows().get(row).tests();
                for (var column = 0; column < tests.size(); column++) {
                    if (tests.get(column) instanceof DecisionTable.ByFeel(var cell)
                            && !cell.isAny()
                            && seen.add(column + " " + cell.source() + scope.hashCode())) {
                        var value = table.inputs().get(column).expression().evaluate(scope);
                        var place = table.place() + "/rows/" + row + "/when/" + column;
                        cell.complaints(value, scope).stream()
                                .filter(Samples::isAboutTypes)
                                .findFirst()
                                .ifPresent(complaint ->
                                        source.findings()
                                                .add(
                                                        table.file(),
                                                        place,
                                                        "the types do not fit: " + complaint,
                                                        "Test the input with values of its own"
                                                                + " type."));
                    }
                }
            }
        }
    }

    private static void tryAll(DecisionTable<?> table, List<Scope> scopes, Source source) {
        var fired = new HashSet<Integer>();
        for (var scope : scopes) {
            var hits = table.hits(scope);
            fired.addAll(hits);
            var isFull = table.names().stream().noneMatch(name -> scope.get(name).isNothing());
            if (hits.isEmpty() && isFull && table.hitPolicy() != HitPolicy.COLLECT) {
                source.findings()
                        .add(
                                table.file(),
                                table.place() + "/rows",
                                "no row fires for " + describe(table, scope),
                                "Add a row for it; \"-\" takes anything.");
            }
            if (hits.size() > 1 && table.hitPolicy() == HitPolicy.UNIQUE) {
                source.findings()
                        .add(
                                table.file(),
                                table.place() + "/rows/" + hits.get(1),
                                "this row and row "
                                        + hits.getFirst()
                                        + " fire together for "
                                        + describe(table, scope),
                                "Make them exclude each other, or use hit policy FIRST.");
            }
        }
        for (var row = 0; row < table.rows().size(); row++) {
            if (!fired.contains(row)) {
                dead(table, row, "this row never fires", source);
            }
        }
    }

    /** An earlier row takes all that a later one takes if each cell is the same or takes anything. */
    private static void compareRows(DecisionTable<?> table, Source source) {
        if (table.hitPolicy() == HitPolicy.COLLECT) {
            return;
        }
        var byCells = new HashMap<List<String>, Integer>();
        for (var row = 0; row < table.rows().size(); row++) {
            var cells =
                    table.rows().get(row).tests().stream().map(DecisionTable.Test::source).toList();
            var covering = covering(cells, byCells);
            if (covering >= 0) {
                dead(
                        table,
                        row,
                        "row " + covering + " takes everything that this row takes",
                        source);
            }
            byCells.putIfAbsent(cells, row);
        }
    }

    /** Tries the cells with each choice of them replaced by "anything". */
    private static int covering(List<String> cells, Map<List<String>, Integer> byCells) {
        for (var mask = 0; mask < 1 << cells.size(); mask++) {
            var wider = new java.util.ArrayList<>(cells);
            for (var i = 0; i < cells.size(); i++) {
                if ((mask & (1 << i)) != 0) {
                    wider.set(i, "-");
                }
            }
            var row = byCells.get(wider);
            if (row != null) {
                return row;
            }
        }
        return -1;
    }

    private static void dead(DecisionTable<?> table, int row, String message, Source source) {
        source.findings()
                .add(
                        table.file(),
                        table.place() + "/rows/" + row,
                        message,
                        "Remove the row, correct its cells or move it up.");
    }

    /** The values are made up: nothing personal. */
    private static String describe(DecisionTable<?> table, Scope scope) {
        var words =
                table.names().stream()
                        .sorted()
                        .map(name -> name + " = " + RawAnswer.write(scope.get(name)))
                        .toList();
        return words.isEmpty() ? "any answers" : String.join(", ", words);
    }
}
