package de.buergerkiosk.store;

import de.buergerkiosk.contract.filing.FilingId;
import de.buergerkiosk.courier.Outbox;
import de.buergerkiosk.courier.Parcel;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Released filings, until the centre has them for certain. */
public final class FilingOutbox implements Outbox {
    private final Database database;
    private final InstantSource clock;

    public FilingOutbox(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Optional<Parcel> due(Instant now) {
        return database.first(
                "select id, body, digest, attempts from filing"
                        + " where state = 'queued' and due_at <= ? order by due_at, sequence"
                        + " limit 1",
                row ->
                        new Parcel(
                                FilingId.parse(row.getString(1)),
                                row.getBytes(2),
                                row.getString(3),
                                row.getInt(4)),
                now.toEpochMilli());
    }

    @Override
    public Optional<Instant> nextDue() {
        return database.first(
                        "select due_at from filing where state = 'queued' order by due_at limit 1",
                        row -> row.getLong(1))
                .map(Instant::ofEpochMilli);
    }

    @Override
    public void acknowledged(FilingId id, String receiptJws) {
        database.change(
                "update filing set state = 'acknowledged', receipt = ?, body = null, sealed = null,"
                        + " due_at = null, problem = null where id = ? and state = 'queued'",
                receiptJws,
                id.toString());
    }

    @Override
    public void rejected(FilingId id, String reason) {
        database.transaction(c -> {
            int refused =
                    Database.update(
                            c,
                            "update filing set state = 'rejected', problem = ?,"
                                    + " due_at = null where id = ? and state = 'queued'",
                            reason,
                            id.toString());
            if (refused == 1) {
                Incidents.record(c, clock.instant(), "SYN-REFUSED", id + ": " + reason);
            }
            return refused;
        });
    }

    @Override
    public void postponed(FilingId id, Instant until, String reason) {
        database.change(
                "update filing set attempts = attempts + 1, due_at = ?, problem = ?"
                        + " where id = ? and state = 'queued'",
                until.toEpochMilli(),
                reason,
                id.toString());
    }

    /** Where a filing is. */
    public record Whereabouts(String state, Optional<String> receipt, Optional<String> problem) {}

    public Optional<Whereabouts> whereabouts(FilingId id) {
        return database.first(
                "select state, receipt, problem from filing where id = ?",
                row ->
                        new Whereabouts(
                                row.getString(1),
                                Optional.ofNullable(row.getString(2)),
                                Optional.ofNullable(row.getString(3))),
                id.toString());
    }

    /** How many filings wait for the centre. */
    public int depth() {
        return database.first(
                        "select count(*) from filing where state = 'queued'", row -> row.getInt(1))
                .orElse(0);
    }
}
