package de.buergerkiosk.screen;

import de.buergerkiosk.forms.Localized;
import de.buergerkiosk.page.Page;
import de.buergerkiosk.page.Ways;
import java.util.List;
import java.util.Optional;

/** Pages that wait for somebody, and pages of staff mode. */
final class StaffExamples {
    private static final Ways WAYS = new Ways(true, true, Ways.Patience.STAFF);

    /** As long as a warning may be. */
    static final Localized WARNING =
            Examples.l(
                    "Bombenfund in der Innenstadt: Bis 18 Uhr ist der Bereich um das Rathaus"
                        + " gesperrt. Bitte verlassen Sie das Gebäude über den Ausgang zur"
                        + " Bahnhofstraße und folgen Sie den Anweisungen der Feuerwehr. Auskunft"
                        + " gibt das Bürgertelefon unter der Nummer 115.",
                    "A bomb was found in the city centre: until 6 pm the area around the town hall"
                        + " is closed. Please leave the building by the exit to Bahnhofstraße and"
                        + " follow the instructions of the fire brigade. Call 115 for more.");

    private StaffExamples() {}

    static Page warned() {
        return new Page.Welcome(
                Examples.l("Bürgerkiosk der Stadt Musterstadt", "Citizen kiosk of Musterstadt"),
                Examples.l("Hier erledigen Sie Behördengänge selbst.", "Do your errands here."),
                List.of(Examples.l("Bewohnerparkausweis", "Resident parking permit")),
                Examples.l("Hier berühren", "Touch here"),
                Fx.WORDS.languages(),
                Optional.of(WARNING),
                Optional.of(Fx.WORDS.say("door.staff")));
    }

    static Page closed() {
        return new Page.Notice(
                "closed",
                Page.Mood.INFO,
                Fx.WORDS.say("door.closed.title"),
                List.of(
                        new Page.Fact(
                                "clock",
                                Fx.WORDS.say("door.closed.opens"),
                                Fx.WORDS.say(
                                        "care.moment",
                                        java.time.LocalDateTime.of(2026, 12, 3, 8, 0))),
                        new Page.Paragraph(Fx.WORDS.say("door.elsewhere"))),
                List.of(new Page.Button("staff", Fx.WORDS.say("door.staff"), false)),
                Ways.NONE,
                Optional.of(WARNING));
    }

    static Page menu() {
        return new Page.Choices(
                "staff-menu",
                Fx.WORDS.say("care.menu.title"),
                Fx.WORDS.say("care.menu.lead", "Kim Beispiel"),
                List.of(
                        tile(
                                "overview",
                                "desktop-tower",
                                "care.overview.title",
                                "care.overview.summary"),
                        tile("paper", "receipt", "care.paper.title", "care.paper.summary"),
                        tile("print", "printer", "care.print.title", "care.print.summary"),
                        tile(
                                "terminal",
                                "contactless-payment",
                                "care.terminal.title",
                                "care.terminal.summary"),
                        tile(
                                "reader",
                                "identification-card",
                                "care.reader.title",
                                "care.reader.summary"),
                        tile("order", "barricade", "care.order.title", "care.order.summary"),
                        tile("closing", "money", "care.closing.title", "care.closing.summary"),
                        tile("restart", "lightning", "care.restart.title", "care.restart.summary"),
                        tile("counters", "rows", "care.counters.title", "care.counters.summary"),
                        tile("log", "file-text", "care.log.title", "care.log.summary")),
                new Ways(false, true, Ways.Patience.STAFF));
    }

    private static Page.Tile tile(String id, String icon, String title, String summary) {
        return new Page.Tile(id, icon, Fx.WORDS.say(title), Fx.WORDS.say(summary));
    }

    static Page overview() {
        return new Page.Reading(
                "care-overview",
                Fx.WORDS.say("care.overview.title"),
                List.of(
                        new Page.Fact(
                                "printer",
                                Fx.WORDS.say("care.part.printer"),
                                Fx.WORDS.say("care.state.limited", "PRN-PAPER-LOW")),
                        new Page.Paragraph(
                                Fx.WORDS.say(
                                        "care.cure", Fx.WORDS.say("care.print.unreadable.text"))),
                        new Page.Fact(
                                "globe",
                                Fx.WORDS.say("care.part.centre"),
                                Fx.WORDS.say("care.state.down", "SYN-CENTRE-UNREACHABLE")),
                        new Page.Fact(
                                "info",
                                Fx.WORDS.say("care.part.bundle"),
                                Fx.WORDS.say("care.overview.bundle", 12, "0.1.0"))),
                Fx.WORDS.say("care.overview.again"),
                WAYS);
    }

    static Page whichNumber() {
        return new Page.Notice(
                "care-print-read",
                Page.Mood.INFO,
                Fx.WORDS.say("care.print.which"),
                List.of(new Page.Paragraph(Fx.WORDS.say("care.print.take"))),
                List.of(
                        new Page.Button("287", Localized.same("287"), false),
                        new Page.Button("554", Localized.same("554"), false),
                        new Page.Button("901", Localized.same("901"), false),
                        new Page.Button(
                                "unreadable", Fx.WORDS.say("care.print.unreadable"), false)),
                WAYS);
    }
}
