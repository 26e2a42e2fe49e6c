package de.buergerkiosk.central.console;

import de.buergerkiosk.central.audit.AuditEntry;
import de.buergerkiosk.central.audit.AuditTrail;
import de.buergerkiosk.central.console.FleetPages.Mark;
import de.buergerkiosk.central.desk.Wording;
import de.buergerkiosk.central.people.Person;
import de.buergerkiosk.central.watch.Incident;
import de.buergerkiosk.central.watch.WatchBook;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What somebody has to look at, and that somebody has. */
@Controller
final class IncidentPages {
    private static final int INCIDENTS_MAX = 500;

    private final WatchBook watch;
    private final AuditTrail audit;
    private final Wording wording;
    private final InstantSource clock;

    IncidentPages(WatchBook watch, AuditTrail audit, Wording wording, InstantSource clock) {
        this.watch = watch;
        this.audit = audit;
        this.wording = wording;
        this.clock = clock;
    }

    /** One incident as people read it. */
    record Row(
            long id,
            String kiosk,
            String kind,
            String subject,
            String detail,
            String meaning,
            String cure,
            String since,
            String age,
            Mark state,
            Optional<Seen> seen) {}

    /** Who has seen it. */
    record Seen(String by, String at, String note) {}

    /** A kind for the filter. */
    record Kind(String word, String text) {}

    @GetMapping("/fleet/incidents")
    String incidents(
            @RequestParam(defaultValue = "open") String show,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String kiosk,
            Locale locale,
            Model model) {
        var speech = new Speech(wording, locale);
        var now = clock.instant();
        var rows =
                watch.newest(!show.equals("all"), INCIDENTS_MAX).stream()
                        .filter(i -> !show.equals("unseen") || i.seen().isEmpty())
                        .filter(i -> kind.isEmpty() || i.kind().word().equals(kind))
                        .filter(i -> kiosk.isBlank() || Speech.has(kiosk.strip(), i.kiosk()))
                        .map(incident -> row(incident, speech, now))
                        .toList();
        model.addAttribute("rows", rows);
        model.addAttribute("show", show);
        model.addAttribute("kind", kind);
        model.addAttribute("kiosk", kiosk.strip());
        model.addAttribute("narrowed", !kind.isEmpty() || !kiosk.isBlank());
        model.addAttribute("at", speech.time(now));
        model.addAttribute(
                "kinds",
                Arrays.stream(Incident.Kind.values())
                        .map(k -> new Kind(k.word(), speech.say("console.kind." + k.word())))
                        .toList());
        return "console/incidents";
    }

    @GetMapping("/fleet/incidents/{id}")
    String incident(
            @PathVariable String id, Locale locale, Model model, HttpServletResponse response) {
        var incident = number(id).flatMap(watch::find);
        if (incident.isEmpty()) {
            return Trouble.unknown(model, response, "incident");
        }
        var speech = new Speech(wording, locale);
        model.addAttribute("row", row(incident.get(), speech, clock.instant()));
        return "console/incident";
    }

    @PostMapping("/fleet/incidents/{id}")
    String acknowledge(
            @AuthenticationPrincipal Person person,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String note,
            RedirectAttributes flash,
            Model model,
            HttpServletResponse response) {
        var number = number(id);
        if (number.isEmpty() || watch.find(number.get()).isEmpty()) {
            return Trouble.unknown(model, response, "incident");
        }
        var now = clock.instant();
        var words = Notes.cut(note);
        var seen = new Incident.Seen(person.name(), now, words);
        if (watch.acknowledge(number.get(), seen)) {
            audit.append(
                    new AuditEntry(
                            now,
                            person.name(),
                            "incident-acknowledged",
                            "incident/" + number.get(),
                            words));
            flash.addFlashAttribute("done", "acknowledged");
        } else {
            // somebody was faster; the page says who
            flash.addFlashAttribute("done", "acknowledged-before");
        }
        return "redirect:/fleet/incidents/" + number.get();
    }

    private static Optional<Long> number(String id) {
        return id.matches("\\d{1,18}") ? Optional.of(Long.parseLong(id)) : Optional.empty();
    }

    static Row row(Incident incident, Speech speech, Instant now) {
        var word = incident.kind().word();
        var code = incident.kind() == Incident.Kind.DEVICE_FAULT ? incident.detail() : "";
        return new Row(
                incident.id(),
                incident.kiosk(),
                speech.say("console.kind." + word),
                incident.subject().isEmpty() ? "" : speech.device(incident.subject()),
                incident.detail(),
                code.isEmpty() ? "" : speech.meaning(code),
                code.isEmpty() ? speech.say("console.cure." + word) : speech.cure(code),
                speech.time(incident.opened()),
                speech.ago(incident.opened(), now),
                state(incident, speech),
                incident.seen()
                        .map(seen -> new Seen(seen.by(), speech.time(seen.at()), seen.note())));
    }

    private static Mark state(Incident incident, Speech speech) {
        if (incident.resolved().isPresent()) {
            return new Mark("good", speech.say("console.incident.over"));
        }
        return incident.seen().isPresent()
                ? new Mark("way", speech.say("console.incident.seen"))
                : new Mark("bad", speech.say("console.incident.open"));
    }
}
