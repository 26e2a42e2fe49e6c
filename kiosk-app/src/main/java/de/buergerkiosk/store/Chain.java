package de.buergerkiosk.store;

import de.buergerkiosk.contract.json.CanonicalJson;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/**
 * The hash chain over the journal: whoever changes a line later has to change all lines after it.
 */
public final class Chain {
    private static final String SEED = "buergerkiosk journal";

    private Chain() {}

    static int append(Connection c, String visit, Instant at, String stage, String detail)
            throws SQLException {
        var before = head(c);
        return Database.update(
                c,
                "insert into journal (visit, at, stage, detail, hash) values (?, ?, ?, ?, ?)",
                visit,
                at.toString(),
                stage,
                detail,
                link(before, visit, at.toString(), stage, detail));
    }

    /** The hash of the last line; of nothing where there is none. */
    static String head(Connection c) throws SQLException {
        return Database.query(
                        c,
                        "select hash from journal order by seq desc limit 1",
                        row -> row.getString(1))
                .stream()
                .findFirst()
                .orElse(SEED);
    }

    private static String link(
            String before, String visit, String at, String stage, String detail) {
        var line = String.join("\n", before, visit, at, stage, detail);
        return CanonicalJson.sha256(line.getBytes(StandardCharsets.UTF_8));
    }

    /** The number of the first journal line that does not fit the one before it; empty if sound. */
    public static Optional<Long> firstBreak(Database database) {
        return database.transaction(c -> {
            var before = new String[] {SEED};
            return Database.query(
                            c,
                            "select seq, visit, at, stage, detail, hash from journal"
                                    + " order by seq",
                            row -> {
                                var fits =
                                        link(
                                                        before[0],
                                                        row.getString(2),
                                                        row.getString(3),
                                                        row.getString(4),
                                                        row.getString(5))
                                                .equals(row.getString(6));
                                before[0] = row.getString(6);
                                return fits ? 0L : row.getLong(1);
                            })
                    .stream()
                    .filter(seq -> seq > 0)
                    .findFirst();
        });
    }
}
