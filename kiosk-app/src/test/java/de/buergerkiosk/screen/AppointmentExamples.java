package de.buergerkiosk.screen;

import static de.buergerkiosk.screen.Examples.NEXT;
import static de.buergerkiosk.screen.Examples.l;

import de.buergerkiosk.forms.Localized;
import de.buergerkiosk.page.Field;
import de.buergerkiosk.page.Page;
import de.buergerkiosk.page.Ways;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Pages of appointments and waiting numbers, with the longest texts that they have. */
final class AppointmentExamples {
    private static final Localized DAY = l("Donnerstag, 24. September", "Wednesday, 24 September");

    private AppointmentExamples() {}

    static List<Page> all() {
        return List.of(errands(), code(), days(), times(), confirm(), found(), ticket(), refused());
    }

    /** The services, and what a venue adds to them. */
    static Page errands() {
        return new Page.Choices(
                "choose",
                l("Was möchten Sie erledigen?", "What would you like to do?"),
                l("Wählen Sie ein Anliegen.", "Choose an errand."),
                List.of(
                        tile(
                                "receipt",
                                "Wartenummer ziehen",
                                "Take a waiting number",
                                "Wohnsitz anmelden"),
                        tile(
                                "printer",
                                "Wartenummer ziehen",
                                "Take a waiting number",
                                "Personalausweis beantragen"),
                        tile(
                                "check-circle",
                                "Termin: anmelden",
                                "Appointment: check in",
                                "Sie haben heute einen Termin und sind da."),
                        tile(
                                "calendar",
                                "Termin buchen",
                                "Book an appointment",
                                "Freie Zeiten ansehen und gleich buchen."),
                        tile(
                                "pencil-simple",
                                "Termin ändern",
                                "Change an appointment",
                                "Mit dem Code vom Zettel verschieben oder absagen."),
                        tile(
                                "car",
                                "Bewohnerparkausweis",
                                "Resident parking permit",
                                "Für ein Jahr in Ihrer Straße parken")),
                Ways.OPEN);
    }

    private static Page.Tile tile(String icon, String de, String en, String summary) {
        return new Page.Tile(icon, icon, l(de, en), l(summary, summary));
    }

    static Page code() {
        return new Page.Questions(
                "appointment-code",
                l(
                        "Halten Sie den Code Ihres Termins unter den Scanner",
                        "Hold the code of your appointment under the scanner"),
                Optional.empty(),
                Optional.of(
                        l(
                                "Oder geben Sie den Code vom Zettel ein.",
                                "Or enter the code from your slip.")),
                List.of(
                        new Field.Line(
                                "code",
                                l("Termin-Code", "Appointment code"),
                                Optional.of(
                                        l(
                                                "Zwölf Zeichen, zum Beispiel 7K3M-P0QX-4WZD",
                                                "Twelve signs, such as 7K3M-P0QX-4WZD")),
                                "7K3M-P0QX-4WZZ",
                                Field.Keypad.PLATE,
                                14)),
                List.of(
                        new Page.FieldProblem(
                                "code",
                                l(
                                        "Das ist kein Termin-Code. Bitte vergleichen Sie ihn"
                                                + " Zeichen für Zeichen mit dem Zettel.",
                                        "This is no appointment code. Please compare it with your"
                                                + " slip, sign by sign."))),
                Optional.empty(),
                NEXT,
                Ways.PERSONAL);
    }

    static Page days() {
        var tiles = new ArrayList<Page.Tile>();
        for (int day = 1; day <= 7; day++) {
            tiles.add(
                    new Page.Tile(
                            "2026-09-0" + day,
                            "calendar",
                            DAY,
                            l("Freie Zeiten: 28", "Free times: 28")));
        }
        tiles.add(
                new Page.Tile(
                        "later",
                        "arrow-right",
                        l("Später", "Later"),
                        l("Weitere Tage ansehen.", "See more days.")));
        return new Page.Choices(
                "appointment-day",
                l("An welchem Tag?", "On which day?"),
                l("Nur Tage mit freien Zeiten.", "Only days with free times."),
                tiles,
                Ways.OPEN);
    }

    static Page times() {
        var tiles = new ArrayList<Page.Tile>();
        for (int slot = 0; slot < 28; slot++) {
            var time = "%02d:%02d".formatted(8 + slot / 4, slot % 4 * 15);
            tiles.add(
                    new Page.Tile(
                            "t" + slot,
                            "clock",
                            l(time + " Uhr", time),
                            l("15 Minuten", "15 minutes")));
        }
        return new Page.Choices(
                "appointment-time",
                l(
                        "Um wie viel Uhr? Donnerstag, 24. September",
                        "At what time? Wednesday, 24 September"),
                l("Diese Zeiten sind frei.", "These times are free."),
                tiles,
                Ways.OPEN);
    }

    static Page confirm() {
        return new Page.Questions(
                "appointment-confirm",
                l("Soll dieser Termin gebucht werden?", "Book this appointment?"),
                Optional.empty(),
                Optional.of(
                        l(
                                "Die Zeit ist zehn Minuten für Sie reserviert.",
                                "The time is kept for you for ten minutes.")),
                List.of(
                        new Field.Fixed("when", l("Wann", "When"), Optional.of(DAY), ""),
                        new Field.Fixed(
                                "what",
                                l("Anliegen", "What for"),
                                Optional.of(
                                        l("Personalausweis beantragen", "Apply for an ID card")),
                                ""),
                        new Field.Fixed(
                                "where",
                                l("Wo", "Where"),
                                Optional.of(l("Bürgerbüro Mitte", "Citizens' office, city centre")),
                                ""),
                        new Field.Line(
                                "mail",
                                l("E-Mail-Adresse (freiwillig)", "E-mail address (voluntary)"),
                                Optional.of(
                                        l(
                                                "Dann bekommen Sie Bestätigung und Erinnerung.",
                                                "Then you get a confirmation and a reminder.")),
                                "",
                                Field.Keypad.LETTERS,
                                254)),
                List.of(),
                Optional.empty(),
                l("Verbindlich buchen", "Book it"),
                Ways.PERSONAL);
    }

    private static List<Page.Block> facts() {
        return List.of(
                new Page.Fact("calendar", l("Wann", "When"), DAY.map(day -> day + ", 10:15 Uhr")),
                new Page.Fact(
                        "file-text",
                        l("Anliegen", "What for"),
                        l("Personalausweis beantragen", "Apply for an ID card")),
                new Page.Fact(
                        "map-pin",
                        l("Wo", "Where"),
                        l(
                                "Bürgerbüro Mitte, Beispielplatz 1, 67059 Ludwigshafen",
                                "Citizens' office, city centre, Beispielplatz 1, 67059"
                                        + " Ludwigshafen")));
    }

    static Page found() {
        return new Page.Notice(
                "appointment",
                Page.Mood.INFO,
                l("Ihr Termin", "Your appointment"),
                facts(),
                List.of(
                        new Page.Button("cancel", l("Absagen", "Cancel it"), false),
                        new Page.Button("move", l("Verschieben", "Move"), false),
                        new Page.Button("check-in", l("Jetzt anmelden", "Check in now"), true)),
                Ways.PERSONAL);
    }

    static Page ticket() {
        return new Page.Notice(
                "farewell-ticket",
                Page.Mood.DONE,
                l("Sie haben eine Wartenummer", "You have a waiting number"),
                List.of(
                        new Page.Code(l("Ihre Wartenummer", "Your waiting number"), "117"),
                        new Page.Fact(
                                "map-pin",
                                l("Bitte warten Sie hier", "Please wait here"),
                                l("Wartebereich A im Erdgeschoss", "Waiting area A")),
                        new Page.Paragraph(
                                l("Ihre Nummer wird aufgerufen.", "Your number will be called."))),
                List.of(new Page.Button("done", l("Fertig", "Done"), true)),
                Ways.ENDING);
    }

    static Page refused() {
        return new Page.Notice(
                "appointment-refused",
                Page.Mood.WARNING,
                l("Das geht so nicht", "That is not possible"),
                List.of(
                        new Page.Paragraph(
                                l(
                                        "Die Zeit dieses Termins ist vorbei. Bitte fragen Sie am"
                                                + " Schalter, buchen Sie neu oder ziehen Sie eine"
                                                + " Wartenummer.",
                                        "The time of this appointment is over. Please ask at the"
                                                + " counter, book a new one or take a waiting"
                                                + " number.")),
                        new Page.Fact("calendar", l("Ihr Termin", "Your appointment"), DAY),
                        new Page.Paragraph(l("Fehlercode: APT-PAST", "Error code: APT-PAST"))),
                List.of(new Page.Button("back", l("Zurück", "Back"), true)),
                Ways.PERSONAL);
    }
}
