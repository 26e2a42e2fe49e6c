package de.buergerkiosk.central.appointment.store;

import static de.buergerkiosk.central.appointment.store.Rows.utc;

import de.buergerkiosk.central.appointment.Appointment;
import de.buergerkiosk.central.appointment.AppointmentBook.Day;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The places. Whoever changes several rows locks them by ascending start before. */
final class SlotRows {
    private final JdbcClient sql;

    SlotRows(JdbcClient sql) {
        this.sql = sql;
    }

    /** Within a transaction. Slots that nobody offers any more close, but keep who is in them. */
    void lay(Day day) {
        var plan =
                day.minutes()
                        + "x"
                        + day.capacity()
                        + day.starts().stream()
                                .map(start -> " " + start.getEpochSecond())
                                .collect(Collectors.joining());
        int changed =
                sql.sql(
                                """
                                insert into slot_day (venue, day, plan) values (?, ?, ?)
                                on conflict (venue, day) do update set plan = excluded.plan
                                where slot_day.plan <> excluded.plan
                                """)
                        .params(day.venue(), day.day(), plan)
                        .update();
        if (changed == 0) {
            return;
        }
        closeDay(day);
        for (var start : day.starts()) {
            sql.sql(
                            """
                            insert into slot (venue, start, minutes, capacity) values (?, ?, ?, ?)
                            on conflict (venue, start) do update
                            set minutes = excluded.minutes, open = true,
                                capacity = greatest(excluded.capacity, slot.taken)
                            """)
                    .params(day.venue(), utc(start), day.minutes(), day.capacity())
                    .update();
        }
    }

    /** All slots of the day, whatever plan laid them. */
    private void closeDay(Day day) {
        var from = day.from();
        lock(day.venue(), from, day.until(), from, day.until());
        sql.sql("update slot set open = false where venue = ? and start >= ? and start < ?")
                .params(day.venue(), utc(from), utc(day.until()))
                .update();
    }

    List<Instant> free(String venue, Instant from, Instant until, int slots, int itemsMax) {
        return sql.sql(
                        """
                        select s.start from slot s
                        where s.venue = ? and s.start >= ? and s.start < ? and s.open and s.taken < s.capacity
                          and (select count(*) from slot n
                               where n.venue = s.venue and n.open and n.taken < n.capacity
                                 and n.start >= s.start
                                 and n.start < s.start + make_interval(mins => ? * s.minutes)) = ?
                        order by s.start limit ?
                        """)
                .params(venue, utc(from), utc(until), slots, slots, itemsMax)
                .query((row, _) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .list();
    }

    /** Both ranges at once. */
    void lock(String venue, Instant from, Instant until, Instant from2, Instant until2) {
        sql.sql(
                        """
                        select start from slot
                        where venue = ? and (start >= ? and start < ? or start >= ? and start < ?)
                        order by start for update
                        """)
                .params(venue, utc(from), utc(until), utc(from2), utc(until2))
                .query((_, _) -> true)
                .list();
    }

    /** How many of the range had a place and gave it; they are locked. */
    int take(String venue, Instant from, Instant until) {
        return sql.sql(
                        """
                        update slot set taken = taken + 1
                        where venue = ? and start >= ? and start < ? and open and taken < capacity
                        """)
                .params(venue, utc(from), utc(until))
                .update();
    }

    /**
     * Gives one place of each slot back; they are locked. The slots are those of the grid that the
     * appointment was made on: another plan may have laid others between them meanwhile.
     */
    void give(Appointment appointment) {
        var length =
                Duration.between(appointment.start(), appointment.until())
                        .dividedBy(appointment.slots());
        for (int i = 0; i < appointment.slots(); i++) {
            sql.sql("update slot set taken = taken - 1 where venue = ? and start = ?")
                    .params(
                            appointment.venue(),
                            utc(appointment.start().plus(length.multipliedBy(i))))
                    .update();
        }
    }
}
