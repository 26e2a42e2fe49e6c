package de.buergerkiosk.payment.zvt.prove;

import de.buergerkiosk.payment.zvt.ZvtSettings;
import de.buergerkiosk.payment.zvt.ZvtTerminal;
import de.buergerkiosk.payment.zvt.journal.FileJournal;
import de.buergerkiosk.payment.zvt.journal.JournalException;
import de.buergerkiosk.payment.zvt.pay.Answer;
import de.buergerkiosk.payment.zvt.pay.Counter;
import de.buergerkiosk.payment.zvt.pay.PayCommand;
import de.buergerkiosk.payment.zvt.simulated.LedgerEntry;
import de.buergerkiosk.payment.zvt.simulated.LineFault;
import de.buergerkiosk.payment.zvt.simulated.SimulatedTerminal;
import de.buergerkiosk.ports.WireTrace;
import de.buergerkiosk.ports.payment.PaymentOrder;
import de.buergerkiosk.ports.payment.PaymentOutcome;
import de.buergerkiosk.ports.payment.PaymentWatch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.LongFunction;
import java.util.random.RandomGenerator;

/** The same comparison in real time: real sockets, a real journal on the disk, real processes. */
final class RealRuns {
    /** In real time nobody waits for a restart; those faults have their runs in memory. */
    private static final List<LineFault.Kind> KINDS =
            List.of(
                    LineFault.Kind.LOSE,
                    LineFault.Kind.DUPLICATE,
                    LineFault.Kind.LATE,
                    LineFault.Kind.CUT_BEFORE,
                    LineFault.Kind.CUT_AFTER,
                    LineFault.Kind.CUT_INSIDE,
                    LineFault.Kind.SPLIT,
                    LineFault.Kind.GARBAGE);

    /** Messages of a payment that goes well, with everything before it. */
    private static final int MESSAGES = 32;

    /** The last one but one: behind the last the process ends by itself. */
    private static final int MESSAGES_TO_KILL_AT = 27;

    private static final ZvtSettings.Patience SHORT =
            new ZvtSettings.Patience(
                    Duration.ofSeconds(3),
                    Duration.ofMillis(1500),
                    Duration.ofSeconds(4),
                    Duration.ofSeconds(3),
                    Duration.ofSeconds(20),
                    Duration.ofMillis(150),
                    Duration.ofSeconds(2),
                    Duration.ofMinutes(15));

    private static final Duration PROCESS_MAX = Duration.ofSeconds(90);

    private final Path scratch;
    private final InstantSource clock;
    private final long seed;
    private final LongFunction<RandomGenerator> chances;

    RealRuns(Path scratch, InstantSource clock, long seed, LongFunction<RandomGenerator> chances) {
        this.scratch = scratch;
        this.clock = clock;
        this.seed = seed;
        this.chances = chances;
    }

    /** What came of a run. */
    record Result(String name, int booked, int unclear, List<String> wrong) {
        Result {
            wrong = List.copyOf(wrong);
        }
    }

    /** So many runs of two payments each through faults of the line, some at once. */
    List<Result> onSockets(int runs, ExecutorService threads) throws InterruptedException {
        var futures = new ArrayList<Future<Result>>();
        for (int run = 1; run <= runs; run++) {
            int number = run;
            futures.add(threads.submit(() -> onSocket(number)));
        }
        var results = new ArrayList<Result>();
        for (Future<Result> future : futures) {
            try {
                results.add(future.get());
            } catch (ExecutionException bug) {
                throw new IllegalStateException("a run broke off", bug);
            }
        }
        return results;
    }

    private Result onSocket(int run) throws IOException, InterruptedException, JournalException {
        RandomGenerator chance = chances.apply(seed * 7_919 + run);
        var line = new ArrayList<LineFault>();
        for (int i = 0; i <= chance.nextInt(2); i++) {
            line.add(
                    new LineFault(
                            1 + chance.nextInt(MESSAGES), KINDS.get(chance.nextInt(KINDS.size()))));
        }
        var said = new LinkedHashMap<String, PaymentOutcome>();
        try (SimulatedTerminal terminal = SimulatedTerminal.start(quick());
                FileJournal journal = FileJournal.open(scratch.resolve("socket-" + run))) {
            var counter = counter(terminal, journal);
            terminal.engine().befall(line);
            for (int i = 1; i <= 2; i++) {
                var order = new PaymentOrder("run-%d-%d".formatted(run, i), 1_800);
                hear(said, counter.pay(order, PaymentWatch.NONE));
            }
            terminal.engine().befall(List.of());
            counter.recover().forEach(answer -> said.put(answer.reference(), answer.outcome()));
            return result(run + " " + line, said, terminal);
        }
    }

    /**
     * One payment by a process of its own that is killed at one message, then settled, and paid by
     * the next process where nothing was booked.
     *
     * @param run the messages are gone through in turn
     */
    Result killed(int run) throws IOException, InterruptedException {
        int message = 1 + (run - 1) % MESSAGES_TO_KILL_AT;
        Path file = scratch.resolve("killed-" + run);
        var said = new LinkedHashMap<String, PaymentOutcome>();
        var victim = new CompletableFuture<Process>();
        try (SimulatedTerminal terminal = SimulatedTerminal.start(quick())) {
            terminal.engine()
                    .onMessage(number -> {
                        if (number == message) {
                            kill(victim.join());
                        }
                    });
            Process process = start(terminal.port(), file, "killed-" + run);
            boolean _ = victim.complete(process);
            boolean ended = process.waitFor(PROCESS_MAX.toSeconds(), TimeUnit.SECONDS);
            process.destroyForcibly();
            boolean killed = ended && process.exitValue() == 137;
            terminal.engine().onMessage(_ -> {});
            try (FileJournal journal = FileJournal.open(file)) {
                var counter = counter(terminal, journal);
                var order = new PaymentOrder("killed-" + run, 1_800);
                Counter.Paid settled = counter.pay(order, PaymentWatch.NONE);
                hear(said, settled);
                if (settled.answer().outcome() instanceof PaymentOutcome.Failed) {
                    hear(said, counter.pay(order, PaymentWatch.NONE));
                }
            }
            Result result = result(run + " at message " + message, said, terminal);
            return killed
                    ? result
                    : new Result(
                            result.name(),
                            result.booked(),
                            result.unclear(),
                            List.of(
                                    "the process was not killed but ended with "
                                            + process.exitValue()));
        } catch (JournalException damaged) {
            return new Result(
                    String.valueOf(run), 0, 0, List.of(String.valueOf(damaged.getMessage())));
        }
    }

    private static void kill(Process victim) {
        try {
            boolean gone =
                    victim.destroyForcibly().waitFor(PROCESS_MAX.toSeconds(), TimeUnit.SECONDS);
            if (!gone) {
                throw new IllegalStateException("the process cannot be killed");
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    private Process start(int port, Path journal, String reference) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        PayCommand.class.getName(),
                        "--terminal",
                        "tcp://127.0.0.1:" + port,
                        "--journal",
                        journal.toString(),
                        "--amount-cents",
                        "1800",
                        "--reference",
                        reference,
                        "--json")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private SimulatedTerminal.Settings quick() {
        return SimulatedTerminal.Settings.quick(clock)
                .timeouts(Duration.ofSeconds(10), Duration.ofMillis(1200));
    }

    private Counter counter(SimulatedTerminal terminal, FileJournal journal) {
        ZvtSettings settings =
                ZvtSettings.unattended("127.0.0.1", terminal.port(), "123456").with(SHORT);
        return new Counter(
                journal,
                new ZvtTerminal(settings, journal, clock, WireTrace.NONE),
                settings,
                clock);
    }

    private static void hear(Map<String, PaymentOutcome> said, Counter.Paid paid) {
        for (Answer settled : paid.settled()) {
            said.put(settled.reference(), settled.outcome());
        }
        said.put(paid.answer().reference(), paid.answer().outcome());
    }

    private static Result result(
            String name, Map<String, PaymentOutcome> said, SimulatedTerminal terminal) {
        List<LedgerEntry> ledger = terminal.ledger();
        int unclear =
                (int)
                        said.values().stream()
                                .filter(PaymentOutcome.Unclear.class::isInstance)
                                .count();
        return new Result(
                name, terminal.bookings().size(), unclear, Comparison.of(said, Map.of(), ledger));
    }

    static void empty(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder())
                    .forEach(each -> {
                        try {
                            Files.delete(each);
                        } catch (IOException stays) {
                            throw new UncheckedIOException(stays);
                        }
                    });
        }
    }
}
