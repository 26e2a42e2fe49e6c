package de.buergerkiosk.central.appointment;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * An appointment as a calendar entry (iCalendar, RFC 5545; the methods are those of RFC 5546). Times
 * are in UTC (3.3.5, form 2), so the entry is right in every calendar without a table of our time
 * zone, whatever happens to summer time.
 */
public final class ICalendar {
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);
    private static final int LINE_BYTES_MAX = 75;
    private static final String LINE_END = "\r\n";

    private ICalendar() {}

    /**
     * The entry to add or to bring up to date; a moved appointment keeps its UID and has a greater
     * SEQUENCE.
     *
     * @param at when this entry is made
     */
    public static String request(Appointment about, Venue venue, Instant at) {
        return calendar("REQUEST", "CONFIRMED", about, venue, at);
    }

    /** Takes the entry out again. */
    public static String cancellation(Appointment about, Venue venue, Instant at) {
        return calendar("CANCEL", "CANCELLED", about, venue, at);
    }

    private static String calendar(
            String method, String status, Appointment about, Venue venue, Instant at) {
        var german = about.language().equals("de");
        var service =
                venue.offer(about.service())
                        .map(offer -> offer.name().in(about.language()))
                        .orElse(about.service());
        var summary = (german ? "Termin: " : "Appointment: ") + service;
        var description =
                (german
                                ? "Ihr Code zum Anmelden, Verschieben und Absagen: "
                                : "Your code to check in, move and cancel: ")
                        + about.code().printed();
        var sequence = status.equals("CANCELLED") ? about.sequence() + 1 : about.sequence();
        var text = new StringBuilder();
        line(text, "BEGIN:VCALENDAR");
        line(text, "VERSION:2.0");
        line(text, "PRODID:-//Buergerkiosk//Centre//DE");
        line(text, "METHOD:" + method);
        line(text, "BEGIN:VEVENT");
        line(text, "UID:" + about.id() + "@appointments.buergerkiosk.de");
        line(text, "SEQUENCE:" + sequence);
        line(text, "DTSTAMP:" + UTC.format(at));
        line(text, "DTSTART:" + UTC.format(about.start()));
        line(text, "DTEND:" + UTC.format(about.until()));
        line(text, "STATUS:" + status);
        line(text, "SUMMARY:" + escaped(summary));
        line(
                text,
                "LOCATION:" + escaped(venue.name().in(about.language()) + ", " + venue.address()));
        line(text, "DESCRIPTION:" + escaped(description));
        line(text, "END:VEVENT");
        line(text, "END:VCALENDAR");
        return text.toString();
    }

    /** A TEXT value (3.3.11). */
    static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\r\n", "\\n")
                .replace("\n", "\\n");
    }

    /** Folded after at most 75 octets, never within a character (3.1). */
    static void line(StringBuilder text, String content) {
        int bytes = 0;
        for (int at = 0; at < content.length(); ) {
            int end = content.offsetByCodePoints(at, 1);
            var symbol = content.substring(at, end);
            int more = symbol.getBytes(StandardCharsets.UTF_8).length;
            if (bytes + more > LINE_BYTES_MAX) {
                text.append(LINE_END).append(' ');
                bytes = 1;
            }
            text.append(symbol);
            bytes += more;
            at = end;
        }
        text.append(LINE_END);
    }
}
