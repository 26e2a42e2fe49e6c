package de.buergerkiosk.bench;

import de.buergerkiosk.contract.filing.FilingContent;
import de.buergerkiosk.contract.filing.FilingId;
import de.buergerkiosk.contract.filing.PaymentRecord;
import de.buergerkiosk.contract.filing.Row;
import de.buergerkiosk.contract.seal.OfficeKeys;
import de.buergerkiosk.contract.seal.OfficePrivateKey;
import de.buergerkiosk.contract.seal.Seal;
import de.buergerkiosk.demo.Scratch;
import de.buergerkiosk.journey.Journal.HeldFiling;
import de.buergerkiosk.journey.VisitId;
import de.buergerkiosk.main.Surroundings;
import de.buergerkiosk.store.Database;
import de.buergerkiosk.store.RawInserts;
import de.buergerkiosk.store.VisitJournal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.JsonNodeFactory;

/** {@code ./kiosk bench filing}: what durability costs, against SQLite itself on the same disk. */
@Command(
        name = "bench filing",
        mixinStandardHelpOptions = true,
        description = {
            "Durable filing commits per second, and raw SQLite inserts of the same bytes with the"
                    + " same durability, turn by turn on the same disk.",
            "Goal: filed-per-second at least 0.5 of raw-insert-per-second."
        })
public final class BenchFilingCommand implements Callable<Integer> {
    private static final int WARM_UP = 50;
    private static final String OFFICE = "traffic-office";

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Option(names = "--runs", description = "Filings, 1 to 100000. Default: ${DEFAULT-VALUE}")
    private int runs = 300;

    @Option(names = "--json", description = "Print the figures as one JSON object.")
    private boolean json;

    /** Milliseconds of one filing's way through the file. */
    private record Costs(double sealing, double filed, double released, double raw) {}

    @Override
    public Integer call() throws IOException {
        Runs.wrong(runs, 100_000)
                .ifPresent(message -> {
                    throw new CommandLine.ParameterException(spec.commandLine(), message);
                });
        // Not the folder for temporary files: that may be memory, where durability costs nothing.
        try (var scratch = Scratch.in(BenchHouse.root().resolve("target"))) {
            System.out.println(new Table(measure(scratch.folder())).text(json));
        }
        return 0;
    }

    private List<Benchmark> measure(Path folder) {
        var around = Surroundings.real();
        var office = OfficeKeys.generate(OFFICE);
        var all = new ArrayList<Costs>();
        try (var database = Database.open(folder.resolve("kiosk"), around.clock());
                var raw = RawInserts.open(folder.resolve("raw.db"))) {
            var journal = new VisitJournal(database, around.clock(), "kiosk-bench");
            for (int i = 0; i < WARM_UP + runs; i++) {
                var costs = one(journal, raw, office, around, i % 2 == 0);
                if (i >= WARM_UP) {
                    all.add(costs);
                }
            }
        }
        var rawRate = Benchmark.rate("raw-insert-per-second", each(all, Costs::raw));
        return List.of(
                Benchmark.millis("sealing", each(all, Costs::sealing)),
                Benchmark.millis("raw-insert", each(all, Costs::raw)),
                Benchmark.millis("filed", each(all, Costs::filed)),
                Benchmark.millis("released", each(all, Costs::released)),
                rawRate,
                Benchmark.rate("filed-per-second", each(all, Costs::filed)).against(rawRate),
                Benchmark.rate("released-per-second", each(all, Costs::released)).against(rawRate));
    }

    private static List<Double> each(
            List<Costs> all, java.util.function.ToDoubleFunction<Costs> what) {
        return all.stream().map(what::applyAsDouble).toList();
    }

    /**
     * One filing's way.
     *
     * @param rawFirst whether the raw insert comes before the filing: whoever writes second may
     *     find the disk busy with the first, so they take turns
     */
    private static Costs one(
            VisitJournal journal,
            RawInserts raw,
            OfficePrivateKey office,
            Surroundings around,
            boolean rawFirst) {
        var visit = VisitId.next(around.clock(), around.chance());
        var id = FilingId.next(around.clock(), around.chance());
        journal.begun(visit);
        long start = System.nanoTime();
        var sealed = Seal.seal(content(), id, office.open());
        double sealing = millisSince(start);
        var held =
                new HeldFiling(
                        id,
                        "parking-permit",
                        "1.0.0",
                        OFFICE,
                        around.clock().instant(),
                        sealed,
                        18_000);
        double early = rawFirst ? inserted(raw, id, sealed) : 0;
        start = System.nanoTime();
        journal.filed(visit, held);
        double filed = millisSince(start);
        double inserted = rawFirst ? early : inserted(raw, id, sealed);
        start = System.nanoTime();
        journal.released(visit, id, PAID);
        double released = millisSince(start);
        journal.printed(visit, "printed");
        journal.ended(visit, "FAREWELL");
        return new Costs(sealing, filed, released, inserted);
    }

    private static double inserted(RawInserts raw, FilingId id, String sealed) {
        long start = System.nanoTime();
        raw.insert(id.toString(), sealed);
        return millisSince(start);
    }

    private static double millisSince(long start) {
        return (System.nanoTime() - start) / 1e6;
    }

    /** As much as the check page of a usual errand holds. */
    private static FilingContent content() {
        var data = JsonNodeFactory.instance.objectNode();
        IntStream.range(0, 12).forEach(i -> data.put("field" + i, "Beispielwert Nummer " + i));
        return new FilingContent(
                "parking-permit",
                "1.0.0",
                "de",
                IntStream.range(0, 12)
                        .mapToObj(i -> new Row("Angabe " + i, "Beispielwert Nummer " + i))
                        .toList(),
                data,
                Optional.empty());
    }

    private static final PaymentRecord PAID =
            new PaymentRecord.Paid(
                    18_000,
                    "BK-1",
                    7,
                    12,
                    "28004869",
                    "girocard",
                    LocalDateTime.parse("2026-11-23T12:00:00"));
}
