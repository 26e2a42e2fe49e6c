package de.buergerkiosk.payment.zvt.prove;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code ./kiosk prove payment}: what the kiosk says is what the terminal booked. */
@Command(
        name = "prove payment",
        mixinStandardHelpOptions = true,
        description = {
            "Thousands of payments with the production driver against the simulated terminal, on a"
                + " wire in memory and in a time of their own: messages are lost, doubled, late,"
                + " cut, split, the terminal restarts, the kiosk is killed at any step.",
            "After each run journal and terminal ledger are compared. The same seed replays the"
                    + " same runs. Exit code 0 where nothing is inconsistent or unclear."
        })
public final class ProvePaymentCommand implements Callable<Integer> {
    private static final int RUNS_MAX = 10_000_000;
    private static final int SOCKETS_AT_ONCE = 16;

    @Spec @Nullable CommandSpec spec;

    @Option(names = "--runs", description = "1 to 10000000. Default: ${DEFAULT-VALUE}")
    int runs = 10_000;

    @Option(names = "--seed", description = "Default: ${DEFAULT-VALUE}")
    long seed = 1;

    @Option(names = "--only", description = "Only that run of the seed, from 1; 0 for all")
    int only;

    @Option(
            names = "--sockets",
            description =
                    "So many more runs on real sockets with real journals. Default:"
                            + " ${DEFAULT-VALUE}")
    int sockets;

    @Option(
            names = "--kills",
            description =
                    "So many more runs in which a paying process is killed with SIGKILL, at one"
                            + " message after the other. Default: ${DEFAULT-VALUE}")
    int kills;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Gets a folder for each run with journal.jsonl, ledger.jsonl, run.json")
    @Nullable Path out;

    @Option(names = "--json", description = "Exactly one JSON document on standard output")
    boolean json;

    @Override
    public Integer call() throws InterruptedException, IOException {
        if (runs < 1 || runs > RUNS_MAX) {
            throw wrong("--runs: " + runs + " is out of range; use 1 to " + RUNS_MAX);
        }
        if (sockets < 0 || sockets > 100_000 || kills < 0 || kills > 100_000) {
            throw wrong("--sockets and --kills: use 0 to 100000");
        }
        if (only < 0 || only > runs) {
            throw wrong("--only: " + only + " is not one of the runs");
        }
        long begin = System.nanoTime();
        var figures = new PaymentFigures();
        for (int run = only == 0 ? 1 : only; run <= (only == 0 ? runs : only); run++) {
            FaultRun.Result result = play(run);
            figures.add(run, result);
            Path directory = out;
            if (directory != null) {
                PaymentFigures.write(directory, run, result);
            }
        }
        proveForReal(figures);
        ObjectNode document = figures.json(seed);
        document.put("seconds", (System.nanoTime() - begin) / 1e9);
        System.out.println(
                json
                        ? JsonMapper.shared().writeValueAsString(document)
                        : JsonMapper.shared()
                                .writerWithDefaultPrettyPrinter()
                                .writeValueAsString(document));
        return figures.isSound() ? 0 : 1;
    }

    /** On real sockets with real files, and with processes that are really killed. */
    private void proveForReal(PaymentFigures figures) throws IOException, InterruptedException {
        if (sockets == 0 && kills == 0) {
            return;
        }
        Path scratch = Files.createTempDirectory("prove-payment");
        try (var threads = Executors.newFixedThreadPool(SOCKETS_AT_ONCE)) {
            var runs = new RealRuns(scratch, InstantSource.system(), seed, Random::new);
            runs.onSockets(sockets, threads).forEach(figures::addSocket);
            for (int kill = 1; kill <= kills; kill++) {
                figures.addKilled(runs.killed(kill));
            }
        } finally {
            RealRuns.empty(scratch);
        }
    }

    /** Each run has a chance of its own, so that it can be played alone. */
    private FaultRun.Result play(int run) throws InterruptedException {
        var chance = new Random(seed * 1_000_003 + run);
        return new FaultRun(chance, Thread.ofVirtual().factory(), MemoryJournal::new).play();
    }

    private CommandLine.ParameterException wrong(String message) {
        CommandSpec known = spec;
        return new CommandLine.ParameterException(
                known == null ? new CommandLine(this) : known.commandLine(), message);
    }
}
