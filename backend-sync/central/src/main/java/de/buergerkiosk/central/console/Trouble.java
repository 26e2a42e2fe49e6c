package de.buergerkiosk.central.console;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;

/** Pages for what is not there. */
final class Trouble {
    private Trouble() {}

    static String unknown(Model model, HttpServletResponse response, String what) {
        response.setStatus(HttpStatus.NOT_FOUND.value());
        model.addAttribute("what", what);
        return "console/unknown";
    }
}
