package de.buergerkiosk.journey.choose;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * When the kiosk takes visits, by the clock on the wall: in the hour that is there twice in October
 * the same span counts twice, and one that falls into the hour that March leaves out is left out.
 *
 * @param days a day without spans is closed; no days at all: always open
 */
public record OpeningHours(Map<DayOfWeek, List<Span>> days, ZoneId zone) {
    private static final int DAYS_AHEAD = 8;
    private static final int MINUTES_OF_A_DAY = 24 * 60;
    private static final Pattern SPAN =
            Pattern.compile(
                    "([01][0-9]|2[0-3]):([0-5][0-9])-(?:([01][0-9]|2[0-3]):([0-5][0-9])|24:00)");

    /**
     * Part of a day.
     *
     * @param from minute of the day, 0 to 1439
     * @param to the first minute that is closed again, up to 1440
     */
    public record Span(int from, int to) {
        public Span {
            if (from < 0 || to > MINUTES_OF_A_DAY || from >= to) {
                throw new IllegalArgumentException("not a part of a day: " + from + " to " + to);
            }
        }

        /** Such as {@code 08:00-12:30}; empty where it is none. Midnight at the end is 24:00. */
        public static Optional<Span> parse(String text) {
            var found = SPAN.matcher(text);
            if (!found.matches()) {
                return Optional.empty();
            }
            int from = minutes(found.group(1), found.group(2));
            int to =
                    text.endsWith("24:00")
                            ? MINUTES_OF_A_DAY
                            : minutes(found.group(3), found.group(4));
            return from < to ? Optional.of(new Span(from, to)) : Optional.empty();
        }

        private static int minutes(String hours, String minutes) {
            return 60 * Integer.parseInt(hours) + Integer.parseInt(minutes);
        }

        private boolean contains(int minute) {
            return from <= minute && minute < to;
        }
    }

    public OpeningHours {
        var copy = new EnumMap<DayOfWeek, List<Span>>(DayOfWeek.class);
        days.forEach((day, spans) -> copy.put(day, List.copyOf(spans)));
        days = Map.copyOf(copy);
    }

    /** Day and night. */
    public static OpeningHours always(ZoneId zone) {
        return new OpeningHours(Map.of(), zone);
    }

    public boolean isOpen(Instant moment) {
        return days.isEmpty() || isOpen(moment.atZone(zone));
    }

    private boolean isOpen(ZonedDateTime at) {
        int minute = 60 * at.getHour() + at.getMinute();
        return of(at.toLocalDate()).anyMatch(span -> span.contains(minute));
    }

    private Stream<Span> of(LocalDate date) {
        return days.getOrDefault(date.getDayOfWeek(), List.of()).stream();
    }

    /** The next moment at which it opens; empty where it never does. */
    public Optional<ZonedDateTime> nextOpening(Instant now) {
        var today = now.atZone(zone).toLocalDate();
        return Stream.iterate(today, date -> date.plusDays(1))
                .limit(DAYS_AHEAD)
                .flatMap(date -> of(date).flatMap(span -> beginnings(date, span)))
                .filter(at -> at.toInstant().isAfter(now))
                .filter(this::isOpen)
                .min(ZonedDateTime::compareTo);
    }

    /** One, but two in the hour that is there twice. */
    private Stream<ZonedDateTime> beginnings(LocalDate date, Span span) {
        var at = date.atTime(LocalTime.of(span.from() / 60, span.from() % 60)).atZone(zone);
        return Stream.of(at, at.withLaterOffsetAtOverlap()).distinct();
    }
}
