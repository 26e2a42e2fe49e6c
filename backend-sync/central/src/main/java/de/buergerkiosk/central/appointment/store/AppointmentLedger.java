package de.buergerkiosk.central.appointment.store;

import de.buergerkiosk.central.database.store.Database;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads all rows back for whoever wants to count them again. */
public final class AppointmentLedger {
    private final JdbcClient sql;

    private AppointmentLedger(JdbcClient sql) {
        this.sql = sql;
    }

    public static AppointmentLedger of(Database database) {
        return new AppointmentLedger(JdbcClient.create(database.source()));
    }

    /** A row of the table of slots. */
    public record Slot(String venue, Instant start, int minutes, int capacity, int taken) {}

    /** A row of the table of appointments, without the citizen. */
    public record Row(
            UUID id,
            String venue,
            String service,
            Instant start,
            Instant until,
            int slots,
            String code,
            String state) {
        /** Whether it takes places. */
        public boolean covers(Slot slot) {
            return isLive()
                    && venue.equals(slot.venue())
                    && !slot.start().isBefore(start)
                    && slot.start().isBefore(until);
        }

        public boolean isLive() {
            return state.matches("held|booked|arrived");
        }
    }

    public List<Slot> slots() {
        return sql.sql("select venue, start, minutes, capacity, taken from slot order by 1, 2")
                .query((row, _) ->
                        new Slot(
                                row.getString(1),
                                row.getObject(2, OffsetDateTime.class).toInstant(),
                                row.getInt(3),
                                row.getInt(4),
                                row.getInt(5)))
                .list();
    }

    public List<Row> appointments() {
        return sql.sql(
                        """
                        select id, venue, service, start, until, slots, code, state
                        from appointment order by venue, start, id
                        """)
                .query((row, _) ->
                        new Row(
                                row.getObject(1, UUID.class),
                                row.getString(2),
                                row.getString(3),
                                row.getObject(4, OffsetDateTime.class).toInstant(),
                                row.getObject(5, OffsetDateTime.class).toInstant(),
                                row.getInt(6),
                                row.getString(7),
                                row.getString(8)))
                .list();
    }
}
