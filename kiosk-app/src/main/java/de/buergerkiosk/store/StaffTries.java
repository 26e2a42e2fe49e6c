package de.buergerkiosk.store;

import de.buergerkiosk.care.Tries;
import java.time.Instant;
import java.util.Map;

/** Wrong tries at the staff door, in the kiosk's file. */
public final class StaffTries implements Tries {
    private final Database database;

    public StaffTries(Database database) {
        this.database = database;
    }

    @Override
    public Count of(String subject) {
        return database.first(
                        "select wrong, locked_until from staff_try where subject = ?",
                        row -> new Count(row.getInt(1), Instant.parse(row.getString(2))),
                        subject)
                .orElse(Count.NONE);
    }

    @Override
    public void keep(Map<String, Count> counts) {
        database.transaction(c -> {
            for (var each : counts.entrySet()) {
                Database.update(
                        c,
                        "insert into staff_try (subject, wrong, locked_until) values (?, ?, ?)"
                                + " on conflict (subject) do update set wrong = excluded.wrong,"
                                + " locked_until = excluded.locked_until",
                        each.getKey(),
                        each.getValue().wrong(),
                        each.getValue().lockedUntil().toString());
            }
            return counts.size();
        });
    }
}
