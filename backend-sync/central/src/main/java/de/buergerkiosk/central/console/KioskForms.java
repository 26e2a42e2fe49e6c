package de.buergerkiosk.central.console;

import de.buergerkiosk.central.audit.AuditEntry;
import de.buergerkiosk.central.audit.AuditTrail;
import de.buergerkiosk.central.desk.QrSvg;
import de.buergerkiosk.central.desk.Wording;
import de.buergerkiosk.central.fleet.Enrolments;
import de.buergerkiosk.central.fleet.Entry;
import de.buergerkiosk.central.fleet.Kiosk;
import de.buergerkiosk.central.fleet.KioskBook;
import de.buergerkiosk.central.people.Person;
import de.buergerkiosk.contract.json.MalformedDocument;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Which kiosks there are, where they belong, and which machine is one of them. */
@Controller
final class KioskForms {
    private final KioskBook kiosks;
    private final FleetView fleet;
    private final Enrolments enrolments;
    private final Entry entry;
    private final AuditTrail audit;
    private final Wording wording;
    private final InstantSource clock;

    KioskForms(
            KioskBook kiosks,
            FleetView fleet,
            Enrolments enrolments,
            Entry entry,
            AuditTrail audit,
            Wording wording,
            InstantSource clock) {
        this.kiosks = kiosks;
        this.fleet = fleet;
        this.enrolments = enrolments;
        this.entry = entry;
        this.audit = audit;
        this.wording = wording;
        this.clock = clock;
    }

    /**
     * A fresh code as it is shown, once.
     *
     * @param qrSvg made here, so that it may stand in the page as it is
     */
    record Minted(
            String code,
            String centre,
            String fingerprint,
            String expires,
            String command,
            String qrSvg) {}

    @GetMapping("/fleet/new")
    String fresh(Model model) {
        return place(model, "", "", "", true);
    }

    @PostMapping("/fleet/new")
    String make(
            @AuthenticationPrincipal Person admin,
            @RequestParam(defaultValue = "") String id,
            @RequestParam(defaultValue = "") String site,
            @RequestParam(defaultValue = "") String groups,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        if (kiosks.find(id.strip()).isPresent()) {
            return wrong(model, response, "id", "taken", place(model, id, site, groups, true));
        }
        return put(admin, id, site, groups, true, model, response, flash);
    }

    @GetMapping("/fleet/kiosks/{id}/place")
    String moved(@PathVariable String id, Model model, HttpServletResponse response) {
        return kiosks.find(id)
                .map(kiosk -> place(model, id, kiosk.site(), joined(kiosk.groups()), false))
                .orElseGet(() -> Trouble.unknown(model, response, "kiosk"));
    }

    @PostMapping("/fleet/kiosks/{id}/place")
    String move(
            @AuthenticationPrincipal Person admin,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String site,
            @RequestParam(defaultValue = "") String groups,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        if (kiosks.find(id).isEmpty()) {
            return Trouble.unknown(model, response, "kiosk");
        }
        return put(admin, id, site, groups, false, model, response, flash);
    }

    private String put(
            Person admin,
            String id,
            String site,
            String groups,
            boolean fresh,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        try {
            var kiosk = new Kiosk(id.strip(), site.strip(), names(groups));
            var now = clock.instant();
            kiosks.put(kiosk, admin.name(), now);
            audit.append(
                    new AuditEntry(
                            now,
                            admin.name(),
                            "kiosk-placed",
                            kiosk.id(),
                            kiosk.site() + " " + kiosk.groups()));
            flash.addFlashAttribute("done", fresh ? "made" : "moved");
            return "redirect:/fleet/kiosks/" + kiosk.id();
        } catch (MalformedDocument e) {
            return wrong(model, response, e.field(), "name", place(model, id, site, groups, fresh));
        }
    }

    private String place(Model model, String id, String site, String groups, boolean fresh) {
        var all = fleet.all();
        model.addAttribute("id", id);
        model.addAttribute("site", site);
        model.addAttribute("groups", groups);
        model.addAttribute("fresh", fresh);
        model.addAttribute("sites", Places.sites(all));
        model.addAttribute("known", Places.groups(all));
        return "console/place";
    }

    private static String wrong(
            Model model, HttpServletResponse response, String field, String why, String page) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("wrong", field);
        model.addAttribute("why", why);
        return page;
    }

    private static List<String> names(String groups) {
        return Arrays.stream(groups.split("[,\\s]+", -1)).filter(name -> !name.isEmpty()).toList();
    }

    private static String joined(List<String> groups) {
        return String.join(", ", groups);
    }

    /** Before a code is made, and once after it: then the flash has it. */
    @GetMapping("/fleet/kiosks/{id}/enrolment")
    String enrolment(@PathVariable String id, Model model, HttpServletResponse response) {
        var line = fleet.one(id);
        if (line.isEmpty()) {
            return Trouble.unknown(model, response, "kiosk");
        }
        model.addAttribute("id", id);
        model.addAttribute("enrolled", line.get().papers().certificate().isPresent());
        return "console/enrolment";
    }

    @PostMapping("/fleet/kiosks/{id}/enrolment")
    String mint(
            @AuthenticationPrincipal Person admin,
            @PathVariable String id,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var kiosk = kiosks.find(id);
        if (kiosk.isEmpty()) {
            return Trouble.unknown(model, response, "kiosk");
        }
        var minted = enrolments.mint(kiosk.get(), admin.name());
        flash.addFlashAttribute(
                "minted",
                new Minted(
                        minted.code().printed(),
                        entry.address().toString(),
                        entry.fingerprint(),
                        wording.time(minted.expires(), locale),
                        entry.command(minted.code()),
                        QrSvg.of(entry.qr(minted.code()))));
        return "redirect:/fleet/kiosks/" + id + "/enrolment";
    }

    @GetMapping("/fleet/kiosks/{id}/deny")
    String denial(@PathVariable String id, Model model, HttpServletResponse response) {
        if (kiosks.find(id).isEmpty()) {
            return Trouble.unknown(model, response, "kiosk");
        }
        model.addAttribute("id", id);
        return "console/deny";
    }

    @PostMapping("/fleet/kiosks/{id}/deny")
    String deny(
            @AuthenticationPrincipal Person admin,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String note,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        if (!kiosks.deny(id)) {
            return Trouble.unknown(model, response, "kiosk");
        }
        audit.append(
                new AuditEntry(
                        clock.instant(), admin.name(), "certificate-denied", id, Notes.cut(note)));
        flash.addFlashAttribute("done", "denied");
        return "redirect:/fleet/kiosks/" + id;
    }
}
