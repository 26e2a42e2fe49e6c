package de.buergerkiosk.central.desk;

import de.buergerkiosk.central.appointment.Agenda;
import de.buergerkiosk.central.appointment.Call;
import de.buergerkiosk.central.appointment.CallBoard;
import de.buergerkiosk.contract.json.CanonicalJson;
import jakarta.servlet.http.HttpServletResponse;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * The call page of a venue, for a screen on the wall: number and counter, nothing else. It speaks
 * German and English at once, because nobody can switch a screen on a wall.
 */
@Controller
final class CallPages {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private final CallBoard board;
    private final Agenda agenda;
    private final Wording wording;
    private final ZoneId zone;

    CallPages(CallBoard board, Agenda agenda, Wording wording, ZoneId zone) {
        this.board = board;
        this.agenda = agenda;
        this.wording = wording;
        this.zone = zone;
    }

    /** A word in both languages. */
    record Both(String german, String english) {}

    /** All words of the page. */
    record Words(Both title, Both number, Both counter, Both none, Both stale, Both staleText) {}

    @GetMapping("/call")
    String venues(Model model) {
        model.addAttribute("words", words());
        model.addAttribute("venues", agenda.venues());
        return "calls";
    }

    @GetMapping("/call/{venue}")
    String page(@PathVariable String venue, Model model, HttpServletResponse response) {
        var now = board.of(venue);
        model.addAttribute("words", words());
        if (now.isEmpty()) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
            model.addAttribute("venues", agenda.venues());
            return "calls";
        }
        model.addAttribute("venue", now.get().venue());
        model.addAttribute("calls", now.get().calls());
        model.addAttribute("time", TIME.withZone(zone).format(now.get().at()));
        return "call";
    }

    /** What the page asks for every other second. */
    @GetMapping("/call/{venue}/now")
    ResponseEntity<byte[]> now(@PathVariable String venue) {
        var now = board.of(venue);
        if (now.isEmpty()) {
            return Replies.unknown("there is no such venue");
        }
        var json = CanonicalJson.object().put("v", 1).put("venue", venue);
        json.put("at", CanonicalJson.time(now.get().at()));
        json.put("time", TIME.withZone(zone).format(now.get().at()));
        var calls = json.putArray("calls");
        for (Call call : now.get().calls()) {
            calls.addObject()
                    .put("number", call.number())
                    .put("counter", call.counter())
                    .put("times", call.times())
                    .put("at", CanonicalJson.time(call.at()));
        }
        return Replies.ok(json);
    }

    private Words words() {
        return new Words(
                new Both(text("call.title", Locale.GERMAN), text("call.title", Locale.ENGLISH)),
                new Both(text("call.number", Locale.GERMAN), text("call.number", Locale.ENGLISH)),
                new Both(text("call.counter", Locale.GERMAN), text("call.counter", Locale.ENGLISH)),
                new Both(text("call.none", Locale.GERMAN), text("call.none", Locale.ENGLISH)),
                new Both(text("call.stale", Locale.GERMAN), text("call.stale", Locale.ENGLISH)),
                new Both(
                        text("call.stale.text", Locale.GERMAN),
                        text("call.stale.text", Locale.ENGLISH)));
    }

    private String text(String key, Locale locale) {
        return wording.text(key, locale);
    }
}
