package de.buergerkiosk.central.appointment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.contract.json.MalformedDocument;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class VenueIsClosedTest {
    private static String example() throws IOException {
        try (var in =
                Agenda.class.getResourceAsStream("/de/buergerkiosk/central/appointments.json")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static List<Instant> slots(String day) throws IOException {
        var agenda = Agenda.parse(example());
        return agenda.slots(agenda.venue("citizens-office").orElseThrow(), LocalDate.parse(day));
    }

    @Test
    void easterIsWhereTheCalendarHasIt() {
        for (var sunday :
                List.of(
                        "1961-04-02",
                        "2000-04-23",
                        "2019-04-21",
                        "2024-03-31",
                        "2026-04-05",
                        "2027-03-28",
                        "2038-04-25",
                        "2285-03-22")) {
            var day = LocalDate.parse(sunday);
            assertEquals(day, Holidays.easter(day.getYear()));
        }
    }

    @Test
    void onHolidaysOfAnyYear() throws IOException {
        for (var day :
                List.of(
                        "2027-01-01",
                        "2027-03-26",
                        "2027-03-29",
                        "2027-05-06",
                        "2027-05-17",
                        "2027-05-27",
                        "2030-10-03",
                        "2028-11-01")) {
            assertEquals(List.of(), slots(day), day);
        }
    }

    @Test
    void onWeekendsAndOnSingleDays() throws IOException {
        assertEquals(List.of(), slots("2026-11-28"));
        assertEquals(List.of(), slots("2026-12-24"));
    }

    @Test
    void outsideItsHours() throws IOException {
        var monday = slots("2026-11-30");
        assertEquals(16 + 12, monday.size());
        assertEquals(Instant.parse("2026-11-30T07:00:00Z"), monday.getFirst());
        assertTrue(monday.contains(Instant.parse("2026-11-30T10:45:00Z")));
        assertFalse(monday.contains(Instant.parse("2026-11-30T11:00:00Z")));
        assertEquals(Instant.parse("2026-11-30T14:45:00Z"), monday.getLast());
    }

    @Test
    void opensAtTheSameLocalTimeInSummerAndWinter() throws IOException {
        assertEquals(Instant.parse("2027-03-25T07:00:00Z"), slots("2027-03-25").getFirst());
        assertEquals(Instant.parse("2027-04-01T06:00:00Z"), slots("2027-04-01").getFirst());
    }

    /** A venue that is open through the night when the clocks change. */
    @Test
    void countsRealMinutesWhenTheClocksChange() throws IOException {
        var open = example().replace("\"sunday\": []", "\"sunday\": [\"01:00-05:00\"]");
        var agenda = Agenda.parse(open);
        var venue = agenda.venue("citizens-office").orElseThrow();
        var usual = agenda.slots(venue, LocalDate.parse("2027-03-21"));
        var shorter = agenda.slots(venue, LocalDate.parse("2027-04-04").minusDays(7));
        var longer = agenda.slots(venue, LocalDate.parse("2027-10-31"));
        assertEquals(16, usual.size());
        // 28 March 2027 is also Easter Sunday, which the rules do not name
        assertEquals(12, shorter.size());
        assertEquals(20, longer.size());
        assertEquals(20, longer.stream().distinct().count());
    }

    @Test
    void aDocumentThatIsWrongNamesItsField() throws IOException {
        var good = example();
        refused("hours", good.replace("08:00-12:00", "12:00-08:00"));
        refused("hours", good.replace("\"13:00-16:00\"", "\"11:00-16:00\""));
        refused("hours", good.replace("08:00-12:00", "8-12"));
        refused("zone", good.replace("Europe/Berlin", "Europe/Nowhere"));
        refused(
                "venues",
                good.replace("\"id\": \"traffic-office\"", "\"id\": \"citizens-office\""));
        refused("capacity", good.replace("\"capacity\": 3", "\"capacity\": 0"));
        refused(
                "venues[0].slotMinutes",
                good.replace("\"slotMinutes\": 15", "\"slotMinutes\": \"15\""));
        refused("closed", good.replace("2026-12-24", "2026-02-30"));
        refused("fixed", good.replace("\"05-01\"", "\"13-01\""));
        refused("minutes", good.replace("\"minutes\": 30", "\"minutes\": 0"));
        refused("more", good.replace("\"v\": 1,", "\"v\": 1, \"more\": 1,"));
    }

    private static void refused(String field, String json) {
        assertEquals(
                field, assertThrows(MalformedDocument.class, () -> Agenda.parse(json)).field());
    }
}
