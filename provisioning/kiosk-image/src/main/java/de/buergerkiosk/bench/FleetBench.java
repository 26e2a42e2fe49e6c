package de.buergerkiosk.bench;

import de.buergerkiosk.central.prove.TrialDatabase;
import de.buergerkiosk.central.watch.store.RawBeats;
import de.buergerkiosk.contract.fleet.Heartbeat;
import de.buergerkiosk.contract.fleet.RollingHash;
import de.buergerkiosk.demo.fleet.VirtualKiosk;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** What the device door does for kiosks that are well: questions, heartbeats, and a release. */
final class FleetBench {
    /** Enough to keep two processors busy with both ends of the line. */
    private static final int CLIENTS = 8;

    private static final int WARM_UP = 400;

    private static final Duration WINDOW = Duration.ofMillis(250);

    private final TrialDatabase trial;
    private final VirtualFleet fleet;
    private final int kiosks;

    FleetBench(TrialDatabase trial, VirtualFleet fleet, int kiosks) {
        this.trial = trial;
        this.fleet = fleet;
        this.kiosks = kiosks;
    }

    /** Does something once, with a number that ascends. */
    private interface Once {
        void run(long number) throws IOException;
    }

    List<Benchmark> run(int each)
            throws IOException,
                    GeneralSecurityException,
                    SQLException,
                    InterruptedException,
                    ExecutionException {
        var found = new ArrayList<Benchmark>();
        var asking = clients();
        found.addAll(measured("poll", each, asking.stream().map(FleetBench::poll).toList()));
        close(asking);
        var raw = raw(each);
        var rawRate = Benchmark.rate("raw-heartbeat-per-second", raw);
        found.add(Benchmark.millis("raw-heartbeat", raw));
        found.add(rawRate);
        // fresh ones: the door closes what nobody speaks on, and the rows by hand may take longer
        var beating = clients();
        for (var benchmark :
                measured("heartbeat", each, beating.stream().map(FleetBench::beat).toList())) {
            found.add(benchmark.unit().equals("1/s") ? benchmark.against(rawRate) : benchmark);
        }
        close(beating);
        found.add(Benchmark.millis("release-to-" + kiosks, new ReleaseBench(fleet, kiosks).run()));
        return found;
    }

    private List<VirtualKiosk> clients() throws IOException, GeneralSecurityException {
        var clients = new ArrayList<VirtualKiosk>();
        for (int i = 0; i < CLIENTS; i++) {
            clients.add(fleet.kiosk("bench-" + i, Instant.now()));
        }
        return clients;
    }

    private static void close(List<VirtualKiosk> kiosks) throws IOException {
        for (var kiosk : kiosks) {
            kiosk.close();
        }
    }

    private static Once poll(VirtualKiosk client) {
        return _ -> expect(204, client.get("/v1/desired?have=0&wait=0"));
    }

    private static Once beat(VirtualKiosk client) {
        return number -> expect(200, client.post("/v1/heartbeats", beat(number).json()));
    }

    private static void expect(int status, VirtualKiosk.Said said) {
        if (said.status() != status) {
            throw new IllegalStateException("the door says " + said);
        }
    }

    private static Heartbeat beat(long number) {
        return new Heartbeat(
                "bench",
                number,
                Instant.now(),
                number * 60,
                "0.1.0",
                "service",
                new Heartbeat.Configuration(0, "", "own"),
                List.of(
                        new Heartbeat.Device("printer", "ready", ""),
                        new Heartbeat.Device("payment-terminal", "ready", "")),
                new Heartbeat.Outbox(0, 0),
                0,
                RollingHash.START,
                60,
                10_000);
    }

    /** Milliseconds of the same statement with the same rows, one after the other. */
    private List<Double> raw(int each) throws SQLException {
        var all = new ArrayList<Double>();
        try (var raw = RawBeats.open(trial.address())) {
            for (int i = 1; i <= WARM_UP + each; i++) {
                var beat = beat(i);
                long begun = System.nanoTime();
                raw.keep("bench-" + i % CLIENTS, beat, beat.at());
                if (i > WARM_UP) {
                    all.add((System.nanoTime() - begun) / 1e6);
                }
            }
        }
        return all;
    }

    /** Latency of each, rate in windows, and the centre's processor time of each. */
    private List<Benchmark> measured(String name, int each, List<Once> clients)
            throws InterruptedException, ExecutionException {
        // numbers of heartbeats only ascend, so every run begins above the last
        long first = System.currentTimeMillis();
        race(clients, first, WARM_UP);
        var cpu = fleet.cpu();
        var ends = race(clients, first + WARM_UP + 1, each);
        double used = fleet.cpu().minus(cpu).toNanos() / 1e6 / ends.size();
        var latencies = ends.stream().map(End::millis).toList();
        return List.of(
                Benchmark.millis(name, latencies),
                Benchmark.millis(name + "-cpu", List.of(used)),
                new Benchmark(name + "-per-second", windows(ends), "1/s", Optional.empty()));
    }

    private record End(long at, double millis) {}

    private static List<End> race(List<Once> clients, long first, int all)
            throws InterruptedException, ExecutionException {
        var ends = Collections.synchronizedList(new ArrayList<End>());
        var racing = new ArrayList<Future<Void>>();
        try (var threads = Executors.newThreadPerTaskExecutor(Thread.ofPlatform().factory())) {
            for (var client : clients) {
                Callable<Void> lane =
                        () -> {
                            for (int i = 0; i < Math.ceilDiv(all, clients.size()); i++) {
                                long begun = System.nanoTime();
                                client.run(first + i);
                                long end = System.nanoTime();
                                ends.add(new End(end, (end - begun) / 1e6));
                            }
                            return null;
                        };
                racing.add(threads.submit(lane));
            }
            for (var lane : racing) {
                lane.get();
            }
        }
        return List.copyOf(ends);
    }

    /** Whole windows only: the last one is cut off. */
    private static List<Double> windows(List<End> ends) {
        var sorted = ends.stream().mapToLong(End::at).sorted().toArray();
        long window = WINDOW.toNanos();
        var counts = new ArrayList<Double>();
        long begin = sorted[0];
        int count = 0;
        for (long at : sorted) {
            while (at >= begin + window) {
                counts.add(count * 1e9 / window);
                begin += window;
                count = 0;
            }
            count++;
        }
        if (counts.isEmpty()) {
            long took = Math.max(1, sorted[sorted.length - 1] - sorted[0]);
            counts.add(sorted.length * 1e9 / took);
        }
        return counts;
    }
}
