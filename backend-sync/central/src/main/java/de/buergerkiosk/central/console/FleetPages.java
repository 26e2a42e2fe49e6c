package de.buergerkiosk.central.console;

import de.buergerkiosk.central.console.FleetView.State;
import de.buergerkiosk.central.desk.Wording;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page of all kiosks. */
@Controller
final class FleetPages {
    private static final int ROWS_MAX = 500;
    private static final long CERTIFICATE_DAYS_MIN = 10;
    private static final Duration OUTBOX_OLD = Duration.ofMinutes(15);

    private final FleetView fleet;
    private final Wording wording;
    private final InstantSource clock;

    FleetPages(FleetView fleet, Wording wording, InstantSource clock) {
        this.fleet = fleet;
        this.wording = wording;
        this.clock = clock;
    }

    /**
     * One kiosk in the table.
     *
     * @param state and {@code fit}: class and text
     */
    record Row(
            String id,
            String site,
            List<String> groups,
            Mark state,
            String heard,
            String version,
            Mark fit,
            String incidents,
            String outbox,
            boolean outboxOld,
            String certificate,
            boolean certificateLow) {}

    /** A word with a colour; the colour never stands alone. */
    record Mark(String kind, String text) {}

    /** How many kiosks are in a state; a link that shows them. */
    record Tile(String state, long count, String text) {}

    @GetMapping("/fleet")
    String fleet(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String site,
            @RequestParam(defaultValue = "") String group,
            Locale locale,
            Model model) {
        var speech = new Speech(wording, locale);
        var all = fleet.all();
        var wanted = q.strip();
        var shown =
                all.stream()
                        .filter(line -> wanted.isEmpty() || matches(line, wanted))
                        .filter(line -> state.isEmpty() || Speech.word(line.state()).equals(state))
                        .filter(line -> site.isEmpty() || line.kiosk().site().equals(site))
                        .filter(line -> group.isEmpty() || line.kiosk().groups().contains(group))
                        .sorted(Comparator.comparing(FleetView.Line::state))
                        .toList();
        model.addAttribute(
                "rows", shown.stream().limit(ROWS_MAX).map(line -> row(line, speech)).toList());
        model.addAttribute("found", shown.size());
        model.addAttribute("cut", shown.size() > ROWS_MAX);
        model.addAttribute("total", all.size());
        model.addAttribute("tiles", tiles(all, speech));
        model.addAttribute("q", wanted);
        model.addAttribute("state", state);
        model.addAttribute("site", site);
        model.addAttribute("group", group);
        model.addAttribute("narrowed", !(wanted + state + site + group).isEmpty());
        model.addAttribute("sites", Places.sites(all));
        model.addAttribute("groups", Places.groups(all));
        model.addAttribute("states", tiles(all, speech));
        model.addAttribute("at", speech.time(clock.instant()));
        return "console/fleet";
    }

    private static boolean matches(FleetView.Line line, String wanted) {
        var kiosk = line.kiosk();
        return Speech.has(wanted, kiosk.id(), kiosk.site(), String.join(" ", kiosk.groups()));
    }

    private static List<Tile> tiles(List<FleetView.Line> all, Speech speech) {
        return Arrays.stream(State.values())
                .map(state ->
                        new Tile(
                                Speech.word(state),
                                all.stream().filter(line -> line.state() == state).count(),
                                state(state, speech).text()))
                .toList();
    }

    private Row row(FleetView.Line line, Speech speech) {
        var beat = line.heard().map(heard -> heard.beat());
        var waits = beat.map(b -> b.outbox().depth()).orElse(0L);
        var days = beat.map(b -> b.certificateDays());
        return new Row(
                line.kiosk().id(),
                line.kiosk().site(),
                line.kiosk().groups(),
                state(line.state(), speech),
                line.heard().map(h -> speech.ago(h.at(), line.now())).orElse("–"),
                version(line),
                fit(line.fit(), speech),
                line.incidents().isEmpty() ? "" : String.valueOf(line.incidents().size()),
                beat.isPresent() ? String.valueOf(waits) : "–",
                beat.map(b -> b.outbox().oldestSeconds()).orElse(0L) > OUTBOX_OLD.toSeconds(),
                days.map(d -> speech.say("console.span.days", d)).orElse("–"),
                days.map(d -> d < CERTIFICATE_DAYS_MIN).orElse(false));
    }

    /** {@code 4}, or {@code 4 → 5} while it is to change. */
    private static String version(FleetView.Line line) {
        var has = line.has();
        var want = line.wanted().map(w -> w.version()).filter(v -> v > 0 && v != has);
        var now = has == 0 ? "" : String.valueOf(has);
        return want.map(v -> (now + " → " + v).strip()).orElse(now);
    }

    static Mark state(State state, Speech speech) {
        var kind =
                switch (state) {
                    case SILENT, FAULT -> "bad";
                    case OUT_OF_ORDER, WARNING, STAFF -> "warn";
                    case SHUT, EXPECTED, CLOSED -> "calm";
                    case WELL -> "good";
                };
        return new Mark(kind, speech.say("console.state." + Speech.word(state)));
    }

    static Mark fit(FleetView.Fit fit, Speech speech) {
        var kind =
                switch (fit) {
                    case OWN -> "calm";
                    case SAME -> "good";
                    case ON_TRIAL, ON_THE_WAY -> "way";
                    case REFUSED, FALLEN_BACK, APART -> "bad";
                };
        return new Mark(kind, speech.say("console.fit." + Speech.word(fit)));
    }
}
