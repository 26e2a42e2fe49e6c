package de.buergerkiosk.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What happens to a damaged file: kept, and read as far as it can be read. */
final class SetAside {
    private static final Logger LOG = LoggerFactory.getLogger(SetAside.class);

    private SetAside() {}

    /** Renames the file and its companions; the name tells when. */
    static Path move(Path file, Instant now) {
        var stamp = now.toString().replaceAll("[^0-9]", "").substring(0, 14);
        var aside = file.resolveSibling("kiosk.damaged-" + stamp + ".db");
        try {
            for (var suffix : List.of("", "-wal")) {
                var from = Path.of(file + suffix);
                if (Files.exists(from)) {
                    Files.move(from, Path.of(aside + suffix));
                }
            }
            // The shared-memory index is rebuilt from the log; a stale one would mislead.
            Files.deleteIfExists(Path.of(file + "-shm"));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot set aside " + file, e);
        }
        return aside;
    }

    /** Copies every filing that is still readable and not yet acknowledged. */
    static void carryOver(Path aside, Database fresh, String damage, Instant now) {
        int carried = 0;
        String rest = "all readable filings were carried over";
        try (var old = DriverManager.getConnection("jdbc:sqlite:" + aside.toAbsolutePath());
                var statement = old.createStatement();
                var rows =
                        statement.executeQuery(
                                "select * from filing where state in"
                                        + " ('held','queued','rejected')")) {
            while (rows.next()) {
                copy(rows, fresh);
                carried++;
            }
        } catch (SQLException e) {
            rest = "the rest could not be read: " + e.getMessage();
        }
        var detail =
                "%s was damaged (%s); %d filings carried over, %s"
                        .formatted(aside.getFileName(), damage, carried, rest);
        LOG.error("STO-DAMAGED {}", detail);
        Incidents.record(fresh, now, "STO-DAMAGED", detail);
    }

    private static void copy(ResultSet row, Database fresh) throws SQLException {
        var visit = row.getString("visit");
        var id = row.getString("id");
        var values = new Object[COLUMNS.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = row.getObject(COLUMNS.get(i));
        }
        fresh.transaction(c -> {
            // Whether its payment was begun stood in the damaged journal. Such a filing is kept for
            // staff as it is: settling it without that journal could void what was paid.
            var forStaff = "held".equals(row.getString("state")) && row.getLong("due_cents") > 0;
            Database.update(
                    c,
                    "insert into visit (id, begun_at) values (?, ?) on conflict do nothing",
                    visit,
                    row.getString("submitted_at"));
            if (forStaff) {
                Database.update(
                        c,
                        "update visit set ended_at = begun_at, ended_by = 'KEPT_FOR_STAFF'"
                                + " where id = ?",
                        visit);
            }
            Database.update(
                    c,
                    "insert into filing ("
                            + String.join(", ", COLUMNS)
                            + ") values ("
                            + "?, ".repeat(COLUMNS.size() - 1)
                            + "?)",
                    values);
            return id;
        });
    }

    private static final List<String> COLUMNS =
            List.of(
                    "id",
                    "visit",
                    "sequence",
                    "service",
                    "service_version",
                    "office",
                    "submitted_at",
                    "due_cents",
                    "state",
                    "sealed",
                    "body",
                    "digest",
                    "attempts",
                    "due_at",
                    "problem");
}
