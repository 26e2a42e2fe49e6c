package de.buergerkiosk.store;

import de.buergerkiosk.care.Counters;
import java.sql.Connection;
import java.sql.SQLException;

/** Counts what the parts have done: from the journals where they know, else in a table of its own. */
public final class PartCounters implements Counters {
    private static final String PRINTED = "printed";
    private static final String SINCE_ROLL = "since-roll";
    private static final String NOT_PRINTED = "not-printed";
    private static final String ROLLS = "rolls";

    private final Database database;

    public PartCounters(Database database) {
        this.database = database;
    }

    @Override
    public Figures figures() {
        return new Figures(
                number("select count(*) from visit"),
                number("select count(*) from journal where stage = 'IDENTIFIED'"),
                number("select count(*) from filing where sequence is not null"),
                number(
                        "select count(*) from payment where step = 'DONE' and detail like"
                                + " 'approved%'"),
                number(
                        "select count(*) from payment where step = 'DONE' and detail like"
                                + " 'closed%'"),
                kept(PRINTED),
                kept(SINCE_ROLL),
                kept(NOT_PRINTED),
                kept(ROLLS));
    }

    @Override
    public void printed() {
        database.transaction(c -> add(c, PRINTED) + add(c, SINCE_ROLL));
    }

    @Override
    public void notPrinted() {
        database.transaction(c -> add(c, NOT_PRINTED));
    }

    @Override
    public void rollChanged() {
        database.transaction(c -> {
            Database.update(c, "delete from part_count where name = ?", SINCE_ROLL);
            return add(c, ROLLS);
        });
    }

    private static int add(Connection c, String name) throws SQLException {
        return Database.update(
                c,
                "insert into part_count (name, count) values (?, 1)"
                        + " on conflict (name) do update set count = count + 1",
                name);
    }

    private long kept(String name) {
        return database.first(
                        "select count from part_count where name = ?", row -> row.getLong(1), name)
                .orElse(0L);
    }

    private long number(String sql) {
        return database.first(sql, row -> row.getLong(1)).orElse(0L);
    }
}
