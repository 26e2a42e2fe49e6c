package de.buergerkiosk.prove;

import de.buergerkiosk.demo.ChildProcess;
import de.buergerkiosk.demo.House;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/**
 * Kills a kiosk process with SIGKILL at one point after the other. Each restarted process first
 * settles what the killed one left; then the books are compared, and it becomes the next victim.
 */
final class CrashProof {
    private static final Duration EVENT_MAX = Duration.ofMinutes(2);

    private final House house;
    private final String service;
    private final List<String> markers;
    private final Path config;
    private final Path temporary;
    private final Consumer<String> progress;
    private final Set<String> settledFilings = new HashSet<>();
    private int serial;

    /**
     * A proof in a running house.
     *
     * @param markers what the citizen enters or the card tells; must not be found on any disk
     */
    CrashProof(House house, String service, List<String> markers, Consumer<String> progress)
            throws IOException {
        this.markers = List.copyOf(markers);
        this.house = house;
        this.service = service;
        this.progress = progress;
        this.config = house.writeKioskConfig();
        this.temporary = Files.createDirectories(house.places().data().resolve("tmp"));
    }

    /** One victim and what it said until it was killed or ended. */
    private record Life(ChildProcess process, BlockingQueue<JsonNode> events)
            implements AutoCloseable {
        JsonNode next(String wanted, List<String> passed) throws InterruptedException, IOException {
            while (true) {
                var event = events.poll(EVENT_MAX.toMillis(), TimeUnit.MILLISECONDS);
                if (event == null) {
                    throw new IOException("the kiosk process did not reach: " + wanted);
                }
                switch (event.path("event").asString()) {
                    case "passed", "at" -> passed.add(event.path("point").asString());
                    default -> {}
                }
                var name = event.path("event").asString();
                if (name.equals(wanted) || (wanted.equals("at") && name.equals("done"))) {
                    return event;
                }
            }
        }

        @Override
        public void close() {
            process.close();
        }
    }

    /** All points in the order in which an undisturbed visit passes them. */
    List<String> points() throws IOException, InterruptedException {
        progress.accept("One visit without a kill, to learn the points");
        var passed = new ArrayList<String>();
        try (var life = start(Optional.empty(), false)) {
            var recovered = life.next("recovered", passed);
            life.process().tell("go");
            life.next("begun", passed);
            passed.clear();
            life.next("done", passed);
            remember(recovered);
        }
        return List.copyOf(passed);
    }

    /** Kills at each of the points; the last restart only settles. */
    List<Finding> kill(List<String> points) throws IOException, InterruptedException {
        var findings = new ArrayList<Finding>();
        var pending = Optional.<Pending>empty();
        for (int i = 0; i <= points.size(); i++) {
            var point = i < points.size() ? Optional.of(points.get(i)) : Optional.<String>empty();
            try (var life = start(point, point.isEmpty())) {
                var recovered = life.next("recovered", new ArrayList<>());
                if (pending.isPresent()) {
                    findings.add(finding(pending.get(), recovered));
                }
                remember(recovered);
                if (point.isPresent()) {
                    pending = Optional.of(run(life, point.get()));
                    progress.accept("%d of %d  %s".formatted(i + 1, points.size(), point.get()));
                }
            }
        }
        return findings;
    }

    /** A visit that was killed and not looked at yet. */
    private record Pending(String point, List<String> passed, Books before) {}

    private Pending run(Life life, String point) throws IOException, InterruptedException {
        var before = Books.read(house, house.places().terminalBooks());
        var passed = new ArrayList<String>();
        life.process().tell("go");
        life.next("begun", passed);
        passed.clear();
        var end = life.next("at", passed);
        if (end.path("event").asString().equals("done")) {
            throw new IOException("the visit ended without passing: " + point);
        }
        life.process().kill();
        return new Pending(point, passed, before);
    }

    private Finding finding(Pending killed, JsonNode recovered)
            throws IOException, InterruptedException {
        Predicate<JsonNode> isNew =
                account -> !settledFilings.contains(account.path("filing").asString());
        var fresh = new ArrayList<JsonNode>();
        recovered
                .path("accounts")
                .forEach(a -> {
                    if (isNew.test(a)) {
                        fresh.add(a);
                    }
                });
        var places = house.places();
        var found =
                Traces.find(
                        List.of(places.kioskData(), places.out().resolve("logs"), temporary),
                        markers);
        return Invariants.check(
                new Invariants.Case(
                        killed.point(),
                        recovered,
                        fresh.stream().findFirst(),
                        killed.passed(),
                        killed.before(),
                        Books.read(house, places.terminalBooks()),
                        found));
    }

    private void remember(JsonNode recovered) {
        recovered
                .path("accounts")
                .forEach(account -> settledFilings.add(account.path("filing").asString()));
    }

    private Life start(Optional<String> stopAt, boolean noVisit) throws IOException {
        serial++;
        var arguments =
                new ArrayList<>(
                        List.of(
                                "prove",
                                "crash-visit",
                                "--config",
                                config.toString(),
                                "--service",
                                service));
        stopAt.ifPresent(point -> arguments.addAll(List.of("--stop-at", point)));
        if (noVisit) {
            arguments.add("--no-visit");
        }
        var process =
                ChildProcess.start(
                        "kiosk",
                        house.places().log("kiosk-%03d".formatted(serial)),
                        List.of("-Djava.io.tmpdir=" + temporary),
                        arguments);
        var events = new LinkedBlockingQueue<JsonNode>();
        process.onEvent(events::add);
        return new Life(process, events);
    }
}
