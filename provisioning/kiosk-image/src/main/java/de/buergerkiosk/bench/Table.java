package de.buergerkiosk.bench;

import java.util.List;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;

/** The benchmarks of one run, for people or for programs. */
record Table(List<Benchmark> benchmarks) {
    Table {
        benchmarks = List.copyOf(benchmarks);
    }

    String text(boolean json) {
        return json ? json() : human();
    }

    private String json() {
        var document = JsonMapper.shared().createObjectNode();
        var array = document.putArray("benchmarks");
        benchmarks.forEach(each -> array.add(each.json()));
        return JsonMapper.shared().writeValueAsString(document);
    }

    private String human() {
        var lines = new StringBuilder();
        lines.append(
                String.format(
                        Locale.ROOT, "%-26s %10s %10s %-5s %5s", "", "median", "p99", "", "runs"));
        for (var each : benchmarks) {
            lines.append(
                    String.format(
                            Locale.ROOT,
                            "%n%-26s %10.2f %10.2f %-5s %5d",
                            each.name(),
                            each.median(),
                            each.p99(),
                            each.unit(),
                            each.values().size()));
            each.ratio()
                    .ifPresent(ratio ->
                            lines.append(
                                    String.format(
                                            Locale.ROOT,
                                            "   %.2f x %s",
                                            ratio.median(),
                                            ratio.to())));
        }
        return lines.toString();
    }
}
