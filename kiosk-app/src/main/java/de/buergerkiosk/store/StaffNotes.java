package de.buergerkiosk.store;

import de.buergerkiosk.care.Notes;
import java.util.Optional;

/** What staff have set, in the kiosk's file. */
public final class StaffNotes implements Notes {
    private final Database database;

    public StaffNotes(Database database) {
        this.database = database;
    }

    @Override
    public Optional<String> read(String name) {
        return database.first(
                "select value from staff_note where name = ?", row -> row.getString(1), name);
    }

    @Override
    public void keep(String name, String value) {
        database.change(
                "insert into staff_note (name, value) values (?, ?)"
                        + " on conflict (name) do update set value = excluded.value",
                name,
                value);
    }

    @Override
    public void forget(String name) {
        database.change("delete from staff_note where name = ?", name);
    }
}
