package de.buergerkiosk.central.console;

import de.buergerkiosk.central.audit.AuditLog;
import de.buergerkiosk.central.audit.AuditTrail;
import de.buergerkiosk.central.desk.Wording;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who did what, and whether the trail is as it was written. */
@Controller
final class AuditPages {
    private static final int PAGE = 100;
    private static final int SEARCH_CHARACTERS_MAX = 100;

    /** The chain of years takes seconds to walk, so not at each look. */
    private static final Duration CHECKED_AT_MOST = Duration.ofMinutes(10);

    private final AuditLog log;
    private final AuditTrail trail;
    private final Wording wording;
    private final InstantSource clock;
    private final AtomicReference<Optional<Checked>> checked =
            new AtomicReference<>(Optional.empty());

    AuditPages(AuditLog log, AuditTrail trail, Wording wording, InstantSource clock) {
        this.log = log;
        this.trail = trail;
        this.wording = wording;
        this.clock = clock;
    }

    private record Checked(AuditTrail.Verdict verdict, Instant at) {}

    /** An entry as people read it. */
    record Row(
            long position, String at, String actor, String what, String subject, String detail) {}

    /** A kind of event for the filter. */
    record Event(String word, String text) {}

    @GetMapping("/fleet/audit")
    String audit(
            @RequestParam(defaultValue = "") String actor,
            @RequestParam(defaultValue = "") String event,
            @RequestParam(defaultValue = "") String subject,
            @RequestParam(defaultValue = "0") String before,
            @RequestParam(defaultValue = "false") boolean check,
            Locale locale,
            Model model) {
        var speech = new Speech(wording, locale);
        var search = new AuditLog.Search(cut(actor), cut(event), cut(subject));
        long below = before.matches("\\d{1,18}") ? Long.parseLong(before) : 0;
        var found = log.newest(search, below, PAGE + 1);
        var shown = found.stream().limit(PAGE).toList();
        model.addAttribute("rows", rows(shown, speech));
        model.addAttribute("more", found.size() > PAGE ? shown.getLast().position() : 0);
        model.addAttribute("paged", below > 0);
        model.addAttribute("actor", search.actor());
        model.addAttribute("event", search.event());
        model.addAttribute("subject", search.subject());
        model.addAttribute(
                "events",
                log.events().stream()
                        .map(word -> new Event(word, speech.sayOr("console.event." + word, word)))
                        .toList());
        chain(check, speech, model);
        return "console/audit";
    }

    private static String cut(String text) {
        var stripped = text.strip();
        return stripped.substring(0, Math.min(stripped.length(), SEARCH_CHARACTERS_MAX));
    }

    private static List<Row> rows(List<AuditLog.Noted> entries, Speech speech) {
        return entries.stream()
                .map(noted -> {
                    var entry = noted.entry();
                    return new Row(
                            noted.position(),
                            speech.time(entry.at()),
                            entry.actor(),
                            speech.sayOr("console.event." + entry.event(), entry.event()),
                            entry.subject(),
                            entry.detail());
                })
                .toList();
    }

    private void chain(boolean anew, Speech speech, Model model) {
        var now = clock.instant();
        var known =
                checked.get()
                        .filter(last -> !anew && last.at().plus(CHECKED_AT_MOST).isAfter(now))
                        .orElseGet(() -> new Checked(trail.verify(), now));
        checked.set(Optional.of(known));
        switch (known.verdict()) {
            case AuditTrail.Verdict.Whole(long entries) -> {
                model.addAttribute("whole", true);
                model.addAttribute(
                        "chain",
                        speech.say("console.audit.whole", entries, speech.time(known.at())));
            }
            case AuditTrail.Verdict.Broken(long position) -> {
                model.addAttribute("whole", false);
                model.addAttribute(
                        "chain",
                        speech.say("console.audit.broken", position, speech.time(known.at())));
            }
        }
    }
}
