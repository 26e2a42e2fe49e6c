package de.buergerkiosk.central.desk;

import de.buergerkiosk.central.audit.AuditTrail;
import de.buergerkiosk.central.people.Person;
import de.buergerkiosk.central.people.Right;
import de.buergerkiosk.central.reading.KeptFiling;
import de.buergerkiosk.central.reading.ReadingRoom;
import de.buergerkiosk.central.reading.ReadingRoom.Look;
import de.buergerkiosk.central.reading.Shelf;
import de.buergerkiosk.contract.filing.FilingId;
import de.buergerkiosk.contract.json.MalformedDocument;
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
import org.springframework.web.bind.annotation.RequestParam;

/** The pages of the desk. */
@Controller
final class DeskPages {
    private static final int NUMBER_CHARACTERS_MAX = 32;

    private final ReadingRoom room;
    private final AuditTrail audit;
    private final Wording wording;

    DeskPages(ReadingRoom room, AuditTrail audit, Wording wording) {
        this.room = room;
        this.audit = audit;
        this.wording = wording;
    }

    /** A line of the list, as people read it. */
    record Line(
            String id,
            String number,
            String service,
            String office,
            String received,
            String state,
            String payment,
            boolean attention,
            String kiosk) {}

    /** One kiosk, as people read it. */
    record KioskLine(
            String kiosk,
            long last,
            long received,
            long missing,
            long firstMissing,
            String lastAt) {}

    @GetMapping("/")
    String start(@AuthenticationPrincipal Person reader) {
        return "redirect:" + Landing.of(reader);
    }

    @GetMapping("/filings")
    String filings(
            @AuthenticationPrincipal Person reader,
            @RequestParam(defaultValue = "") String service,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "1") String page,
            Locale locale,
            Model model) {
        var found =
                room.list(
                        reader,
                        filled(service),
                        filled(state).map("opened"::equals),
                        filled(number),
                        page.matches("\\d{1,6}") ? Integer.parseInt(page) : 1);
        model.addAttribute("lines", lines(found.filings(), locale));
        model.addAttribute("total", found.total());
        model.addAttribute("pages", found.pages());
        model.addAttribute("page", page.matches("\\d{1,6}") ? Integer.parseInt(page) : 1);
        model.addAttribute("service", service);
        model.addAttribute("state", state);
        model.addAttribute("number", number);
        model.addAttribute("services", services(reader, locale));
        model.addAttribute("opens", reader.may(Right.READ_OWN_FILINGS));
        return "filings";
    }

    @GetMapping("/filings/{id}")
    String filing(
            @AuthenticationPrincipal Person reader,
            @PathVariable String id,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        var look = parsed(id).map(known -> room.open(reader, known)).orElse(new Look.Unknown());
        return switch (look) {
            case Look.Legible legible -> {
                model.addAttribute("line", line(legible.filing(), locale));
                model.addAttribute("look", FilingView.of(legible, wording, locale));
                yield "filing";
            }
            case Look.Illegible(KeptFiling filing, String reason) -> {
                model.addAttribute("line", line(filing, locale));
                model.addAttribute("reason", reason);
                yield "illegible";
            }
            case Look.NotYours() -> {
                response.setStatus(HttpStatus.FORBIDDEN.value());
                yield trouble(model, "not-yours");
            }
            case Look.Unknown() -> {
                response.setStatus(HttpStatus.NOT_FOUND.value());
                yield trouble(model, "unknown");
            }
        };
    }

    @GetMapping("/kiosks")
    String kiosks(Locale locale, Model model) {
        model.addAttribute(
                "kiosks", room.kiosks().stream().map(kiosk -> line(kiosk, locale)).toList());
        switch (audit.verify()) {
            case AuditTrail.Verdict.Whole(long entries) ->
                    model.addAttribute("audit", wording.text("audit.whole", locale, entries));
            case AuditTrail.Verdict.Broken(long position) -> {
                model.addAttribute("audit", wording.text("audit.broken", locale, position));
                model.addAttribute("auditBroken", true);
            }
        }
        return "kiosks";
    }

    private static String trouble(Model model, String kind) {
        model.addAttribute("kind", kind);
        return "trouble";
    }

    private static Optional<FilingId> parsed(String id) {
        try {
            return Optional.of(FilingId.parse(id));
        } catch (MalformedDocument e) {
            return Optional.empty();
        }
    }

    private static Optional<String> filled(String value) {
        return Optional.of(value.strip())
                .filter(text -> !text.isEmpty() && text.length() <= NUMBER_CHARACTERS_MAX);
    }

    private List<Line> lines(List<KeptFiling> filings, Locale locale) {
        return filings.stream().map(filing -> line(filing, locale)).toList();
    }

    private Line line(KeptFiling filing, Locale locale) {
        return new Line(
                filing.id().toString(),
                filing.number(),
                wording.service(filing.service(), locale),
                wording.office(filing.office(), locale),
                wording.time(filing.receivedAt(), locale),
                filing.opened().isPresent() ? "opened" : "received",
                wording.payment(filing.payment(), locale),
                FilingView.needsAttention(filing),
                filing.kiosk());
    }

    private KioskLine line(Shelf.KioskTally tally, Locale locale) {
        return new KioskLine(
                tally.kiosk(),
                tally.last(),
                tally.received(),
                tally.missing(),
                tally.firstMissing(),
                wording.time(tally.lastAt(), locale));
    }

    /** The services of the offices that this person sees, for the filter. */
    private List<FilingView.Choice> services(Person reader, Locale locale) {
        return wording.offices().offices().stream()
                .filter(office -> reader.lists(office.id()))
                .flatMap(office -> office.services().stream())
                .map(offer -> offer.id())
                .distinct()
                .map(id -> new FilingView.Choice(id, wording.service(id, locale)))
                .toList();
    }
}
