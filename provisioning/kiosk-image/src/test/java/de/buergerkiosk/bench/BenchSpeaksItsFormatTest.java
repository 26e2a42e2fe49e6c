package de.buergerkiosk.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.demo.OnlyReader;
import de.buergerkiosk.eid.prove.AusweisAppStand;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every bench really runs, as briefly as it can, and prints the promised object; no times here. */
class BenchSpeaksItsFormatTest {
    @TempDir private Path folder;
    private final PrintStream usual = System.out;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @BeforeEach
    void listen() {
        System.setProperty("house.root", Path.of("../..").toAbsolutePath().normalize().toString());
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void restore() {
        System.setOut(usual);
        System.clearProperty("house.root");
    }

    @Test
    void filing() {
        var names = run(new BenchFilingCommand(), 3);
        assertEquals(
                List.of(
                        "sealing",
                        "raw-insert",
                        "filed",
                        "released",
                        "raw-insert-per-second",
                        "filed-per-second>raw-insert-per-second",
                        "released-per-second>raw-insert-per-second"),
                names);
    }

    @Test
    void centre() {
        assertEquals(
                List.of(
                        "raw-booking",
                        "booking",
                        "booking-cpu",
                        "raw-booking-per-second",
                        "booking-per-second>raw-booking-per-second",
                        "poll",
                        "poll-cpu",
                        "poll-per-second",
                        "raw-heartbeat",
                        "raw-heartbeat-per-second",
                        "heartbeat",
                        "heartbeat-cpu",
                        "heartbeat-per-second>raw-heartbeat-per-second",
                        "release-to-10"),
                run(new BenchCentreCommand(), 3, "--kiosks", "10"));
    }

    @Test
    void page() {
        assertEquals(List.of("page-turn", "first-visit"), run(new BenchPageCommand(), 3));
    }

    @Test
    void eid() throws IOException {
        var names = new ArrayList<>(List.of("first", "authentication", "collected"));
        // its own time can only be told where it is installed
        if (AusweisAppStand.missing(folder).isEmpty()) {
            names.addAll(List.of("ausweisapp-own", "ausweisapp>ausweisapp-own"));
        }
        try (var _ = OnlyReader.mine()) {
            assertEquals(names, run(new BenchEidCommand(), 3));
        }
    }

    @Test
    void start() {
        assertEquals(
                List.of(
                        "jvm",
                        "javafx-hello>jvm",
                        "kiosk-first-frame>javafx-hello",
                        "kiosk-in-service>javafx-hello"),
                run(new BenchStartCommand(), 1));
    }

    @Test
    void refusesAnImpossibleNumberOfRuns() {
        for (var command :
                List.<Callable<Integer>>of(
                        new BenchEidCommand(),
                        new BenchFilingCommand(),
                        new BenchCentreCommand(),
                        new BenchPageCommand(),
                        new BenchStartCommand())) {
            assertEquals(2, new CommandLine(command).execute("--runs", "0"));
        }
        assertEquals("", printed.toString(StandardCharsets.UTF_8));
    }

    private List<String> run(Callable<Integer> command, int runs, String... more) {
        var words = new ArrayList<>(List.of("--json", "--runs", "" + runs));
        words.addAll(List.of(more));
        assertEquals(0, new CommandLine(command).execute(words.toArray(String[]::new)));
        var lines = printed.toString(StandardCharsets.UTF_8).lines().toList();
        assertEquals(1, lines.size(), lines.toString());
        var document = JsonMapper.shared().readTree(lines.getFirst());
        assertEquals(Set.of("benchmarks"), new TreeSet<>(document.propertyNames()));
        var names = new ArrayList<String>();
        document.path("benchmarks").forEach(each -> names.add(checked(each)));
        return names;
    }

    private static String checked(JsonNode each) {
        var ratio = each.path("ratio");
        var fields = new TreeSet<>(List.of("name", "median", "p99", "unit", "runs"));
        if (!ratio.isMissingNode()) {
            fields.add("ratio");
            assertEquals(Set.of("median", "to"), new TreeSet<>(ratio.propertyNames()));
            assertTrue(ratio.path("median").asDouble() > 0, each.toString());
        }
        assertEquals(fields, new TreeSet<>(each.propertyNames()));
        assertTrue(Set.of("ms", "1/s").contains(each.path("unit").asString()), each.toString());
        assertTrue(each.path("median").asDouble() > 0, each.toString());
        assertTrue(each.path("runs").asInt() > 0, each.toString());
        var slow = each.path("p99").asDouble();
        var usual = each.path("median").asDouble();
        assertTrue(
                "ms".equals(each.path("unit").asString()) ? slow >= usual : slow <= usual,
                each.toString());
        return each.path("name").asString()
                + (ratio.isMissingNode() ? "" : ">" + ratio.path("to").asString());
    }
}
