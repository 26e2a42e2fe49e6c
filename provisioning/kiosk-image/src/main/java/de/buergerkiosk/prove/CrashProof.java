package de.buergerkiosk.prove;

import de.buergerkiosk.demo.House;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/**
 * Kills a kiosk process with SIGKILL at one point after the other. Each restarted process first
 * settles what the killed one left; then the books are compared, and it becomes the next victim.
 */
final class CrashProof {
    private static final int SILENT_MAX = 2;

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

    /** All points in the order in which an undisturbed visit passes them. */
    List<String> points() throws IOException, InterruptedException {
        progress.accept("One visit without a kill, to learn the points");
        var passed = new ArrayList<String>();
        try (var victim = start(Optional.empty(), false)) {
            var recovered = reached(victim, "recovered", passed);
            victim.process().tell("go");
            reached(victim, "begun", passed);
            passed.clear();
            reached(victim, "done", passed);
            remember(recovered);
        }
        return List.copyOf(passed);
    }

    private static JsonNode reached(Victim victim, String wanted, List<String> passed)
            throws IOException, InterruptedException {
        return victim.next(wanted, passed)
                .orElseThrow(() ->
                        new IOException(
                                "a visit that nobody disturbs does not come to "
                                        + wanted
                                        + ": "
                                        + victim.process().lastWords()));
    }

    /**
     * Kills at each of the points; the last restart only settles. A kiosk that does not come back is
     * a finding like any other; where it does not come back twice, the other points are not tried.
     */
    List<Finding> kill(List<String> points) throws IOException, InterruptedException {
        var findings = new ArrayList<Finding>();
        var left = new ArrayDeque<>(points);
        var pending = Optional.<Pending>empty();
        int silent = 0;
        while (silent < SILENT_MAX) {
            var point = Optional.ofNullable(left.peek());
            try (var victim = start(point, point.isEmpty())) {
                var settled = new ArrayList<String>();
                var recovered = victim.next("recovered", settled);
                if (pending.isPresent()) {
                    findings.add(finding(pending.get(), recovered, settled));
                    pending = Optional.empty();
                }
                if (recovered.isEmpty()) {
                    silent++;
                    continue;
                }
                silent = 0;
                remember(recovered.get());
                if (point.isEmpty()) {
                    return findings;
                }
                left.remove();
                pending = run(victim, point.get());
                if (pending.isEmpty()) {
                    findings.add(Finding.notReached(point.get()));
                }
                progress.accept(
                        "%d of %d  %s"
                                .formatted(
                                        points.size() - left.size(), points.size(), point.get()));
            }
        }
        left.forEach(point -> findings.add(Finding.notTried(point)));
        return findings;
    }

    /** A visit that was killed and not looked at yet. */
    private record Pending(String point, List<String> passed, Books before) {}

    /** Empty when the visit does not come to the point. */
    private Optional<Pending> run(Victim victim, String point)
            throws IOException, InterruptedException {
        var before = Books.read(house, house.places());
        var passed = new ArrayList<String>();
        victim.process().tell("go");
        if (victim.next("begun", passed).isEmpty()) {
            return Optional.empty();
        }
        passed.clear();
        var end = victim.next("at", passed);
        victim.process().kill();
        return end.filter(event -> event.path("event").asString().equals("at"))
                .map(_ -> new Pending(point, List.copyOf(passed), before));
    }

    private Finding finding(Pending killed, Optional<JsonNode> recovered, List<String> settled)
            throws IOException, InterruptedException {
        Predicate<JsonNode> isNew =
                account -> !settledFilings.contains(account.path("filing").asString());
        var fresh = new ArrayList<JsonNode>();
        recovered.ifPresent(said ->
                said.path("accounts")
                        .forEach(account -> {
                            if (isNew.test(account)) {
                                fresh.add(account);
                            }
                        }));
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
                        settled,
                        killed.before(),
                        Books.read(house, places),
                        found));
    }

    private void remember(JsonNode recovered) {
        recovered
                .path("accounts")
                .forEach(account -> settledFilings.add(account.path("filing").asString()));
    }

    private Victim start(Optional<String> stopAt, boolean noVisit) throws IOException {
        serial++;
        var more = new ArrayList<String>();
        stopAt.ifPresent(point -> more.addAll(List.of("--stop-at", point)));
        if (noVisit) {
            more.add("--no-visit");
        }
        return Victim.start(
                house.places().log("kiosk-%03d".formatted(serial)),
                List.of("-Djava.io.tmpdir=" + temporary),
                config,
                service,
                more);
    }
}
