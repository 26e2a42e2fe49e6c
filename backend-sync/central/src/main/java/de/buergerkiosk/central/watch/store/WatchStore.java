package de.buergerkiosk.central.watch.store;

import de.buergerkiosk.central.watch.Condition;
import de.buergerkiosk.central.watch.Incident;
import de.buergerkiosk.central.watch.WatchBook;
import de.buergerkiosk.contract.fleet.Applied;
import de.buergerkiosk.contract.fleet.Heartbeat;
import de.buergerkiosk.contract.json.CanonicalJson;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Heartbeats, reports and incidents in PostgreSQL. */
public final class WatchStore implements WatchBook {
    /** One statement, one row, one commit; the bench measures it beside the door. */
    public static final String KEEP =
            """
            insert into beat (kiosk, boot, number, sent_at, received_at, body)
            select id, ?, ?, ?, ?, ? from kiosk where id = ?
            on conflict (kiosk) do update
            set boot = excluded.boot, number = excluded.number, sent_at = excluded.sent_at,
                received_at = excluded.received_at, body = excluded.body
            where beat.boot <> excluded.boot or beat.number < excluded.number
            """;

    private final JdbcClient sql;

    public WatchStore(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public boolean keep(String kiosk, Heartbeat beat, Instant at) {
        var kept =
                sql.sql(KEEP)
                        .params(
                                beat.boot(),
                                beat.number(),
                                utc(beat.at()),
                                utc(at),
                                new String(beat.json(), StandardCharsets.UTF_8),
                                kiosk)
                        .update();
        return kept == 1 || heard(kiosk).isPresent();
    }

    @Override
    public boolean keep(String kiosk, Applied applied, Instant at) {
        return sql.sql(
                                """
                                insert into report (kiosk, version, digest, state, detail, settings, received_at)
                                select id, ?, ?, ?, ?, ?, ? from kiosk where id = ?
                                on conflict (kiosk) do update
                                set version = excluded.version, digest = excluded.digest,
                                    state = excluded.state, detail = excluded.detail,
                                    settings = excluded.settings, received_at = excluded.received_at
                                """)
                        .params(
                                applied.version(),
                                applied.digest(),
                                applied.state(),
                                applied.detail(),
                                CanonicalJson.text(applied.settings()),
                                utc(at),
                                kiosk)
                        .update()
                == 1;
    }

    @Override
    public List<Heard> heard() {
        return sql.sql("select * from beat order by kiosk").query((row, _) -> heard(row)).list();
    }

    @Override
    public Optional<Heard> heard(String kiosk) {
        return sql.sql("select * from beat where kiosk = ?")
                .param(kiosk)
                .query((row, _) -> heard(row))
                .optional();
    }

    @Override
    public Optional<Reported> reported(String kiosk) {
        return sql.sql("select * from report where kiosk = ?")
                .param(kiosk)
                .query((row, _) -> report(row))
                .optional();
    }

    @Override
    public Map<String, Reported> reported() {
        var all = new TreeMap<String, Reported>();
        sql.sql("select * from report")
                .query((row, _) -> all.put(row.getString("kiosk"), report(row)))
                .list();
        return all;
    }

    private static Reported report(ResultSet row) throws SQLException {
        var at = row.getObject("received_at", OffsetDateTime.class).toInstant();
        var applied =
                new Applied(
                        row.getLong("version"),
                        row.getString("digest"),
                        row.getString("state"),
                        row.getString("detail"),
                        CanonicalJson.read(row.getString("settings"), Applied.BYTES_MAX),
                        at);
        return new Reported(applied, at);
    }

    @Override
    public List<Filing> filings(String kiosk, long above, long upTo) {
        return sql.sql(
                        """
                        select distinct on (sequence) sequence, digest from filing
                        where kiosk = ? and sequence > ? and sequence <= ? order by sequence, received_at
                        """)
                .params(kiosk, above, upTo)
                .query((row, _) -> new Filing(row.getLong(1), row.getString(2)))
                .list();
    }

    @Override
    public Optional<Wanted> wanted(String kiosk) {
        return sql.sql("select * from desired where kiosk = ?")
                .param(kiosk)
                .query((row, _) -> wanted(row))
                .optional();
    }

    @Override
    public Map<String, Wanted> wanted() {
        var all = new TreeMap<String, Wanted>();
        sql.sql("select * from desired")
                .query((row, _) -> all.put(row.getString("kiosk"), wanted(row)))
                .list();
        return all;
    }

    private static Wanted wanted(ResultSet row) throws SQLException {
        return new Wanted(
                row.getLong("version"),
                row.getString("digest"),
                row.getObject("since", OffsetDateTime.class).toInstant());
    }

    @Override
    public List<Incident> open(String kiosk) {
        return sql.sql("select * from incident where kiosk = ? and resolved_at is null")
                .param(kiosk)
                .query((row, _) -> incident(row))
                .list();
    }

    @Override
    public Optional<Incident> find(long id) {
        return sql.sql("select * from incident where id = ?")
                .param(id)
                .query((row, _) -> incident(row))
                .optional();
    }

    @Override
    public void begin(String kiosk, Condition condition, Instant at) {
        // two device doors may watch: the index lets one of them in
        sql.sql(
                        """
                        insert into incident (kiosk, kind, subject, detail, opened_at) values (?, ?, ?, ?, ?)
                        on conflict do nothing
                        """)
                .params(
                        kiosk,
                        condition.kind().word(),
                        condition.subject(),
                        condition.detail(),
                        utc(at))
                .update();
    }

    @Override
    public void update(Incident incident, String detail) {
        sql.sql("update incident set detail = ? where id = ?")
                .params(detail, incident.id())
                .update();
    }

    @Override
    public void resolve(Incident incident, Instant at) {
        sql.sql("update incident set resolved_at = ? where id = ? and resolved_at is null")
                .params(utc(at), incident.id())
                .update();
    }

    @Override
    public List<Incident> newest(boolean openOnly, int most) {
        var where = openOnly ? "where resolved_at is null" : "";
        return sql.sql(
                        "select * from incident "
                                + where
                                + " order by opened_at desc, id desc limit ?")
                .param(most)
                .query((row, _) -> incident(row))
                .list();
    }

    @Override
    public long openAndUnseen() {
        return sql.sql(
                        """
                        select count(*) from incident
                        where resolved_at is null and acknowledged_at is null
                        """)
                .query(Long.class)
                .single();
    }

    @Override
    public boolean acknowledge(long id, Incident.Seen seen) {
        return sql.sql(
                                """
                                update incident set acknowledged_at = ?, acknowledged_by = ?, note = ?
                                where id = ? and acknowledged_at is null
                                """)
                        .params(utc(seen.at()), seen.by(), seen.note(), id)
                        .update()
                == 1;
    }

    private static Heard heard(ResultSet row) throws SQLException {
        return new Heard(
                row.getString("kiosk"),
                Heartbeat.parse(row.getString("body").getBytes(StandardCharsets.UTF_8)),
                row.getObject("received_at", OffsetDateTime.class).toInstant());
    }

    private static Incident incident(ResultSet row) throws SQLException {
        var by = Optional.ofNullable(row.getString("acknowledged_by"));
        var note = row.getString("note");
        var at = instant(row, "acknowledged_at");
        return new Incident(
                row.getLong("id"),
                row.getString("kiosk"),
                Incident.Kind.of(row.getString("kind")),
                row.getString("subject"),
                row.getString("detail"),
                instant(row, "opened_at").orElseThrow(),
                instant(row, "resolved_at"),
                by.flatMap(who -> at.map(when -> new Incident.Seen(who, when, note))));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
                .map(OffsetDateTime::toInstant);
    }

    private static OffsetDateTime utc(Instant moment) {
        return OffsetDateTime.ofInstant(moment, ZoneOffset.UTC);
    }
}
