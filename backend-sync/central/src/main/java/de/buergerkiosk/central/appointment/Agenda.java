package de.buergerkiosk.central.appointment;

import de.buergerkiosk.central.appointment.Venue.Hours;
import de.buergerkiosk.central.appointment.Venue.Naming;
import de.buergerkiosk.central.appointment.Venue.Offer;
import de.buergerkiosk.contract.json.CanonicalJson;
import de.buergerkiosk.contract.json.Fields;
import de.buergerkiosk.contract.json.MalformedDocument;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the city offers appointments for, and when: the document {@code appointments.json}. */
public record Agenda(ZoneId zone, Holidays holidays, List<Venue> venues) {
    private static final int BYTES_MAX = 1_000_000;
    private static final int VENUES_MAX = 200;
    private static final int ITEMS_MAX = 400;

    public Agenda {
        venues = List.copyOf(venues);
        var ids = new HashSet<String>();
        for (var venue : venues) {
            if (!ids.add(venue.id())) {
                throw new MalformedDocument("venues", venue.id() + " stands there twice");
            }
        }
    }

    public Optional<Venue> venue(String id) {
        return venues.stream().filter(venue -> venue.id().equals(id)).findFirst();
    }

    /** The day that it is at that moment, where the venues are. */
    public LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, zone);
    }

    /**
     * The starts of a day's slots, ascending; none when it is closed. A slot lies wholly within the
     * hours. On the day when clocks go forward a slot that does not exist is left out, and none
     * begins twice when they go back, for the grid advances in real minutes from each opening.
     */
    public List<Instant> slots(Venue venue, LocalDate day) {
        if (venue.closed().contains(day) || holidays.includes(day)) {
            return List.of();
        }
        var starts = new ArrayList<Instant>();
        var length = Duration.ofMinutes(venue.slotMinutes());
        for (var hours : venue.hours().getOrDefault(day.getDayOfWeek(), List.of())) {
            var until = day.atTime(hours.until()).atZone(zone).toInstant();
            var start = day.atTime(hours.from()).atZone(zone).toInstant();
            while (!start.plus(length).isAfter(until)) {
                starts.add(start);
                start = start.plus(length);
            }
        }
        return starts;
    }

    /**
     * Reads strictly.
     *
     * @throws MalformedDocument naming the field
     */
    public static Agenda parse(String json) {
        var fields = Fields.of(CanonicalJson.read(json, BYTES_MAX)).version(1);
        var zone = understood("zone", fields.text("zone"), ZoneId::of);
        var rules = fields.object("holidays");
        var holidays =
                new Holidays(
                        rules.texts("fixed").stream()
                                .map(text -> understood("fixed", "--" + text, MonthDay::parse))
                                .collect(Collectors.toSet()),
                        Set.copyOf(rules.smallNumbers("daysAfterEaster")));
        rules.end();
        var venues = fields.objects("venues", VENUES_MAX).stream().map(Agenda::venue).toList();
        fields.end();
        return new Agenda(zone, holidays, venues);
    }

    private static Venue venue(Fields fields) {
        var week = new EnumMap<DayOfWeek, List<Hours>>(DayOfWeek.class);
        var hours = fields.object("hours");
        for (var day : DayOfWeek.values()) {
            week.put(
                    day,
                    hours.texts(day.name().toLowerCase(Locale.ROOT)).stream()
                            .map(Agenda::hours)
                            .toList());
        }
        hours.end();
        var offers = fields.objects("services", ITEMS_MAX).stream().map(Agenda::offer).toList();
        var venue =
                new Venue(
                        fields.text("id"),
                        naming(fields.object("name")),
                        fields.text("address"),
                        fields.smallNumber("slotMinutes"),
                        fields.smallNumber("capacity"),
                        fields.smallNumber("daysAhead"),
                        fields.smallNumber("leadMinutes"),
                        week,
                        fields.texts("closed").stream()
                                .map(text -> understood("closed", text, LocalDate::parse))
                                .collect(Collectors.toSet()),
                        offers,
                        fields.objectIfPresent("waitingPlace").map(Agenda::naming),
                        fields.textIfPresent("office"));
        fields.end();
        return venue;
    }

    private static Offer offer(Fields fields) {
        var offer =
                new Offer(
                        fields.text("id"),
                        naming(fields.object("name")),
                        fields.smallNumber("minutes"));
        fields.end();
        return offer;
    }

    private static Naming naming(Fields fields) {
        var naming = new Naming(fields.text("de"), fields.text("en"));
        fields.end();
        return naming;
    }

    private static Hours hours(String text) {
        var ends = Arrays.asList(text.split("-", -1));
        if (ends.size() != 2) {
            throw new MalformedDocument("hours", "must be like 08:00-12:00");
        }
        return new Hours(
                understood("hours", ends.getFirst(), LocalTime::parse),
                understood("hours", ends.getLast(), LocalTime::parse));
    }

    private static <T> T understood(String field, String text, Function<String, T> reading) {
        try {
            return reading.apply(text);
        } catch (DateTimeException e) {
            throw new MalformedDocument(field, "has a day, time or zone that is none");
        }
    }
}
