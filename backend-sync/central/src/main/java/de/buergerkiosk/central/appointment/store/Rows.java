package de.buergerkiosk.central.appointment.store;

import de.buergerkiosk.central.appointment.Appointment.State;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How our values stand in columns. */
final class Rows {
    private Rows() {}

    static OffsetDateTime utc(Instant moment) {
        return OffsetDateTime.ofInstant(moment, ZoneOffset.UTC);
    }

    static String name(State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    static State state(String name) {
        return State.valueOf(name.toUpperCase(Locale.ROOT));
    }

    /** JDBC knows no Optional; an empty one is NULL. */
    static List<@Nullable Object> parameters(Object... values) {
        var all = new ArrayList<@Nullable Object>();
        for (var value : values) {
            all.add(value instanceof Optional<?> optional ? optional.orElse(null) : value);
        }
        return all;
    }
}
