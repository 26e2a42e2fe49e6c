package de.buergerkiosk.central.console;

import de.buergerkiosk.central.desk.Wording;
import de.buergerkiosk.central.mail.StuckMails;
import de.buergerkiosk.central.people.Person;
import de.buergerkiosk.central.people.Right;
import de.buergerkiosk.central.watch.WatchBook;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What stands on every page of the console. */
@ControllerAdvice(basePackageClasses = ConsoleFrame.class)
final class ConsoleFrame {
    private final WatchBook watch;
    private final StuckMails mails;

    ConsoleFrame(WatchBook watch, StuckMails mails) {
        this.watch = watch;
        this.mails = mails;
    }

    @ModelAttribute("language")
    String language(Locale locale) {
        return Wording.english(locale) ? "en" : "de";
    }

    @ModelAttribute("reader")
    Optional<Person> reader(@AuthenticationPrincipal @Nullable Person person) {
        return Optional.ofNullable(person);
    }

    @ModelAttribute("changes")
    boolean changes(@AuthenticationPrincipal @Nullable Person person) {
        return person != null && person.may(Right.CHANGE_LAYERS);
    }

    @ModelAttribute("path")
    String path(HttpServletRequest request) {
        return request.getRequestURI();
    }

    /** Shown in the menu of every page, so that nobody has to look for them. */
    @ModelAttribute("openIncidents")
    long openIncidents() {
        return watch.openAndUnseen();
    }

    /** The same for mails, where the reader may decide about them. */
    @ModelAttribute("undecidedMails")
    long undecidedMails(@AuthenticationPrincipal @Nullable Person person) {
        return person != null && person.may(Right.SETTLE_MAILS) ? mails.undecided() : 0;
    }
}
