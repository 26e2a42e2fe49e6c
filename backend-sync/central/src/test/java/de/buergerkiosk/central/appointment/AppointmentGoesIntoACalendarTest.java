package de.buergerkiosk.central.appointment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.contract.appointment.AppointmentCode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AppointmentGoesIntoACalendarTest {
    private static final Instant MADE = Instant.parse("2027-03-01T09:00:00Z");
    private static final Venue VENUE =
            new Venue(
                    "citizens-office",
                    new Venue.Naming("Bürgerbüro; Mitte", "Citizens' office"),
                    "Beispielplatz 1, 67059 Ludwigshafen",
                    15,
                    3,
                    60,
                    30,
                    Map.of(),
                    Set.of(),
                    List.of(
                            new Venue.Offer(
                                    "id-card",
                                    new Venue.Naming(
                                            "Personalausweis beantragen", "Apply for an ID card"),
                                    30)),
                    Optional.empty(),
                    Optional.empty());

    private static Appointment at(String start, int sequence, String language) {
        var begin = Instant.parse(start);
        return new Appointment(
                UUID.fromString("0190a000-0000-7000-8000-000000000001"),
                "citizens-office",
                "id-card",
                begin,
                begin.plusSeconds(1800),
                2,
                new AppointmentCode("0123456789AB"),
                Appointment.State.BOOKED,
                Optional.empty(),
                sequence,
                language,
                Contact.none());
    }

    private static List<String> unfolded(String text) {
        return text.replace("\r\n ", "").lines().toList();
    }

    @Test
    void wholeAndInOrder() {
        var lines = unfolded(ICalendar.request(at("2027-03-27T09:00:00Z", 0, "de"), VENUE, MADE));
        assertEquals(
                List.of(
                        "BEGIN:VCALENDAR",
                        "VERSION:2.0",
                        "PRODID:-//Buergerkiosk//Centre//DE",
                        "METHOD:REQUEST",
                        "BEGIN:VEVENT",
                        "UID:0190a000-0000-7000-8000-000000000001@appointments.buergerkiosk.de",
                        "SEQUENCE:0",
                        "DTSTAMP:20270301T090000Z",
                        "DTSTART:20270327T090000Z",
                        "DTEND:20270327T093000Z",
                        "STATUS:CONFIRMED",
                        "SUMMARY:Termin: Personalausweis beantragen",
                        "LOCATION:Bürgerbüro\\; Mitte\\, Beispielplatz 1\\, 67059 Ludwigshafen",
                        "DESCRIPTION:Ihr Code zum Anmelden\\, Verschieben und Absagen:"
                                + " 0123-4567-89AB",
                        "END:VEVENT",
                        "END:VCALENDAR"),
                lines);
    }

    @Test
    void atTheRightMomentOnBothSidesOfTheClockChange() {
        // 10:00 in Ludwigshafen on the Saturday before and on the Monday after
        var before = ICalendar.request(at("2027-03-27T09:00:00Z", 0, "de"), VENUE, MADE);
        var after = ICalendar.request(at("2027-03-29T08:00:00Z", 0, "de"), VENUE, MADE);
        assertTrue(before.contains("DTSTART:20270327T090000Z"));
        assertTrue(after.contains("DTSTART:20270329T080000Z"));
        assertTrue(!after.contains("TZID"));
    }

    @Test
    void movedItIsTheSameEntryAndCancelledItGoesAway() {
        var moved = unfolded(ICalendar.request(at("2027-03-30T09:00:00Z", 2, "en"), VENUE, MADE));
        var gone =
                unfolded(ICalendar.cancellation(at("2027-03-30T09:00:00Z", 2, "en"), VENUE, MADE));
        assertTrue(moved.contains("SEQUENCE:2"));
        assertTrue(moved.contains("SUMMARY:Appointment: Apply for an ID card"));
        assertTrue(gone.contains("METHOD:CANCEL"));
        assertTrue(gone.contains("STATUS:CANCELLED"));
        assertTrue(gone.contains("SEQUENCE:3"));
        assertEquals(moved.get(5), gone.get(5));
    }

    @Test
    void noLineIsLongerThanTheStandardAllowsAndNoLetterIsCut() {
        for (int length = 60; length < 400; length += 7) {
            var content = "SUMMARY:" + "äö€😀x".repeat(length / 5);
            var text = new StringBuilder();
            ICalendar.line(text, content);
            for (var line : text.toString().split("\r\n", -1)) {
                assertTrue(line.getBytes(StandardCharsets.UTF_8).length <= 75, line);
                assertTrue(!line.contains("?"), line);
            }
            assertEquals(content + "\r\n", text.toString().replace("\r\n ", ""));
        }
    }

    @Test
    void textCannotBecomeAnotherLine() {
        assertEquals("a\\nDTSTART:x\\, \\; \\\\", ICalendar.escaped("a\r\nDTSTART:x, ; \\"));
    }
}
