package de.buergerkiosk.central.console;

import de.buergerkiosk.central.console.FleetPages.Mark;
import de.buergerkiosk.central.desk.Wording;
import de.buergerkiosk.central.settings.Layer;
import de.buergerkiosk.central.settings.Layers;
import de.buergerkiosk.central.settings.Setting;
import de.buergerkiosk.central.watch.WatchBook.Reported;
import de.buergerkiosk.contract.fleet.Heartbeat;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import tools.jackson.databind.JsonNode;

/** The page of one kiosk: how it is, what it is to be, and why. */
@Controller
final class KioskPages {
    private final FleetView fleet;
    private final Layers layers;
    private final Wording wording;

    KioskPages(FleetView fleet, Layers layers, Wording wording) {
        this.fleet = fleet;
        this.layers = layers;
        this.wording = wording;
    }

    /** A fact with its name. */
    record Fact(String name, String value, boolean bad) {}

    /** A device as people read it. */
    record Device(String name, Mark state, String code, String meaning, String cure) {}

    /** Where a value comes from: text and page of the layer, and who said it when. */
    record Source(String layer, String page, String by) {}

    /**
     * One setting.
     *
     * @param value what the layers say now; empty when only the kiosk says it
     * @param reported what holds at the kiosk where that is something else
     */
    record Value(
            String name,
            String value,
            Optional<Source> from,
            List<Source> over,
            boolean differs,
            String reported) {}

    @GetMapping("/fleet/kiosks/{id}")
    String kiosk(
            @PathVariable String id, Locale locale, Model model, HttpServletResponse response) {
        var found = fleet.one(id);
        if (found.isEmpty()) {
            return Trouble.unknown(model, response, "kiosk");
        }
        var speech = new Speech(wording, locale);
        var line = found.get();
        model.addAttribute("id", id);
        model.addAttribute("site", line.kiosk().site());
        model.addAttribute("groups", line.kiosk().groups());
        model.addAttribute("state", FleetPages.state(line.state(), speech));
        model.addAttribute("fit", FleetPages.fit(line.fit(), speech));
        model.addAttribute("facts", facts(line, speech));
        model.addAttribute("devices", devices(line, speech));
        model.addAttribute("configuration", configuration(line, speech));
        model.addAttribute("certificate", certificate(line, speech));
        model.addAttribute("denied", line.papers().denied());
        model.addAttribute("heard", line.heard().isPresent());
        model.addAttribute(
                "incidents",
                line.incidents().stream()
                        .map(i -> IncidentPages.row(i, speech, line.now()))
                        .toList());
        model.addAttribute("values", values(line, speech));
        model.addAttribute("reported", line.reported().isPresent());
        return "console/kiosk";
    }

    private static List<Fact> facts(FleetView.Line line, Speech speech) {
        var facts = new ArrayList<Fact>();
        line.heard()
                .ifPresent(heard -> {
                    var beat = heard.beat();
                    add(
                            facts,
                            speech.say("console.fact.heard"),
                            speech.ago(heard.at(), line.now()) + ", " + speech.time(heard.at()));
                    add(
                            facts,
                            speech.say("console.fact.mode"),
                            speech.sayOr("console.mode." + beat.mode(), beat.mode()));
                    add(facts, speech.say("console.fact.software"), beat.software());
                    add(
                            facts,
                            speech.say("console.fact.up"),
                            speech.span(Duration.ofSeconds(beat.uptimeSeconds())));
                    add(facts, speech.say("console.fact.outbox"), outbox(beat, speech));
                    add(
                            facts,
                            speech.say("console.fact.filings"),
                            String.valueOf(beat.lastFiling()));
                    add(
                            facts,
                            speech.say("console.fact.settled"),
                            String.valueOf(beat.filings().settled()));
                    add(
                            facts,
                            speech.say("console.fact.disk"),
                            speech.say(
                                    "console.fact.disk.free", beat.diskFreeMegabytes() / 1000.0));
                });
        return facts;
    }

    private static String outbox(Heartbeat beat, Speech speech) {
        var outbox = beat.outbox();
        return outbox.depth() == 0
                ? speech.say("console.fact.outbox.none")
                : speech.say(
                        "console.fact.outbox.some",
                        outbox.depth(),
                        speech.span(Duration.ofSeconds(outbox.oldestSeconds())));
    }

    private static void add(List<Fact> facts, String name, String value) {
        facts.add(new Fact(name, value, false));
    }

    private static List<Device> devices(FleetView.Line line, Speech speech) {
        return line.heard().map(heard -> heard.beat().devices()).orElse(List.of()).stream()
                .map(device ->
                        new Device(
                                speech.device(device.id()),
                                mark(device.state(), speech),
                                device.code(),
                                speech.meaning(device.code()),
                                speech.cure(device.code())))
                .toList();
    }

    private static Mark mark(String state, Speech speech) {
        var kind =
                switch (state) {
                    case "ready" -> "good";
                    case "warning" -> "warn";
                    case "fault" -> "bad";
                    default -> "calm";
                };
        return new Mark(kind, speech.sayOr("console.device-state." + state, state));
    }

    private static List<Fact> configuration(FleetView.Line line, Speech speech) {
        var facts = new ArrayList<Fact>();
        var want = line.wanted().filter(w -> w.version() > 0);
        add(
                facts,
                speech.say("console.fact.wanted"),
                want.map(w ->
                                speech.say(
                                        "console.fact.wanted.since",
                                        w.version(),
                                        speech.time(w.since()),
                                        Speech.digest(w.digest())))
                        .orElseGet(() -> speech.say("console.fact.wanted.none")));
        line.heard()
                .map(heard -> heard.beat().configuration())
                .ifPresent(has ->
                        add(
                                facts,
                                speech.say("console.fact.has"),
                                has.version() == 0
                                        ? speech.say("console.fact.has.own")
                                        : speech.say(
                                                "console.fact.has.version",
                                                has.version(),
                                                Speech.digest(has.digest()))));
        line.reported().ifPresent(reported -> facts.add(told(reported, speech)));
        return facts;
    }

    private static Fact told(Reported reported, Speech speech) {
        var applied = reported.applied();
        var text =
                speech.say(
                        "console.fact.told.at",
                        applied.version(),
                        speech.say("console.applied." + applied.state()),
                        speech.time(reported.at()));
        return new Fact(
                speech.say("console.fact.told"),
                applied.detail().isEmpty() ? text : text + "\n" + applied.detail(),
                !applied.state().equals("good") && !applied.state().equals("trial"));
    }

    private static List<Fact> certificate(FleetView.Line line, Speech speech) {
        var facts = new ArrayList<Fact>();
        var papers = line.papers();
        papers.certificate()
                .ifPresent(paper -> {
                    add(facts, speech.say("console.fact.serial"), paper.serial());
                    add(facts, speech.say("console.fact.issued"), speech.time(paper.issued()));
                    add(facts, speech.say("console.fact.until"), speech.time(paper.until()));
                });
        line.heard()
                .ifPresent(heard ->
                        add(
                                facts,
                                speech.say("console.fact.days"),
                                speech.say("console.span.days", heard.beat().certificateDays())));
        papers.codeUntil()
                .filter(until -> until.isAfter(line.now()))
                .ifPresent(
                        until -> add(facts, speech.say("console.fact.code"), speech.time(until)));
        return facts;
    }

    /** What the layers say, and beside it what holds at the kiosk where that differs. */
    private List<Value> values(FleetView.Line line, Speech speech) {
        var effective = Layers.of(line.kiosk(), layers.upTo(layers.newestChange()));
        var told = line.reported().map(reported -> reported.applied().settings());
        var reported = new TreeMap<>(told.map(Changes::values).orElseGet(TreeMap::new));
        var values = new ArrayList<Value>();
        for (var setting : effective.settings().values()) {
            var holds = Optional.ofNullable(reported.remove(setting.path()));
            values.add(value(setting, told.isPresent(), holds, speech));
        }
        reported.forEach((path, holds) -> values.add(own(path, holds, speech)));
        return values;
    }

    private static Value value(
            Setting setting, boolean told, Optional<JsonNode> holds, Speech speech) {
        var path = setting.path();
        var differs = told && holds.filter(setting.value()::equals).isEmpty();
        return new Value(
                speech.setting(path),
                speech.value(path, setting.value()),
                Optional.of(source(setting.origin(), speech)),
                setting.overridden().stream().map(origin -> source(origin, speech)).toList(),
                differs,
                holds.map(value -> speech.value(path, value))
                        .orElseGet(() -> speech.say("console.value.absent")));
    }

    /** Something that no layer says, and that holds at the kiosk all the same. */
    private static Value own(String path, JsonNode holds, Speech speech) {
        return new Value(
                speech.setting(path),
                "",
                Optional.empty(),
                List.of(),
                true,
                speech.value(path, holds));
    }

    private static Source source(Layer.Origin origin, Speech speech) {
        return new Source(
                speech.layer(origin.level(), origin.name()),
                "/fleet/layers/" + Speech.word(origin.level()) + "/" + origin.name(),
                speech.say(
                        "console.source.by",
                        origin.change().by(),
                        speech.time(origin.change().at())));
    }
}
