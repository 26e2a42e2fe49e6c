package de.buergerkiosk.central.appointment;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Set;

/**
 * The days of the year on which every venue is closed, as rules that hold in any year.
 *
 * @param fixed such as 1 May
 * @param daysAfterEaster days after Easter Sunday, such as -2 for Good Friday, 39 for Ascension Day
 */
public record Holidays(Set<MonthDay> fixed, Set<Integer> daysAfterEaster) {
    public Holidays {
        fixed = Set.copyOf(fixed);
        daysAfterEaster = Set.copyOf(daysAfterEaster);
    }

    public boolean includes(LocalDate day) {
        if (fixed.contains(MonthDay.from(day))) {
            return true;
        }
        var easter = easter(day.getYear());
        return daysAfterEaster.stream().anyMatch(days -> easter.plusDays(days).equals(day));
    }

    /** Easter Sunday of the Gregorian calendar (the anonymous algorithm of Nature, 1876). */
    static LocalDate easter(int year) {
        int golden = year % 19;
        int century = year / 100;
        int inCentury = year % 100;
        int correction = (century - (century + 8) / 25 + 1) / 3;
        int epact = (19 * golden + century - century / 4 - correction + 15) % 30;
        int weekday = (32 + 2 * (century % 4) + 2 * (inCentury / 4) - epact - inCentury % 4) % 7;
        int late = (golden + 11 * epact + 22 * weekday) / 451;
        int days = epact + weekday - 7 * late + 114;
        return LocalDate.of(year, days / 31, days % 31 + 1);
    }
}
