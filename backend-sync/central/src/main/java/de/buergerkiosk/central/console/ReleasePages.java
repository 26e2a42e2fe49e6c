package de.buergerkiosk.central.console;

import de.buergerkiosk.central.audit.AuditLog;
import de.buergerkiosk.central.console.FleetPages.Mark;
import de.buergerkiosk.central.console.FleetView.Fit;
import de.buergerkiosk.central.desk.Wording;
import de.buergerkiosk.central.rollout.Desired;
import de.buergerkiosk.central.rollout.Release;
import de.buergerkiosk.central.rollout.Rollouts;
import de.buergerkiosk.central.settings.Layers;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** All releases, and one of them: who has it, who refused it and why, who did what. */
@Controller
final class ReleasePages {
    private static final int EVENTS_MAX = 50;

    private final Rollouts rollouts;
    private final Layers layers;
    private final FleetView fleet;
    private final AuditLog log;
    private final Wording wording;
    private final InstantSource clock;

    ReleasePages(
            Rollouts rollouts,
            Layers layers,
            FleetView fleet,
            AuditLog log,
            Wording wording,
            InstantSource clock) {
        this.rollouts = rollouts;
        this.layers = layers;
        this.fleet = fleet;
        this.log = log;
        this.wording = wording;
        this.clock = clock;
    }

    /** A release in the list. */
    record Row(
            long number,
            String to,
            Mark state,
            String note,
            String by,
            String at,
            Progress progress) {}

    /** How far a release came with the kiosks that are to have it. */
    record Progress(long meant, long have, long waiting, long troubled) {
        static Progress of(List<FleetView.Line> meant) {
            var have = meant.stream().filter(line -> line.fit() == Fit.SAME).count();
            var troubled = meant.stream().filter(line -> line.fit().trouble()).count();
            return new Progress(meant.size(), have, meant.size() - have - troubled, troubled);
        }
    }

    /** One kiosk of a release. */
    record Member(String id, String site, Mark fit, String version, String why, String heard) {}

    /** Something that somebody did with it. */
    record Event(String text, String by, String at, String detail) {}

    @GetMapping("/fleet/releases")
    String releases(Locale locale, Model model) {
        var speech = new Speech(wording, locale);
        var byRelease = members(fleet.all());
        model.addAttribute(
                "rows",
                rollouts.newest().stream()
                        .map(release ->
                                row(
                                        release,
                                        byRelease.getOrDefault(release.number(), List.of()),
                                        speech))
                        .toList());
        model.addAttribute("waiting", waiting());
        model.addAttribute("at", speech.time(clock.instant()));
        return "console/releases";
    }

    /** Changes of layers that no release has in it yet. */
    private long waiting() {
        var newest = rollouts.newest().stream().mapToLong(Release::upTo).max().orElse(0);
        return layers.changes(newest, layers.newestChange()).size();
    }

    private Map<Long, List<FleetView.Line>> members(List<FleetView.Line> all) {
        var byKiosk =
                rollouts.desired().stream()
                        .filter(desired -> desired.version() > 0)
                        .collect(Collectors.toMap(Desired::kiosk, Function.identity()));
        return all.stream()
                .filter(line -> byKiosk.containsKey(line.kiosk().id()))
                .collect(
                        Collectors.groupingBy(line ->
                                Optional.ofNullable(byKiosk.get(line.kiosk().id()))
                                        .map(Desired::release)
                                        .orElse(0L)));
    }

    private static Row row(Release release, List<FleetView.Line> members, Speech speech) {
        return new Row(
                release.number(),
                speech.audience(release.audience()),
                state(release, speech),
                release.note(),
                release.by(),
                speech.time(release.at()),
                Progress.of(members));
    }

    private static Mark state(Release release, Speech speech) {
        return switch (release.state()) {
            case RUNNING -> new Mark("way", speech.say("console.release.running"));
            case STOPPED -> new Mark("warn", speech.say("console.release.stopped"));
            case ROLLED_BACK -> new Mark("calm", speech.say("console.release.rolled-back"));
        };
    }

    @GetMapping("/fleet/releases/{number}")
    String release(
            @PathVariable String number, Locale locale, Model model, HttpServletResponse response) {
        var release = number(number).flatMap(rollouts::find);
        if (release.isEmpty()) {
            return Trouble.unknown(model, response, "release");
        }
        var speech = new Speech(wording, locale);
        var found = release.get();
        var members = members(fleet.all()).getOrDefault(found.number(), List.of());
        model.addAttribute("row", row(found, members, speech));
        model.addAttribute("members", members.stream().map(each -> member(each, speech)).toList());
        model.addAttribute("at", speech.time(clock.instant()));
        model.addAttribute("running", found.state() == Release.State.RUNNING);
        model.addAttribute("back", found.state() != Release.State.ROLLED_BACK);
        model.addAttribute("changes", changes(found, speech));
        model.addAttribute("events", events(found, speech));
        return "console/release";
    }

    /** What people changed since the release before. */
    private List<ReleaseForms.Since> changes(Release release, Speech speech) {
        var before =
                rollouts.newest().stream()
                        .filter(each -> each.number() < release.number())
                        .mapToLong(Release::upTo)
                        .max()
                        .orElse(0);
        return layers.changes(before, release.upTo()).stream()
                .map(kept -> ReleaseForms.since(kept, speech))
                .toList();
    }

    private static Member member(FleetView.Line line, Speech speech) {
        var why =
                line.reported()
                        .filter(_ -> line.fit().trouble())
                        .map(reported -> reported.applied().detail())
                        .orElse("");
        return new Member(
                line.kiosk().id(),
                line.kiosk().site(),
                FleetPages.fit(line.fit(), speech),
                line.has() == 0 ? "–" : String.valueOf(line.has()),
                why,
                line.heard().map(h -> speech.ago(h.at(), line.now())).orElse("–"));
    }

    private List<Event> events(Release release, Speech speech) {
        var search = new AuditLog.Search("", "", "release/" + release.number());
        return log.newest(search, 0, EVENTS_MAX).stream()
                .map(AuditLog.Noted::entry)
                .filter(entry -> entry.subject().equals("release/" + release.number()))
                .map(entry ->
                        new Event(
                                speech.sayOr("console.event." + entry.event(), entry.event()),
                                entry.actor(),
                                speech.time(entry.at()),
                                entry.detail()))
                .toList();
    }

    static Optional<Long> number(String number) {
        return number.matches("\\d{1,18}") ? Optional.of(Long.parseLong(number)) : Optional.empty();
    }
}
