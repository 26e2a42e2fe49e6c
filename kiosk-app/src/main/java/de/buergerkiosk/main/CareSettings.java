package de.buergerkiosk.main;

import de.buergerkiosk.care.Roster;
import de.buergerkiosk.care.StaffMember;
import de.buergerkiosk.journey.choose.OpeningHours;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** Reads opening hours and staff from their fields: lists, joined by commas. */
final class CareSettings {
    static final String PEOPLE = "staff.people";

    private CareSettings() {}

    /** Name of the field that has the spans of that day. */
    static String field(DayOfWeek day) {
        return "openingHours." + day.name().toLowerCase(Locale.ROOT);
    }

    /**
     * From seven fields; all of them empty means always open.
     *
     * @param values text of a field
     */
    static OpeningHours hours(
            UnaryOperator<String> values, ZoneId zone, DemoOnly.Complaints complaints) {
        var days = new EnumMap<DayOfWeek, List<OpeningHours.Span>>(DayOfWeek.class);
        for (var day : DayOfWeek.values()) {
            var spans = new ArrayList<OpeningHours.Span>();
            for (var text : items(values.apply(field(day)))) {
                OpeningHours.Span.parse(text)
                        .ifPresentOrElse(
                                spans::add,
                                () ->
                                        complaints.told(
                                                field(day),
                                                "'" + text + "' is not a part of a day",
                                                "Use parts such as \"08:00-12:30\"; midnight at"
                                                        + " the end is 24:00"));
            }
            if (!spans.isEmpty()) {
                days.put(day, spans);
            }
        }
        return new OpeningHours(days, zone);
    }

    static Roster staff(String text, DemoOnly.Complaints complaints) {
        var codes = new HashSet<String>();
        var members = new ArrayList<StaffMember>();
        for (var entry : items(text)) {
            var read = StaffMember.parse(entry);
            // the entry itself is not told: what stands there by mistake may be a PIN
            if (read.isEmpty()) {
                complaints.told(
                        PEOPLE,
                        "entry " + (members.size() + 1) + " is not one",
                        "Make it with: ./kiosk staff hash");
            } else if (!codes.add(read.get().code()) || members.size() == Roster.MEMBERS_MAX) {
                complaints.told(
                        PEOPLE,
                        "the code " + read.get().code() + " stands there twice, or is one too many",
                        "Give each person a code; at most " + Roster.MEMBERS_MAX);
            } else {
                members.add(read.get());
            }
        }
        return new Roster(members);
    }

    private static List<String> items(String text) {
        return text.isBlank() ? List.of() : List.of(text.split(",", -1));
    }
}
