package de.buergerkiosk.main;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * When the terminal's day is closed.
 *
 * @param at in the kiosk's zone
 * @param later drawn once, so that not every kiosk of a city calls the bank in the same second
 */
record ClosingTime(LocalTime at, Duration later, ZoneId zone) {
    /** The day that a closing belongs to, and its moment. */
    record Day(LocalDate date, Instant at) {
        /** Of the closing in the payment journal. */
        String reference() {
            return "closing-" + date;
        }
    }

    /** The last moment at which a day should have been closed. */
    Day lastBefore(Instant now) {
        LocalDate date = now.atZone(zone).toLocalDate();
        Day day = of(date);
        return day.at().isAfter(now) ? of(date.minusDays(1)) : day;
    }

    private Day of(LocalDate date) {
        // an hour that the clock leaps over at the end of March begins later
        return new Day(date, date.atTime(at).atZone(zone).toInstant().plus(later));
    }
}
