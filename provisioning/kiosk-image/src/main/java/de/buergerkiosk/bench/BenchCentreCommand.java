package de.buergerkiosk.bench;

import de.buergerkiosk.central.CentreTrouble;
import de.buergerkiosk.central.appointment.Agenda;
import de.buergerkiosk.central.appointment.Appointments;
import de.buergerkiosk.central.appointment.Contact;
import de.buergerkiosk.central.appointment.HoldOutcome;
import de.buergerkiosk.central.appointment.Wish;
import de.buergerkiosk.central.appointment.store.AppointmentStore;
import de.buergerkiosk.central.appointment.store.RawBookings;
import de.buergerkiosk.central.prove.TrialDatabase;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.function.ToDoubleFunction;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./kiosk bench centre}: what the centre adds to the one statement that books. */
@Command(
        name = "bench centre",
        mixinStandardHelpOptions = true,
        description = {
            "Bookings per second through the centre's own code, and the same statement by plain"
                    + " JDBC with the same rows, turn by turn on the same PostgreSQL.",
            "Then, with the centre in a process of its own and over mutual TLS with kept"
                + " connections: questions for news and durable heartbeats per second, beside the"
                + " bare statement, and how soon a release is at all kiosks that wait.",
            "Goals: booking-per-second at least 0.5 of raw-booking-per-second; poll-per-second 700,"
                    + " heartbeat-per-second 300, release-to-1000 2000 ms."
        })
public final class BenchCentreCommand implements Callable<Integer> {
    private static final int WARM_UP = 100;
    private static final Instant NOW = Instant.parse("2030-01-07T05:00:00Z");
    private static final LocalDate DAY = LocalDate.parse("2030-01-08");
    private static final String AGENDA =
            """
            {"v": 1, "zone": "Europe/Berlin", "holidays": {"fixed": [], "daysAfterEaster": []},
             "venues": [
              {"id": "bench", "name": {"de": "Bank", "en": "Bench"}, "address": "nowhere",
               "slotMinutes": 15, "capacity": 500, "daysAhead": 400, "leadMinutes": 0,
               "hours": {"monday": ["00:00-23:45"], "tuesday": ["00:00-23:45"], "wednesday": ["00:00-23:45"],
                         "thursday": ["00:00-23:45"], "friday": ["00:00-23:45"],
                         "saturday": ["00:00-23:45"], "sunday": ["00:00-23:45"]},
               "closed": [],
               "services": [{"id": "short", "name": {"de": "Kurz", "en": "Short"}, "minutes": 15}]}]}\
            """;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Option(names = "--runs", description = "Bookings, 1 to 20000. Default: ${DEFAULT-VALUE}")
    private int runs = 500;

    @Option(
            names = "--kiosks",
            description = "How many wait for a release, 1 to 4000. Default: ${DEFAULT-VALUE}")
    private int kiosks = 1_000;

    @Option(names = "--json", description = "Print the figures as one JSON object.")
    private boolean json;

    /** Milliseconds of one booking, and of the processor for ours. */
    private record Costs(double booked, double cpu, double raw) {}

    @Override
    public Integer call() throws IOException, InterruptedException, SQLException {
        Runs.wrong(runs, 20_000)
                .ifPresent(message -> {
                    throw new CommandLine.ParameterException(spec.commandLine(), message);
                });
        if (kiosks < 1 || kiosks > 4_000) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "--kiosks: " + kiosks + " is not possible; use 1 to 4000");
        }
        if (System.getProperty("logback.configurationFile") == null) {
            System.setProperty(
                    "logback.configurationFile", "de/buergerkiosk/central/log-to-stderr.xml");
        }
        try (var trial = TrialDatabase.start(4, InstantSource.system(), new SecureRandom())) {
            // told to stop, it must not leave a PostgreSQL behind
            Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(trial::close));
            var all = new ArrayList<>(benchmarks(measure(trial)));
            all.addAll(fleet(trial));
            System.out.println(new Table(all).text(json));
            return 0;
        } catch (GeneralSecurityException | ExecutionException e) {
            System.err.println("bench centre: " + e);
            return 1;
        } catch (CentreTrouble e) {
            System.err.println("bench centre: " + e.getMessage());
            return 1;
        }
    }

    private List<Benchmark> fleet(TrialDatabase trial)
            throws IOException,
                    InterruptedException,
                    SQLException,
                    CentreTrouble,
                    GeneralSecurityException,
                    ExecutionException {
        var folder = Files.createTempDirectory("buergerkiosk-bench-");
        try (var fleet = VirtualFleet.start(trial, folder)) {
            return new FleetBench(trial, fleet, kiosks).run(runs * 10);
        } finally {
            try (var left = Files.walk(folder)) {
                left.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
            }
        }
    }

    private List<Costs> measure(TrialDatabase trial) throws SQLException {
        var agenda = Agenda.parse(AGENDA);
        var appointments =
                new Appointments(
                        agenda,
                        AppointmentStore.on(trial.database()),
                        new SecureRandom(),
                        InstantSource.fixed(NOW));
        appointments.free("bench", "short", DAY, 31);
        var days = (WARM_UP + runs) / 1_000 + 1;
        var starts = new ArrayList<Instant>();
        for (int i = 0; i < Math.min(days, 31); i++) {
            starts.addAll(agenda.slots(agenda.venue("bench").orElseThrow(), DAY.plusDays(i)));
        }
        var all = new ArrayList<Costs>();
        try (var raw = RawBookings.open(trial.address())) {
            for (int i = 0; i < WARM_UP + runs; i++) {
                var start = starts.get(i % starts.size());
                var costs = one(appointments, raw, start, i);
                if (i >= WARM_UP) {
                    all.add(costs);
                }
            }
        }
        return all;
    }

    private static Costs one(Appointments appointments, RawBookings raw, Instant start, int number)
            throws SQLException {
        var contact = new Contact(Optional.of("erika.mustermann@example.org"));
        var wish = new Wish(UUID.randomUUID(), "kiosk-bench", "bench", "short", start, "de");
        long cpu = cpu();
        long begun = System.nanoTime();
        var outcome = appointments.book(wish, contact);
        long booked = System.nanoTime();
        long used = cpu() - cpu;
        if (!(outcome instanceof HoldOutcome.Granted)) {
            throw new IllegalStateException("a bench that books nothing: " + outcome);
        }
        var draft = raw.draft(wish, contact, NOW, number);
        long rawBegun = System.nanoTime();
        raw.book(draft);
        return new Costs((booked - begun) / 1e6, used / 1e6, (System.nanoTime() - rawBegun) / 1e6);
    }

    /** Of the thread that books; PostgreSQL's own is not in it. */
    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static List<Benchmark> benchmarks(List<Costs> all) {
        var rawRate = Benchmark.rate("raw-booking-per-second", each(all, Costs::raw));
        return List.of(
                Benchmark.millis("raw-booking", each(all, Costs::raw)),
                Benchmark.millis("booking", each(all, Costs::booked)),
                Benchmark.millis("booking-cpu", each(all, Costs::cpu)),
                rawRate,
                Benchmark.rate("booking-per-second", each(all, Costs::booked)).against(rawRate));
    }

    private static List<Double> each(List<Costs> all, ToDoubleFunction<Costs> what) {
        return all.stream().map(what::applyAsDouble).toList();
    }
}
