package de.buergerkiosk.central.desk;

import de.buergerkiosk.central.people.Person;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What stands on every page of the desk: who is logged in, which language. */
@ControllerAdvice(assignableTypes = {DeskPages.class, LoginPages.class, QueuePages.class})
final class DeskFrame {
    @ModelAttribute("language")
    String language(Locale locale) {
        return Wording.english(locale) ? "en" : "de";
    }

    @ModelAttribute("reader")
    Optional<Person> reader(@AuthenticationPrincipal @Nullable Person person) {
        return Optional.ofNullable(person);
    }

    @ModelAttribute("path")
    String path(HttpServletRequest request) {
        return request.getRequestURI();
    }
}
