package de.buergerkiosk.forms;

import de.buergerkiosk.forms.DecisionTable.HitPolicy;
import de.buergerkiosk.forms.DecisionTable.Input;
import de.buergerkiosk.forms.DecisionTable.Row;
import de.buergerkiosk.forms.DecisionTable.Test;
import de.buergerkiosk.forms.feel.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import tools.jackson.databind.JsonNode;

/** Reads decision tables: those of {@code tables/} and those of the fees. */
record TableReader(Source source) {
    static final String FOLDER = "tables/";

    /** Parsed once: streets repeat their cells many times. */
    private static final String ANY = "-";

    static String file(String name) {
        return FOLDER + name + ".json";
    }

    /** Every table of the folder by its name. */
    Map<String, DecisionTable<Value>> tables() {
        var tables = new TreeMap<String, DecisionTable<Value>>();
        source.documents()
                .forEach((file, document) -> {
                    if (file.startsWith(FOLDER)) {
                        var name =
                                file.substring(FOLDER.length(), file.length() - ".json".length());
                        tables.put(
                                name,
                                table(file, "", document, (row, _) -> value(row.path("then"))));
                    }
                });
        return tables;
    }

    List<FeeTable> fees() {
        return source.document(FeeTable.FILE).map(this::fees).orElse(List.of());
    }

    private List<FeeTable> fees(JsonNode document) {
        var fees = new ArrayList<FeeTable>();
        var tables = document.path("tables");
        for (var i = 0; i < tables.size(); i++) {
            var place = "/tables/" + i;
            var node = tables.path(i);
            fees.add(
                    new FeeTable(
                            node.path("fee").asString(),
                            source.day(FeeTable.FILE, place + "/validFrom", node.path("validFrom")),
                            source.day(FeeTable.FILE, place, node, "validTo"),
                            node.path("legalBasis").asString(),
                            table(FeeTable.FILE, place, node, this::amount)));
        }
        return fees;
    }

    private FeeTable.Amount amount(JsonNode row, String place) {
        var usedIn = FeeTable.FILE + " " + place + "/label";
        return new FeeTable.Amount(
                row.path("id").asString(),
                row.path("cents").asLong(),
                source.texts().get(row.path("label").asString(), usedIn));
    }

    private <T> DecisionTable<T> table(
            String file, String place, JsonNode node, BiFunction<JsonNode, String, T> output) {
        var inputs = new ArrayList<Input>();
        for (var i = 0; i < node.path("inputs").size(); i++) {
            var input = node.path("inputs").path(i);
            var at = place + "/inputs/" + i + "/expression";
            var folded = input.path("match").asString("feel").equals("folded");
            source.expression(file, at, input.path("expression").asString())
                    .ifPresent(expression -> inputs.add(new Input(expression, folded)));
        }
        var rows = new ArrayList<Row<T>>();
        var parsed = new HashMap<String, Optional<Test>>();
        var complete = inputs.size() == node.path("inputs").size();
        for (var i = 0; complete && i < node.path("rows").size(); i++) {
            var row = node.path("rows").path(i);
            var at = place + "/rows/" + i;
            var tests = tests(file, at, row.path("when"), inputs, parsed);
            if (tests.size() == inputs.size()) {
                rows.add(new Row<>(tests, output.apply(row, at)));
            }
        }
        var policy = HitPolicy.valueOf(node.path("hitPolicy").asString());
        return new DecisionTable<>(file, place, policy, inputs, rows);
    }

    private List<Test> tests(
            String file,
            String place,
            JsonNode cells,
            List<Input> inputs,
            Map<String, Optional<Test>> parsed) {
        if (cells.size() != inputs.size()) {
            source.findings()
                    .add(
                            file,
                            place + "/when",
                            cells.size() + " cells for " + inputs.size() + " inputs",
                            "Write one cell for each input; \"-\" takes anything.");
            return List.of();
        }
        var tests = new ArrayList<Test>();
        for (var i = 0; i < cells.size(); i++) {
            var cell = cells.path(i).asString();
            var at = place + "/when/" + i;
            var byName = inputs.get(i).folded() && !cell.equals(ANY);
            var test =
                    byName
                            ? Optional.<Test>of(new DecisionTable.ByName(cell, Folded.fold(cell)))
                            : parsed.computeIfAbsent(cell, _ -> byFeel(file, at, cell));
            test.ifPresent(tests::add);
        }
        return tests;
    }

    private Optional<Test> byFeel(String file, String place, String cell) {
        return source.cell(file, place, cell).map(DecisionTable.ByFeel::new);
    }

    private static Value value(JsonNode then) {
        return switch (then.getNodeType()) {
            case BOOLEAN -> new Value.Truth(then.booleanValue());
            case NUMBER -> new Value.Quantity(then.decimalValue());
            default -> new Value.Text(then.asString());
        };
    }
}
