package de.buergerkiosk.bench;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * One figure with its spread.
 *
 * @param values as measured, in any order, at least one
 * @param unit {@code ms} or {@code 1/s}
 * @param ratio to another benchmark of the same run
 */
record Benchmark(String name, List<Double> values, String unit, Optional<Ratio> ratio) {
    /** Median of this over the median of the other. */
    record Ratio(String to, double median) {}

    Benchmark {
        values = List.copyOf(values);
        if (values.isEmpty()) {
            throw new IllegalArgumentException(name + ": nothing was measured");
        }
    }

    static Benchmark millis(String name, List<Double> values) {
        return new Benchmark(name, values, "ms", Optional.empty());
    }

    /** How often a second the same thing can be done one after the other. */
    static Benchmark rate(String name, List<Double> millis) {
        return new Benchmark(
                name,
                millis.stream().map(each -> 1000 / Math.max(each, 0.001)).toList(),
                "1/s",
                Optional.empty());
    }

    Benchmark against(Benchmark other) {
        return new Benchmark(
                name, values, unit, Optional.of(new Ratio(other.name, median() / other.median())));
    }

    double median() {
        var sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(middle)
                : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    /**
     * What 99 of 100 are not worse than, by nearest rank: the worst of all below 100 runs. Of a
     * rate the worst is the least.
     */
    double p99() {
        var sorted = values.stream().sorted().toList();
        int rank = Math.ceilDiv(99 * sorted.size(), 100);
        return unit.equals("1/s") ? sorted.get(sorted.size() - rank) : sorted.get(rank - 1);
    }

    ObjectNode json() {
        var json = JsonMapper.shared().createObjectNode();
        json.put("name", name);
        json.put("median", rounded(median()));
        json.put("p99", rounded(p99()));
        json.put("unit", unit);
        json.put("runs", values.size());
        ratio.ifPresent(
                r -> json.putObject("ratio").put("to", r.to()).put("median", rounded(r.median())));
        return json;
    }

    private static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}
