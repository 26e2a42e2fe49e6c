package de.buergerkiosk.screen;

import de.buergerkiosk.forms.Localized;
import de.buergerkiosk.page.Page;
import de.buergerkiosk.page.QrModules;
import de.buergerkiosk.page.Ways;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Pages of the second half of a visit: waiting for devices, and its end. */
final class LateExamples {
    private LateExamples() {}

    static Page card() {
        return waiting(
                "card",
                Examples.l("Personalausweis", "ID card"),
                Examples.l(
                        "Legen Sie Ihren Ausweis auf das Lesegerät.",
                        "Place your ID card on the reader."),
                List.of(
                        Examples.l(
                                "Lassen Sie ihn liegen, bis wir Bescheid sagen.",
                                "Leave it there until we tell you.")),
                Page.Illustration.CARD_READER,
                Examples.SIMULATION);
    }

    static Page terminal() {
        return waiting(
                "paying",
                Examples.l("180,00\u00a0€ bezahlen", "Pay €180.00"),
                Examples.l(
                        "Halten Sie Ihre Karte an das Bezahlgerät rechts.",
                        "Hold your card against the payment terminal on the right."),
                List.of(),
                Page.Illustration.PAYMENT_TERMINAL,
                Optional.empty());
    }

    static Page printing() {
        return waiting(
                "printing",
                Examples.l("Ihr Beleg wird gedruckt", "Your receipt is being printed"),
                Examples.l("Nehmen Sie ihn unten rechts heraus.", "Take it at the bottom right."),
                List.of(),
                Page.Illustration.PRINTER,
                Optional.empty());
    }

    static Page sending() {
        return waiting(
                "sending",
                Examples.l("Einen Moment bitte", "One moment please"),
                Examples.l("Wir sichern Ihren Antrag.", "We are storing your application."),
                List.of(),
                Page.Illustration.HOURGLASS,
                Optional.empty());
    }

    private static Page waiting(
            String name,
            Localized title,
            Localized detail,
            List<Localized> hints,
            Page.Illustration illustration,
            Optional<Localized> simulation) {
        return new Page.Waiting(
                name,
                title,
                detail,
                hints,
                illustration,
                Optional.of(Examples.l("Abbrechen", "Cancel")),
                simulation);
    }

    static Page farewell() {
        return new Page.Notice(
                "farewell",
                Page.Mood.DONE,
                Examples.l(
                        "Geschafft! Ihr Antrag ist gestellt.", "Done! Your application is filed."),
                List.of(
                        new Page.Code(
                                Examples.l("Ihre Vorgangsnummer", "Your reference"),
                                "BK-7F3K-92QD"),
                        new Page.Fact(
                                "identification-card",
                                Examples.l("Nicht vergessen", "Do not forget"),
                                Examples.l(
                                        "Nehmen Sie Ihren Ausweis mit.",
                                        "Take your ID card with you.")),
                        new Page.Fact(
                                "receipt",
                                Examples.l("Beleg", "Receipt"),
                                Examples.l(
                                        "Er liegt unten rechts.", "It is at the bottom right."))),
                List.of(
                        new Page.Button("home", Examples.l("Fertig", "Finish"), true),
                        new Page.Button(
                                "again",
                                Examples.l("Noch etwas erledigen", "Do another errand"),
                                false)),
                Ways.ENDING);
    }

    /** Three buttons below a message are the most that a page has. */
    static Page notPaid() {
        return new Page.Notice(
                "not-paid",
                Page.Mood.WARNING,
                Examples.l("Es wurde nicht bezahlt", "The payment was not made"),
                List.of(
                        new Page.Paragraph(
                                Examples.l(
                                        "Die Bank hat die Zahlung abgelehnt. Bitte nehmen Sie eine"
                                                + " andere Karte oder fragen Sie Ihre Bank.",
                                        "The bank declined the payment. Please use another card or"
                                                + " ask your bank.")),
                        new Page.Paragraph(
                                Examples.l(
                                        "Es wurde nichts abgebucht. Der Antrag ist noch nicht"
                                                + " abgeschickt.",
                                        "Nothing was charged. The application has not been sent"
                                                + " yet."))),
                List.of(
                        new Page.Button(
                                "leave",
                                Examples.l("Beenden ohne zu zahlen", "Leave without paying"),
                                false),
                        new Page.Button(
                                "other", Examples.l("Anders bezahlen", "Pay another way"), false),
                        new Page.Button(
                                "again", Examples.l("Noch einmal bezahlen", "Pay again"), true)),
                new Ways(false, false, Ways.Patience.PERSONAL));
    }

    static Page scan() {
        var rows = new ArrayList<String>();
        for (int y = 0; y < 37; y++) {
            rows.add(y % 2 == 0 ? "#.".repeat(18) + "#" : ".#".repeat(18) + ".");
        }
        return new Page.Scan(
                "pay-scan",
                Examples.l("Bitte bezahlen Sie 49,00\u00a0€", "Please pay €49.00"),
                Examples.l(
                        "Scannen Sie den Code mit Ihrem Telefon und bezahlen Sie dort.",
                        "Scan the code with your phone and pay there."),
                new QrModules(rows),
                List.of(
                        Examples.l(
                                "Bleiben Sie hier: Sobald bezahlt ist, kommt Ihr Beleg.",
                                "Stay here: your receipt comes as soon as it is paid.")),
                Optional.of(Examples.l("Zahlung abbrechen", "Cancel payment")));
    }

    static Page trouble() {
        return new Page.Notice(
                "trouble",
                Page.Mood.TROUBLE,
                Examples.l("Die Zahlung wurde nicht ausgeführt", "The payment was not made"),
                List.of(
                        new Page.Paragraph(
                                Examples.l(
                                        "Ihre Karte wurde abgelehnt. Es wurde nichts abgebucht.",
                                        "Your card was declined. Nothing was charged.")),
                        new Page.Code(Examples.l("Fehlercode", "Error code"), "PAY-DECLINED")),
                List.of(
                        new Page.Button(
                                "again",
                                Examples.l("Mit anderer Karte bezahlen", "Use another card"),
                                true),
                        new Page.Button(
                                "cancel", Examples.l("Antrag verwerfen", "Discard"), false)),
                new Ways(false, false, Ways.Patience.PERSONAL));
    }

    /** Three buttons below a message. */
    static Page cardPauses() {
        return new Page.Notice(
                "card-pauses",
                Page.Mood.INFO,
                Examples.l("Die Kartenzahlung macht gerade Pause", "Card payment is pausing"),
                List.of(
                        new Page.Paragraph(
                                Examples.l(
                                        "Das Kartengerät ist mit sich selbst beschäftigt. Das"
                                            + " dauert meist nur wenige Minuten. Es wurde nichts"
                                            + " abgebucht.",
                                        "The card terminal is busy with its own work. This usually"
                                                + " takes only a few minutes. Nothing was"
                                                + " charged.")),
                        new Page.Paragraph(
                                Examples.l("Fehlercode: PAY-BUSY", "Failure code: PAY-BUSY"))),
                List.of(
                        new Page.Button("back", Examples.l("Zurück", "Back"), false),
                        new Page.Button(
                                "again", Examples.l("Noch einmal versuchen", "Try again"), false),
                        new Page.Button("wait", Examples.l("Warten", "Wait"), true)),
                new Ways(false, false, Ways.Patience.PERSONAL));
    }
}
