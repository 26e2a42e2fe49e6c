package de.buergerkiosk.store;

import de.buergerkiosk.booking.Reports;
import de.buergerkiosk.contract.appointment.CheckInReport;
import de.buergerkiosk.contract.appointment.TicketReport;
import de.buergerkiosk.contract.json.CanonicalJson;
import de.buergerkiosk.contract.json.Fields;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What the centre has to hear of numbers, until it has answered. */
public final class NumberReports implements Reports {
    private static final int BYTES_MAX = 16 << 10;

    private final Database database;

    public NumberReports(Database database) {
        this.database = database;
    }

    @Override
    public List<Waiting> due(Instant now, int itemsMax) {
        return database.all(
                "select id, kind, body, attempts from number_report where state = 'waiting' and"
                        + " due_at <= ? order by due_at, seq limit ?",
                row ->
                        new Waiting(
                                UUID.fromString(row.getString(1)),
                                what(row.getString(2), row.getString(3)),
                                row.getInt(4)),
                now.toEpochMilli(),
                itemsMax);
    }

    private static What what(String kind, String body) {
        var fields =
                Fields.of(CanonicalJson.read(body.getBytes(StandardCharsets.UTF_8), BYTES_MAX))
                        .version(1);
        return kind.equals("ticket")
                ? new What.Taken(TicketReport.of(fields))
                : new What.Arrived(CheckInReport.of(fields));
    }

    @Override
    public void told(UUID id) {
        database.transaction(c -> {
            Database.update(
                    c,
                    "update slip set told = 1 where visit = (select visit from number_report"
                            + " where id = ?)",
                    id.toString());
            return Database.update(
                    c, "update number_report set state = 'told' where id = ?", id.toString());
        });
    }

    @Override
    public void postponed(UUID id, Instant until, String why) {
        database.change(
                "update number_report set attempts = attempts + 1, due_at = ?, problem = ?"
                        + " where id = ? and state = 'waiting'",
                until.toEpochMilli(),
                why,
                id.toString());
    }

    @Override
    public void refused(UUID id, Instant at, String code, String why) {
        database.transaction(c -> {
            Incidents.record(c, at, code, why);
            return Database.update(
                    c,
                    "update number_report set state = 'refused', problem = ? where id = ?",
                    why,
                    id.toString());
        });
    }

    @Override
    public void insteadTicket(UUID id, UUID fresh, String service, Instant at, String why) {
        database.transaction(c -> {
            var report =
                    Database.query(
                                    c,
                                    "select slip.venue, slip.day, slip.number, slip.at from slip"
                                            + " join number_report using (visit) where"
                                            + " number_report.id = ?",
                                    row ->
                                            new TicketReport(
                                                    row.getString(1),
                                                    LocalDate.parse(row.getString(2)),
                                                    row.getInt(3),
                                                    service,
                                                    Instant.parse(row.getString(4))),
                                    id.toString())
                            .stream()
                            .findFirst();
            Incidents.record(c, at, "APT-CHECKIN-REFUSED", why);
            Database.update(
                    c,
                    "update number_report set state = 'refused', problem = ? where id = ?",
                    why,
                    id.toString());
            return report.isEmpty()
                    ? 0
                    : Database.update(
                            c,
                            "insert into number_report (id, visit, kind, body, due_at) select ?,"
                                    + " visit, 'ticket', ?, ? from number_report where id = ?",
                            fresh.toString(),
                            new String(report.get().json(), StandardCharsets.UTF_8),
                            at.toEpochMilli(),
                            id.toString());
        });
    }

    @Override
    public int depth() {
        return database.first(
                        "select count(*) from number_report where state = 'waiting'",
                        row -> row.getInt(1))
                .orElse(0);
    }

    /** What became of each number, oldest first: for demonstrations and proofs. */
    public List<Told> all() {
        return database.all(
                "select slip.kind, slip.number, slip.day, coalesce(slip.paper, 'owed'), slip.told"
                        + " from slip where number is not null order by slip.seq",
                row ->
                        new Told(
                                row.getString(1),
                                row.getInt(2),
                                LocalDate.parse(row.getString(3)),
                                row.getString(4),
                                row.getInt(5) == 1));
    }

    /**
     * A number that was given out.
     *
     * @param paper how its slip went, or {@code owed}
     * @param told whether the centre knows
     */
    public record Told(String kind, int number, LocalDate day, String paper, boolean told) {}

    /** Whatever is known of slips of appointments, oldest first: how their paper went. */
    public Optional<String> lastPaper() {
        return database.first(
                "select coalesce(paper, 'owed') from slip order by seq desc limit 1",
                row -> row.getString(1));
    }
}
