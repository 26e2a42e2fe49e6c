package de.buergerkiosk.central.console;

import de.buergerkiosk.central.console.FleetPages.Mark;
import de.buergerkiosk.central.desk.Wording;
import de.buergerkiosk.central.mail.MailBook;
import de.buergerkiosk.central.mail.StuckMails;
import de.buergerkiosk.central.people.Person;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.function.LongPredicate;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Mails that did not get out, and what becomes of them. Nobody's address is shown. */
@Controller
final class MailPages {
    private final StuckMails mails;
    private final Wording wording;
    private final InstantSource clock;

    MailPages(StuckMails mails, Wording wording, InstantSource clock) {
        this.mails = mails;
        this.wording = wording;
        this.clock = clock;
    }

    /** How many are in a state. */
    record Tile(String state, long count) {}

    /**
     * One mail as people read it.
     *
     * @param reply as the mail server said it
     * @param meaning of the reply, or empty
     * @param undecided whether somebody has to say what becomes of it
     */
    record Row(
            long id,
            String kind,
            Mark state,
            int attempts,
            String reply,
            String meaning,
            String messageId,
            String due,
            String cure,
            boolean undecided) {}

    @GetMapping("/fleet/mails")
    String mails(Locale locale, Model model) {
        var speech = new Speech(wording, locale);
        var tally = mails.tally();
        model.addAttribute(
                "tiles",
                List.of(
                        new Tile("refused", tally.refused()),
                        new Tile("unclear", tally.unclear()),
                        new Tile("late", tally.late()),
                        new Tile("waiting", tally.waiting()),
                        new Tile("sent", tally.sent())));
        var rows = mails.list().stream().map(mail -> row(mail, speech)).toList();
        model.addAttribute("rows", rows);
        model.addAttribute("cut", rows.size() >= StuckMails.MAILS_MAX);
        model.addAttribute("at", speech.time(clock.instant()));
        return "console/mails";
    }

    private static Row row(MailBook.Troubled mail, Speech speech) {
        var state = mail.state().equals("waiting") ? "late" : mail.state();
        var coded = mail.trouble().matches("[45]\\d\\d.*");
        var meaning = speech.sayOr("console.mail.reply." + word(mail.trouble(), coded), "");
        return new Row(
                mail.id(),
                speech.say("console.mail.kind." + mail.kind()),
                new Mark(
                        state.equals("late") ? "warn" : "bad",
                        speech.say("console.mail.state." + state)),
                mail.attempts(),
                coded || meaning.isEmpty() ? mail.trouble() : "",
                meaning,
                mail.messageId(),
                speech.time(mail.due()),
                speech.say("console.mail.cure." + state),
                !state.equals("late"));
    }

    /** By the three digits of a reply (RFC 5321, 4.2), or by our own words. */
    private static String word(String trouble, boolean coded) {
        return coded ? trouble.substring(0, 3) : trouble.replace(' ', '-');
    }

    @PostMapping("/fleet/mails/{id}/again")
    String again(
            @AuthenticationPrincipal Person person,
            @PathVariable String id,
            RedirectAttributes flash) {
        return decided(id, "mail-again", number -> mails.again(number, person.name()), flash);
    }

    @PostMapping("/fleet/mails/{id}/leave")
    String leave(
            @AuthenticationPrincipal Person person,
            @PathVariable String id,
            RedirectAttributes flash) {
        return decided(id, "mail-left", number -> mails.leave(number, person.name()), flash);
    }

    private static String decided(
            String id, String done, LongPredicate decision, RedirectAttributes flash) {
        var changed = id.matches("\\d{1,18}") && decision.test(Long.parseLong(id));
        // somebody was faster, or it got out meanwhile
        flash.addFlashAttribute("done", changed ? done : "mail-decided-before");
        return "redirect:/fleet/mails";
    }
}
