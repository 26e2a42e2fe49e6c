package de.buergerkiosk.central.console;

import de.buergerkiosk.central.desk.Wording;
import de.buergerkiosk.central.people.Person;
import de.buergerkiosk.central.rollout.Audience;
import de.buergerkiosk.central.rollout.Release;
import de.buergerkiosk.central.rollout.Rollouts;
import de.buergerkiosk.central.settings.LayerBook.Kept;
import de.buergerkiosk.central.settings.Layers;
import de.buergerkiosk.contract.json.CanonicalJson;
import de.buergerkiosk.contract.json.MalformedDocument;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Releasing to some kiosks and then to more, stopping, and going back; each with a page before it. */
@Controller
final class ReleaseForms {
    private final Rollouts rollouts;
    private final Layers layers;
    private final FleetView fleet;
    private final Wording wording;

    ReleaseForms(Rollouts rollouts, Layers layers, FleetView fleet, Wording wording) {
        this.rollouts = rollouts;
        this.layers = layers;
        this.fleet = fleet;
        this.wording = wording;
    }

    /** Whom something can go to. */
    record Target(String value, String text, long kiosks) {}

    /** A change that nobody released yet. */
    record Since(String layer, String page, int version, String by, String at, String note) {}

    /** Kiosks for which the same becomes different. */
    record Effect(List<String> kiosks, List<ChangeRow> changes) {}

    static Since since(Kept kept, Speech speech) {
        var layer = kept.layer();
        return new Since(
                speech.layer(layer.level(), layer.name()),
                new LayerName(layer.level(), layer.name()).page(),
                kept.version(),
                layer.change().by(),
                speech.time(layer.change().at()),
                kept.note());
    }

    /** Whom it goes to, and then what becomes different there. */
    @GetMapping("/fleet/releases/new")
    String fresh(
            @RequestParam(defaultValue = "") String to,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        return fresh(to, "", new Speech(wording, locale), model, response);
    }

    private String fresh(
            String to, String trouble, Speech speech, Model model, HttpServletResponse response) {
        var all = fleet.all();
        var newest = rollouts.newest().stream().mapToLong(Release::upTo).max().orElse(0);
        model.addAttribute("path", "/fleet/releases/new");
        model.addAttribute("targets", targets(all, speech));
        model.addAttribute("to", to);
        model.addAttribute("trouble", trouble);
        model.addAttribute(
                "since",
                layers.changes(newest, layers.newestChange()).stream()
                        .map(kept -> since(kept, speech))
                        .toList());
        var audience = audience(to);
        if (audience.isEmpty()) {
            return "console/release-new";
        }
        var meant = all.stream().filter(line -> audience.get().includes(line.kiosk())).toList();
        if (meant.isEmpty() && trouble.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("trouble", speech.say("console.release.nobody"));
        }
        model.addAttribute("toText", speech.audience(audience.get()));
        model.addAttribute("meant", meant.size());
        model.addAttribute("effects", effects(meant, speech));
        return "console/release-new";
    }

    /** Groups first, for that is how a careful release begins; all of them last. */
    private static List<Target> targets(List<FleetView.Line> all, Speech speech) {
        var targets = new ArrayList<Target>();
        Places.groups(all).forEach(name -> targets.add(target("group:" + name, all, speech)));
        Places.sites(all).forEach(name -> targets.add(target("site:" + name, all, speech)));
        all.forEach(line -> targets.add(target("kiosk:" + line.kiosk().id(), all, speech)));
        targets.add(target("all", all, speech));
        return targets;
    }

    private static Target target(String value, List<FleetView.Line> all, Speech speech) {
        var audience = Audience.parse(value);
        return new Target(
                value,
                speech.audience(audience),
                all.stream().filter(line -> audience.includes(line.kiosk())).count());
    }

    /** What holds at the kiosks beside what will, alike kiosks together. */
    private List<Effect> effects(List<FleetView.Line> meant, Speech speech) {
        var frozen = layers.upTo(layers.newestChange());
        var byChanges = new LinkedHashMap<List<ChangeRow>, List<String>>();
        for (var line : meant) {
            var now =
                    line.reported()
                            .map(reported -> reported.applied().settings())
                            .orElseGet(CanonicalJson::object);
            var then = Layers.of(line.kiosk(), frozen).json();
            byChanges
                    .computeIfAbsent(ChangeRow.between(now, then, speech), _ -> new ArrayList<>())
                    .add(line.kiosk().id());
        }
        return byChanges.entrySet().stream()
                .map(each -> new Effect(each.getValue(), each.getKey()))
                .toList();
    }

    @PostMapping("/fleet/releases/new")
    String release(
            @AuthenticationPrincipal Person admin,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String note,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var speech = new Speech(wording, locale);
        var audience = audience(to);
        if (audience.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return fresh("", speech.say("console.release.choose"), speech, model, response);
        }
        return switch (rollouts.release(audience.get(), Notes.cut(note), admin.name())) {
            case Rollouts.Outcome.Done(var release, _) -> {
                flash.addFlashAttribute("done", "released");
                yield "redirect:/fleet/releases/" + release.number();
            }
            case Rollouts.Outcome.Nobody() ->
                    fresh(to, speech.say("console.release.nobody"), speech, model, response);
            case Rollouts.Outcome.Impossible(String why) -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                yield fresh(
                        to, speech.say("console.release.impossible", why), speech, model, response);
            }
            // a new release has no number that anybody could have given
            case Rollouts.Outcome.Unknown(), Rollouts.Outcome.NotRunning(_) ->
                    Trouble.unknown(model, response, "release");
        };
    }

    @GetMapping("/fleet/releases/{number}/{act:widen|stop|roll-back}")
    String ask(
            @PathVariable String number,
            @PathVariable String act,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        return ask(number, act, "", new Speech(wording, locale), model, response);
    }

    private String ask(
            String number,
            String act,
            String trouble,
            Speech speech,
            Model model,
            HttpServletResponse response) {
        var release = ReleasePages.number(number).flatMap(rollouts::find);
        if (release.isEmpty()) {
            return Trouble.unknown(model, response, "release");
        }
        var have =
                rollouts.desired().stream()
                        .filter(desired -> desired.release() == release.get().number())
                        .map(desired -> desired.kiosk())
                        .toList();
        var others =
                fleet.all().stream().filter(line -> !have.contains(line.kiosk().id())).toList();
        model.addAttribute("path", "/fleet/releases/" + number + "/" + act);
        model.addAttribute("number", release.get().number());
        model.addAttribute("act", act);
        model.addAttribute("trouble", trouble);
        model.addAttribute("to", speech.audience(release.get().audience()));
        model.addAttribute("have", have);
        model.addAttribute(
                "targets",
                targets(others, speech).stream().filter(target -> target.kiosks() > 0).toList());
        return "console/release-act";
    }

    @PostMapping("/fleet/releases/{number}/{act:widen|stop|roll-back}")
    String act(
            @AuthenticationPrincipal Person admin,
            @PathVariable String number,
            @PathVariable String act,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String note,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var speech = new Speech(wording, locale);
        var known = ReleasePages.number(number);
        if (known.isEmpty()) {
            return Trouble.unknown(model, response, "release");
        }
        var audience = audience(to);
        if (act.equals("widen") && audience.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return ask(number, act, speech.say("console.release.choose"), speech, model, response);
        }
        var outcome = carriedOut(known.get(), act, audience, Notes.cut(note), admin.name());
        return switch (outcome) {
            case Rollouts.Outcome.Done(_, _) -> {
                flash.addFlashAttribute("done", act);
                yield "redirect:/fleet/releases/" + number;
            }
            case Rollouts.Outcome.Unknown() -> Trouble.unknown(model, response, "release");
            case Rollouts.Outcome.NotRunning(_) -> {
                response.setStatus(HttpStatus.CONFLICT.value());
                yield ask(number, act, speech.say("console.release.over"), speech, model, response);
            }
            case Rollouts.Outcome.Nobody() -> {
                response.setStatus(HttpStatus.CONFLICT.value());
                yield ask(
                        number, act, speech.say("console.release.nobody"), speech, model, response);
            }
            case Rollouts.Outcome.Impossible(String why) -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                yield ask(
                        number,
                        act,
                        speech.say("console.release.impossible", why),
                        speech,
                        model,
                        response);
            }
        };
    }

    private Rollouts.Outcome carriedOut(
            long number, String act, Optional<Audience> to, String note, String by) {
        return switch (act) {
            case "widen" -> rollouts.widen(number, to.orElseGet(Audience.All::new), note, by);
            case "stop" -> rollouts.stop(number, note, by);
            default -> rollouts.rollBack(number, note, by);
        };
    }

    private static Optional<Audience> audience(String to) {
        try {
            return Optional.of(Audience.parse(to));
        } catch (MalformedDocument e) {
            return Optional.empty();
        }
    }
}
