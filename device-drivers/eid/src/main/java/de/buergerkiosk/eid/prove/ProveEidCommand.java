package de.buergerkiosk.eid.prove;

import de.buergerkiosk.eid.identify.ClosedOnExit;
import de.buergerkiosk.eid.prove.AusweisAppStand.Outcome;
import de.buergerkiosk.eid.prove.AusweisAppStand.Standing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code ./kiosk prove eid}: a real AusweisApp, again and again, and nothing fails or grows. */
@Command(
        name = "prove eid",
        mixinStandardHelpOptions = true,
        description = {
            "Many identifications in a row with the installed AusweisApp, the virtual card behind"
                    + " pcscd and vpcd, and the test eID server.",
            "Exit code 0 where each one identified and the heap did not grow."
        })
public final class ProveEidCommand implements Callable<Integer> {
    private static final int RUNS_MAX = 100_000;
    private static final int TOLD_EACH = 20;

    /** What is loaded once is loaded by then. */
    private static final int WARM_MAX = 20;

    /** Growth is told from fewer runs as well, but judged only from so many on. */
    private static final int RUNS_FOR_A_VERDICT = 50;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(names = "--runs", description = "1 to 100000. Default: ${DEFAULT-VALUE}")
    private int runs = 200;

    @Option(names = "--json", description = "Exactly one JSON document on standard output.")
    private boolean json;

    private record Failure(int run, Outcome.Failed outcome) {}

    /** What was seen. */
    private record Seen(List<Double> millis, List<Failure> failures, Memory early, Memory late) {}

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (runs < 1 || runs > RUNS_MAX) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--runs: " + runs + " is out of range; use 1 to " + RUNS_MAX);
        }
        Path folder = Files.createTempDirectory("buergerkiosk-prove-");
        try {
            var standing =
                    AusweisAppStand.set(
                            folder.resolve("ausweisapp"),
                            InstantSource.system(),
                            new SecureRandom(),
                            Thread.ofVirtual().factory());
            return switch (standing) {
                case Standing.Missing(var what, var cure) -> missing(what, cure);
                case Standing.Up(var stand) -> {
                    // a console that is closed must not leave AusweisApp behind
                    try (var _ = new ClosedOnExit(stand::close, Thread::new)) {
                        yield tell(prove(stand));
                    }
                }
            };
        } finally {
            delete(folder);
        }
    }

    private int missing(String what, String cure) {
        System.err.println("prove eid: " + what + ". Cure: " + cure);
        if (json) {
            ObjectNode document = JsonMapper.shared().createObjectNode();
            document.put("runs", runs).put("identified", 0).put("failed", 0);
            document.put("reason", what).put("cure", cure);
            System.out.println(JsonMapper.shared().writeValueAsString(document));
        }
        return 1;
    }

    private Seen prove(AusweisAppStand stand) throws InterruptedException {
        var millis = new ArrayList<Double>();
        var failures = new ArrayList<Failure>();
        int warm = Math.min(WARM_MAX, Math.max(1, runs / 2));
        var early = new Memory(0, 0, 0);
        for (int run = 1; run <= runs; run++) {
            switch (stand.identify()) {
                case Outcome.Identified(var whole, _) -> millis.add(whole.toNanos() / 1e6);
                case Outcome.Failed failed -> {
                    failures.add(new Failure(run, failed));
                    System.err.println(
                            "  run " + run + ": " + failed.code() + " " + failed.detail());
                }
            }
            if (run == warm) {
                early = Memory.now(stand.pid());
            }
            if (run % TOLD_EACH == 0) {
                System.err.println("  " + run + " of " + runs);
            }
        }
        return new Seen(millis, failures, early, Memory.now(stand.pid()));
    }

    private int tell(Seen seen) {
        boolean flat = runs < RUNS_FOR_A_VERDICT || seen.late().isFlatSince(seen.early());
        boolean proved = seen.failures().isEmpty() && flat;
        System.out.println(
                json
                        ? JsonMapper.shared().writeValueAsString(document(seen, flat))
                        : text(seen, flat));
        return proved ? 0 : 1;
    }

    private ObjectNode document(Seen seen, boolean flat) {
        ObjectNode document = JsonMapper.shared().createObjectNode();
        document.put("runs", runs);
        document.put("identified", seen.millis().size());
        document.put("failed", seen.failures().size());
        ObjectNode millis = document.putObject("millis");
        if (!seen.millis().isEmpty()) {
            millis.put("median", rank(seen.millis(), 0.5));
            millis.put("p99", rank(seen.millis(), 0.99));
            millis.put("max", rank(seen.millis(), 1));
        }
        ObjectNode memory = document.putObject("memory");
        memory.put("flat", flat);
        put(memory.putObject("early"), seen.early());
        put(memory.putObject("late"), seen.late());
        var failures = document.putArray("failures");
        seen.failures()
                .forEach(failure ->
                        failures.addObject()
                                .put("run", failure.run())
                                .put("code", failure.outcome().code())
                                .put("detail", failure.outcome().detail()));
        return document;
    }

    private static void put(ObjectNode node, Memory memory) {
        node.put("heapBytes", memory.heapBytes());
        node.put("rssBytes", memory.rssBytes());
        node.put("ausweisAppRssBytes", memory.ausweisAppBytes());
    }

    /** By nearest rank. */
    private static double rank(List<Double> values, double share) {
        var sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        int rank = (int) Math.ceil(share * sorted.size());
        return Math.round(sorted.get(Math.max(rank, 1) - 1) * 10) / 10.0;
    }

    private String text(Seen seen, boolean flat) {
        var text = new StringBuilder();
        text.append(
                "%d runs, %d identified, %d failed"
                        .formatted(runs, seen.millis().size(), seen.failures().size()));
        if (!seen.millis().isEmpty()) {
            text.append(
                    "%nmedian %.0f ms, p99 %.0f ms, slowest %.0f ms"
                            .formatted(
                                    rank(seen.millis(), 0.5),
                                    rank(seen.millis(), 0.99),
                                    rank(seen.millis(), 1)));
        }
        text.append(
                "%nheap %.1f MB early, %.1f MB late: %s; AusweisApp %.1f MB, %.1f MB"
                        .formatted(
                                mega(seen.early().heapBytes()),
                                mega(seen.late().heapBytes()),
                                flat ? "flat" : "it grows",
                                mega(seen.early().ausweisAppBytes()),
                                mega(seen.late().ausweisAppBytes())));
        return text.toString();
    }

    private static double mega(long bytes) {
        return bytes / 1e6;
    }

    private static void delete(Path folder) {
        try (var all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        } catch (IOException | UncheckedIOException e) {
            System.err.println("prove eid: the temporary folder " + folder + " stays");
        }
    }
}
