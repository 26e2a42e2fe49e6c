package de.buergerkiosk.payment.zvt.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * One figure with its spread.
 *
 * @param unit {@code ms}, or {@code 1/s}, of which the worst is the least
 */
record Figure(String name, List<Double> values, String unit) {
    Figure {
        values = values.stream().sorted().toList();
        if (values.isEmpty()) {
            throw new IllegalArgumentException(name + ": nothing was measured");
        }
    }

    static Figure of(String name, double[] values, String unit) {
        return new Figure(name, Arrays.stream(values).boxed().toList(), unit);
    }

    double median() {
        return values.get(values.size() / 2);
    }

    /** By nearest rank. */
    double p99() {
        int rank = Math.ceilDiv(99 * values.size(), 100);
        return unit.equals("1/s") ? values.get(values.size() - rank) : values.get(rank - 1);
    }

    ObjectNode json() {
        return JsonMapper.shared()
                .createObjectNode()
                .put("name", name)
                .put("median", rounded(median()))
                .put("p99", rounded(p99()))
                .put("unit", unit)
                .put("runs", values.size());
    }

    ObjectNode json(Figure other) {
        ObjectNode json = json();
        json.putObject("ratio")
                .put("to", other.name)
                .put("median", rounded(median() / other.median()));
        return json;
    }

    String text() {
        return String.format(
                Locale.ROOT,
                "%-28s %12.3f %12.3f %-4s %6d",
                name,
                median(),
                p99(),
                unit,
                values.size());
    }

    private static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}
