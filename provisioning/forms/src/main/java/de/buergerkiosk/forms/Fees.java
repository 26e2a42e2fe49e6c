package de.buergerkiosk.forms;

import de.buergerkiosk.forms.feel.Scope;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Works out fees from the tables that are valid on a day; whole cents only. */
record Fees(List<FeeTable> tables) {
    /**
     * @param rows ids of the rows that fired, as {@code fee.row}
     * @param undecided fees for which no row, or more than the hit policy allows, fired
     */
    record Outcome(Fee fee, List<String> rows, Set<String> undecided) {}

    Outcome on(LocalDate day, Scope scope) {
        var lines = new ArrayList<FeeLine>();
        var rows = new ArrayList<String>();
        var undecided = new LinkedHashSet<String>();
        for (var fee : names()) {
            var decided = false;
            for (var version : tables) {
                if (version.fee().equals(fee) && version.isValidOn(day)) {
                    decided |= add(version, scope, lines, rows);
                }
            }
            if (!decided) {
                undecided.add(fee);
            }
        }
        return new Outcome(Fee.of(lines), rows, undecided);
    }

    /** Every amount valid on the day, by {@code fee:<fee>.<row>}: for texts that mention it. */
    Map<String, Long> amounts(LocalDate day) {
        var amounts = new HashMap<String, Long>();
        for (var version : tables) {
            if (version.isValidOn(day)) {
                version.table()
                        .rows()
                        .forEach(row ->
                                amounts.put(
                                        "fee:" + version.fee() + "." + row.output().id(),
                                        row.output().cents()));
            }
        }
        return amounts;
    }

    Set<String> names() {
        var names = new LinkedHashSet<String>();
        tables.forEach(version -> names.add(version.fee()));
        return names;
    }

    private static boolean add(
            FeeTable version, Scope scope, List<FeeLine> lines, List<String> rows) {
        var table = version.table();
        var hits = table.hits(scope);
        var decided = table.hitPolicy() == DecisionTable.HitPolicy.COLLECT || hits.size() == 1;
        if (decided) {
            for (var hit : hits) {
                var amount = table.rows().get(hit).output();
                lines.add(new FeeLine(amount.label(), amount.cents(), version.legalBasis()));
                rows.add(version.fee() + "." + amount.id());
            }
        }
        return decided;
    }
}
