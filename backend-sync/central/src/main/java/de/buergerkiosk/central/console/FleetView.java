package de.buergerkiosk.central.console;

import de.buergerkiosk.central.fleet.Kiosk;
import de.buergerkiosk.central.fleet.KioskBook;
import de.buergerkiosk.central.fleet.KioskBook.Papers;
import de.buergerkiosk.central.watch.Incident;
import de.buergerkiosk.central.watch.Watch;
import de.buergerkiosk.central.watch.WatchBook;
import de.buergerkiosk.central.watch.WatchBook.Heard;
import de.buergerkiosk.central.watch.WatchBook.Reported;
import de.buergerkiosk.central.watch.WatchBook.Wanted;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All kiosks as they are now, read in a few questions however many there are. */
final class FleetView {
    private static final int INCIDENTS_MAX = 10_000;
    private static final Papers NONE = new Papers(false, Optional.empty(), Optional.empty());

    private final KioskBook kiosks;
    private final WatchBook watch;
    private final InstantSource clock;

    FleetView(KioskBook kiosks, WatchBook watch, InstantSource clock) {
        this.kiosks = kiosks;
        this.watch = watch;
        this.clock = clock;
    }

    /** How urgent a kiosk is, the most urgent first. */
    enum State {
        SILENT,
        FAULT,
        OUT_OF_ORDER,
        WARNING,
        /** Somebody looks after it at its screen. */
        STAFF,
        SHUT,
        EXPECTED,
        /** Its opening hours are over. */
        CLOSED,
        WELL
    }

    /** How a kiosk stands to what it is to be. */
    enum Fit {
        /** Nobody wants anything of it. */
        OWN,
        SAME,
        ON_TRIAL,
        ON_THE_WAY,
        REFUSED,
        FALLEN_BACK,
        /** It had time enough, and is something else. */
        APART;

        boolean trouble() {
            return this == REFUSED || this == FALLEN_BACK || this == APART;
        }
    }

    /** One kiosk with all that is known of it. */
    record Line(
            Kiosk kiosk,
            Papers papers,
            Optional<Heard> heard,
            Optional<Wanted> wanted,
            Optional<Reported> reported,
            List<Incident> incidents,
            Instant now) {

        State state() {
            if (papers.denied()) {
                return State.SHUT;
            }
            if (heard.isEmpty()) {
                return State.EXPECTED;
            }
            var beat = heard.get();
            if (Duration.between(beat.at(), now).compareTo(Watch.SILENT) > 0) {
                return State.SILENT;
            }
            var broken =
                    beat.beat().devices().stream().anyMatch(d -> d.state().equals("fault"))
                            || incidents.stream().anyMatch(i -> grave(i.kind()));
            if (broken) {
                return State.FAULT;
            }
            return switch (beat.beat().mode()) {
                case "service" -> incidents.isEmpty() ? State.WELL : State.WARNING;
                case "closed" -> incidents.isEmpty() ? State.CLOSED : State.WARNING;
                case "staff" -> State.STAFF;
                default -> State.OUT_OF_ORDER;
            };
        }

        private static boolean grave(Incident.Kind kind) {
            return switch (kind) {
                case SEQUENCE_GAP, HASH_MISMATCH -> true;
                case SILENT, PAPER_LOW, DEVICE_FAULT, DRIFT, CERTIFICATE, OUTBOX_OLD, CLOCK, DISK ->
                        false;
            };
        }

        Fit fit() {
            var want = wanted.filter(w -> w.version() > 0);
            if (want.isEmpty()) {
                return Fit.OWN;
            }
            var said = reported.filter(r -> same(want.get(), r)).map(r -> r.applied().state());
            if (said.isPresent()) {
                return switch (said.get()) {
                    case "good" -> Fit.SAME;
                    case "trial" -> Fit.ON_TRIAL;
                    case "refused" -> Fit.REFUSED;
                    // Applied knows no other word
                    default -> Fit.FALLEN_BACK;
                };
            }
            var late = want.get().since().plus(Watch.DRIFT_GRACE).isBefore(now);
            return late ? Fit.APART : Fit.ON_THE_WAY;
        }

        private static boolean same(Wanted want, Reported reported) {
            return reported.applied().version() == want.version()
                    && reported.applied().digest().equals(want.digest());
        }

        /** Version that holds at the kiosk; 0 is its own settings. */
        long has() {
            return heard.map(h -> h.beat().configuration().version()).orElse(0L);
        }
    }

    /** By id. */
    List<Line> all() {
        var now = clock.instant();
        var papers = kiosks.papers();
        var heard = byKiosk(watch.heard(), Heard::kiosk);
        var wanted = watch.wanted();
        var reported = watch.reported();
        var incidents =
                watch.newest(true, INCIDENTS_MAX).stream()
                        .collect(Collectors.groupingBy(Incident::kiosk));
        return kiosks.all().stream()
                .map(kiosk -> {
                    var id = kiosk.id();
                    return new Line(
                            kiosk,
                            papers.getOrDefault(id, NONE),
                            Optional.ofNullable(heard.get(id)),
                            Optional.ofNullable(wanted.get(id)),
                            Optional.ofNullable(reported.get(id)),
                            incidents.getOrDefault(id, List.of()),
                            now);
                })
                .toList();
    }

    Optional<Line> one(String id) {
        return kiosks.find(id)
                .map(kiosk ->
                        new Line(
                                kiosk,
                                kiosks.papers().getOrDefault(id, NONE),
                                watch.heard(id),
                                watch.wanted(id),
                                watch.reported(id),
                                watch.open(id),
                                clock.instant()));
    }

    private static <T> Map<String, T> byKiosk(List<T> all, Function<T, String> kiosk) {
        return all.stream().collect(Collectors.toMap(kiosk, Function.identity()));
    }
}
