package de.buergerkiosk.central.desk;

import de.buergerkiosk.central.oidc.CityAccounts;
import de.buergerkiosk.central.oidc.OidcSettings;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where people get in, and what they see when they do not. */
@Controller
final class LoginPages {
    private final Optional<OidcSettings> settings;

    LoginPages(Optional<CityAccounts> accounts) {
        this.settings = accounts.map(CityAccounts::settings);
    }

    @GetMapping("/login")
    String login(Model model) {
        model.addAttribute("accounts", settings.isPresent());
        model.addAttribute("start", OidcSignIn.START);
        model.addAttribute("demo", settings.map(OidcSettings::demo).orElse(false));
        model.addAttribute("passwords", settings.map(OidcSettings::passwords).orElse(true));
        return "login";
    }

    @GetMapping("/login/refused")
    String refused(
            @RequestParam(defaultValue = "") String why,
            Model model,
            HttpServletResponse response) {
        var refusal = OidcRefusal.named(why);
        if (refusal.isEmpty() || settings.isEmpty()) {
            return "redirect:/login";
        }
        response.setStatus(refusal.get().status().value());
        model.addAttribute("kind", refusal.get().word());
        model.addAttribute("code", refusal.get().code());
        model.addAttribute("contact", settings.get().contact());
        model.addAttribute("start", OidcSignIn.START + "?" + AskingAgain.PARAMETER);
        return "refused";
    }
}
