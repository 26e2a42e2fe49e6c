package de.buergerkiosk.central.desk;

import de.buergerkiosk.central.appointment.Counter;
import de.buergerkiosk.central.appointment.Queue;
import de.buergerkiosk.central.appointment.QueueOutcome;
import de.buergerkiosk.central.appointment.Queued;
import de.buergerkiosk.central.appointment.Venue;
import de.buergerkiosk.central.people.Person;
import jakarta.servlet.http.HttpServletResponse;
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

/**
 * The clerk's side of the counter: who waits, call, call again, not come, finished. Each press is a
 * form, so that it works by keyboard and without scripts; the address holds the own counter.
 */
@Controller
final class QueuePages {
    private static final String CONTENT_POLICY =
            "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self';"
                    + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /** What a page may say about the last press. */
    private static final List<String> TOLD =
            List.of(
                    "called",
                    "again",
                    "missed",
                    "parked",
                    "finished",
                    "returned",
                    "nobody",
                    "changed",
                    "busy",
                    "unknown");

    private final Queue queue;
    private final QueueView view;

    QueuePages(Queue queue, QueueView view) {
        this.queue = queue;
        this.view = view;
    }

    /** A venue to choose, as people read it. */
    record Choice(String id, String name) {}

    @GetMapping("/queue")
    String venues(@AuthenticationPrincipal Person clerk, Locale locale, Model model) {
        var own =
                queue.agenda().venues().stream().filter(venue -> clerk.opens(venue.id())).toList();
        if (own.size() == 1) {
            return "redirect:/queue/" + own.getFirst().id();
        }
        model.addAttribute(
                "venues",
                own.stream().map(venue -> new Choice(venue.id(), name(venue, locale))).toList());
        return "queues";
    }

    @GetMapping("/queue/{id}")
    String list(
            @AuthenticationPrincipal Person clerk,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String counter,
            @RequestParam(defaultValue = "") String told,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String part,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        var venue = own(clerk, id);
        if (venue.isEmpty()) {
            return refused(model, response);
        }
        response.setHeader("Content-Security-Policy", CONTENT_POLICY);
        var own = number(counter).map(n -> queue.counter(id, n, clerk.name()));
        var lists = view.lists(queue.list(id), own, venue.get(), locale);
        model.addAttribute("venue", new Choice(id, name(venue.get(), locale)));
        model.addAttribute("counter", own.map(Counter::number).orElse(0));
        model.addAttribute(
                "here", own.flatMap(queue::at).map(t -> view.line(t, venue.get(), locale)));
        model.addAttribute("lists", lists);
        model.addAttribute("told", TOLD.contains(told) ? told : "");
        model.addAttribute("number", number.matches("\\d{1,4}") ? number : "");
        model.addAttribute("badCounter", !counter.isEmpty() && own.isEmpty());
        return part.equals("lists") ? "queue :: lists" : "queue";
    }

    @PostMapping("/queue/{id}/next")
    String next(
            @AuthenticationPrincipal Person clerk,
            @PathVariable String id,
            @RequestParam String counter,
            @RequestParam(defaultValue = "") String finished,
            Model model,
            HttpServletResponse response) {
        var here = counter(clerk, id, counter);
        if (here.isEmpty()) {
            return refused(model, response);
        }
        var done = Press.ticket(finished);
        var outcome =
                done.isPresent() ? queue.next(here.get(), done.get()) : queue.next(here.get());
        return back(here.get(), outcome, "called");
    }

    @PostMapping("/queue/{id}/tickets/{ticket}/{press}")
    String press(
            @AuthenticationPrincipal Person clerk,
            @PathVariable String id,
            @PathVariable String ticket,
            @PathVariable String press,
            @RequestParam String counter,
            @RequestParam(defaultValue = "0") String times,
            Model model,
            HttpServletResponse response) {
        var here = counter(clerk, id, counter);
        var known = Press.ticket(ticket);
        var wanted = Press.of(press);
        if (here.isEmpty() || known.isEmpty() || wanted.isEmpty()) {
            return refused(model, response);
        }
        var outcome = wanted.get().on(queue, here.get(), known.get(), number(times).orElse(0));
        return back(here.get(), outcome, wanted.get().told());
    }

    private static String back(Counter counter, QueueOutcome outcome, String done) {
        var told =
                switch (outcome) {
                    case QueueOutcome.Done(Queued ticket) -> done + "&number=" + ticket.number();
                    case QueueOutcome.NobodyWaits() -> "nobody";
                    case QueueOutcome.NotNow(Queued ticket) -> "changed&number=" + ticket.number();
                    case QueueOutcome.Busy(Queued ticket) -> "busy&number=" + ticket.number();
                    case QueueOutcome.Unknown() -> "unknown";
                };
        return "redirect:/queue/%s?counter=%d&told=%s"
                .formatted(counter.venue(), counter.number(), told);
    }

    private Optional<Venue> own(Person clerk, String id) {
        return queue.agenda().venue(id).filter(venue -> clerk.opens(venue.id()));
    }

    private Optional<Counter> counter(Person clerk, String id, String counter) {
        return own(clerk, id)
                .flatMap(_ -> number(counter))
                .map(number -> queue.counter(id, number, clerk.name()));
    }

    private static Optional<Integer> number(String text) {
        return text.matches("[1-9]\\d{0,2}")
                ? Optional.of(Integer.parseInt(text))
                : Optional.empty();
    }

    private static String name(Venue venue, Locale locale) {
        return venue.name().in(Wording.english(locale) ? "en" : "de");
    }

    private static String refused(Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.FORBIDDEN.value());
        model.addAttribute("kind", "not-your-queue");
        return "trouble";
    }
}
