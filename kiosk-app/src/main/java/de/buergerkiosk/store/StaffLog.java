package de.buergerkiosk.store;

import de.buergerkiosk.care.CareEvent;
import de.buergerkiosk.care.CareLog;
import de.buergerkiosk.contract.json.CanonicalJson;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** The staff log in the kiosk's file: whoever changes a line later has to change all after it. */
public final class StaffLog implements CareLog {
    private static final String SEED = "buergerkiosk staff log";
    private static final int DETAIL_MAX = 200;

    private final Database database;
    private final InstantSource clock;

    public StaffLog(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public void write(String staff, CareEvent event, String detail) {
        var line = detail.length() > DETAIL_MAX ? detail.substring(0, DETAIL_MAX) : detail;
        database.transaction(c -> append(c, clock.instant().toString(), staff, event.name(), line));
    }

    static int append(Connection c, String at, String staff, String event, String detail)
            throws SQLException {
        return Database.update(
                c,
                "insert into staff_log (at, staff, event, detail, hash) values (?, ?, ?, ?, ?)",
                at,
                staff,
                event,
                detail,
                link(head(c), at, staff, event, detail));
    }

    /** The hash of the last line; of nothing where there is none. */
    static String head(Connection c) throws SQLException {
        return Database.query(
                        c,
                        "select hash from staff_log order by seq desc limit 1",
                        row -> row.getString(1))
                .stream()
                .findFirst()
                .orElse(SEED);
    }

    private static String link(
            String before, String at, String staff, String event, String detail) {
        var line = String.join("\n", before, at, staff, event, detail);
        return CanonicalJson.sha256(line.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public List<Entry> latest(int max) {
        return database.all(
                "select at, staff, event, detail from staff_log order by seq desc limit ?",
                row ->
                        new Entry(
                                Instant.parse(row.getString(1)),
                                row.getString(2),
                                CareEvent.valueOf(row.getString(3)),
                                row.getString(4)),
                max);
    }

    @Override
    public boolean isSound() {
        var before = new String[] {SEED};
        return database
                .all(
                        "select at, staff, event, detail, hash from staff_log order by seq",
                        row -> {
                            var fits =
                                    link(
                                                    before[0],
                                                    row.getString(1),
                                                    row.getString(2),
                                                    row.getString(3),
                                                    row.getString(4))
                                            .equals(row.getString(5));
                            before[0] = row.getString(5);
                            return fits;
                        })
                .stream()
                .allMatch(fits -> fits);
    }
}
