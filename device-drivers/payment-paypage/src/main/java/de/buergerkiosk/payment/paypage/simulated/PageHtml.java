package de.buergerkiosk.payment.paypage.simulated;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Locale;

/** What the citizen's telephone shows. */
final class PageHtml {
    private PageHtml() {}

    static String pay(PageEntry entry) {
        var address = "/page/" + entry.transactionId();
        return frame(
                "<h1>"
                        + money(entry.amountCents())
                        + "</h1><p>"
                        + entry.purpose()
                        + "</p><form method=\"post\" action=\""
                        + address
                        + "/pay\"><button>Bezahlen</button></form>"
                        + "<form method=\"post\" action=\""
                        + address
                        + "/cancel\"><button class=\"other\">Abbrechen</button></form>");
    }

    static String over(PageEntry entry) {
        return frame(
                "<h1>"
                        + switch (entry.state()) {
                            case "PAYED" -> "Bezahlt: " + money(entry.amountCents());
                            case "FAILED" -> "Die Bank hat die Zahlung abgelehnt.";
                            default -> "Diese Zahlung gilt nicht mehr.";
                        }
                        + "</h1><p>Sie können diese Seite schließen.</p>");
    }

    static String unknown() {
        return frame("<h1>Diese Zahlung gibt es nicht.</h1>");
    }

    private static String money(long cents) {
        return NumberFormat.getCurrencyInstance(Locale.GERMANY)
                .format(BigDecimal.valueOf(cents, 2));
    }

    private static String frame(String body) {
        return """
        <!DOCTYPE html><html lang="de"><head><meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>Bezahlseite (Simulation)</title><style>
        body { font: 20px sans-serif; margin: 2em auto; max-width: 22em; padding: 0 1em; color: #111; }
        h1 { font-size: 1.6em; } .simulation { background: #fff3c4; border: 2px solid #111; padding: .5em; }
        button { font: inherit; width: 100%; padding: 1em; margin: .5em 0; border: 2px solid #0a4a8a;
          background: #0a4a8a; color: #fff; border-radius: .4em; } .other { background: #fff; color: #0a4a8a; }
        </style></head><body><p class="simulation">Simulation: Hier wird kein Geld bewegt.</p>
        """
                + body
                + "</body></html>\n";
    }
}
