package de.buergerkiosk.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** What staff has to look at. */
public final class Incidents {
    private final Database database;

    public Incidents(Database database) {
        this.database = database;
    }

    /**
     * One thing that staff has to look at.
     *
     * @param code a failure code
     * @param detail never personal data
     */
    public record Incident(Instant at, String code, String detail) {}

    public void record(Instant at, String code, String detail) {
        record(database, at, code, detail);
    }

    static void record(Database database, Instant at, String code, String detail) {
        database.transaction(c -> record(c, at, code, detail));
    }

    /** In a transaction that does more. */
    static int record(Connection c, Instant at, String code, String detail) throws SQLException {
        return Database.update(
                c,
                "insert into incident (at, code, detail) values (?, ?, ?)",
                at.toString(),
                code,
                detail);
    }

    public List<Incident> all() {
        return database.all(
                "select at, code, detail from incident order by seq",
                row ->
                        new Incident(
                                Instant.parse(row.getString(1)),
                                row.getString(2),
                                row.getString(3)));
    }
}
