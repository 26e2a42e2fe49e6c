package de.buergerkiosk.central.rollout.store;

import de.buergerkiosk.central.rollout.Audience;
import de.buergerkiosk.central.rollout.Desired;
import de.buergerkiosk.central.rollout.Release;
import de.buergerkiosk.central.rollout.RolloutBook;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Releases in PostgreSQL; each change has a turn, and device doors ask for those that they missed. */
public final class RolloutStore implements RolloutBook {
    /** More than that was not released since a backup, and no kiosk is believed beyond it. */
    private static final long GAP = 1_000_000;

    private final JdbcClient sql;
    private final TransactionOperations transactions;

    public RolloutStore(JdbcClient sql, TransactionOperations transactions) {
        this.sql = sql;
        this.transactions = transactions;
    }

    /** After a backup was played in, kiosks may know greater ones; a smaller one reaches none of them. */
    @Override
    public long nextVersion() {
        return sql.sql(
                        """
                        with own as (select nextval('bundle_version') as version),
                        theirs as (
                            select max(b.version) as version
                            from (select (body::jsonb #>> '{configuration,version}')::numeric as version
                                  from beat) b, own
                            where b.version between own.version and own.version + ?)
                        select case when theirs.version is null then own.version
                                    else setval('bundle_version', theirs.version::bigint + 1) end
                        from own, theirs
                        """)
                .param(GAP)
                .query(Long.class)
                .single();
    }

    /** Goes past all versions that a database from a backup does not know. */
    public void passGap() {
        sql.sql("select setval('bundle_version', nextval('bundle_version') + ?)")
                .param(GAP)
                .query(Long.class)
                .single();
    }

    @Override
    public Release begin(long upTo, Audience audience, String note, String by, Instant at) {
        return sql.sql(
                        """
                        insert into release (up_to, audience, state, note, made_by, made_at, changed_at)
                        values (?, ?, 'running', ?, ?, ?, ?) returning *
                        """)
                .params(upTo, audience.text(), note, by, utc(at), utc(at))
                .query((row, _) -> release(row))
                .single();
    }

    @Override
    public Optional<Release> find(long number) {
        return sql.sql("select * from release where number = ?")
                .param(number)
                .query((row, _) -> release(row))
                .optional();
    }

    @Override
    public List<Release> newest(int most) {
        return sql.sql("select * from release order by number desc limit ?")
                .param(most)
                .query((row, _) -> release(row))
                .list();
    }

    @Override
    public void assign(
            long release, long version, Audience audience, Collection<Batch> batches, Instant at) {
        transactions.executeWithoutResult(_ -> {
            // one change at a time, so that whoever reads up to a turn has seen all before it
            sql.sql("lock table desired in share row exclusive mode").update();
            for (var batch : batches) {
                sql.sql(
                                """
                                insert into bundle (digest, version, content, made_at) values (?, ?, ?, ?)
                                on conflict (digest) do nothing
                                """)
                        .params(batch.bundle().digest(), version, batch.bundle().bytes(), utc(at))
                        .update();
                want(release, version, batch, at);
            }
            sql.sql("update release set audience = ?, changed_at = ? where number = ?")
                    .params(audience.text(), utc(at), release)
                    .update();
        });
    }

    private void want(long release, long version, Batch batch, Instant at) {
        var kiosks = String.join(",", batch.kiosks());
        sql.sql(
                        """
                        insert into desired_before (kiosk, version, digest, release, up_to, since)
                        select d.kiosk, d.version, d.digest, d.release, r.up_to, d.since
                        from desired d join release r on r.number = d.release
                        where d.kiosk = any (string_to_array(?, ',')) and d.version > 0
                        on conflict do nothing
                        """)
                .param(kiosks)
                .update();
        sql.sql(
                        """
                        insert into desired (kiosk, version, digest, release, turn, since)
                        select k, ?, ?, ?, nextval('desired_turn'), ? from unnest(string_to_array(?, ',')) k
                        on conflict (kiosk) do update
                        set version = excluded.version, digest = excluded.digest,
                            release = excluded.release, turn = excluded.turn, since = excluded.since
                        """)
                .params(version, batch.bundle().digest(), release, utc(at), kiosks)
                .update();
    }

    @Override
    public int stop(long release, Instant at) {
        var spared =
                transactions.execute(_ -> {
                    sql.sql("lock table desired in share row exclusive mode").update();
                    // who does not have it yet goes back to the version before, which it has
                    int back =
                            sql.sql(
                                            """
                                            update desired d
                                            set version = b.version, digest = b.digest, release = b.release,
                                                since = ?, turn = nextval('desired_turn')
                                            from desired_before b
                                            where d.release = ? and b.kiosk = d.kiosk
                                              and b.version = (select max(version) from desired_before x
                                                               where x.kiosk = d.kiosk and x.release <> d.release
                                                                 and x.version < d.version)
                                              and coalesce((select version from report r where r.kiosk = d.kiosk), 0)
                                                  < d.version
                                            """)
                                    .params(utc(at), release)
                                    .update();
                    int none =
                            sql.sql(
                                            """
                                            -- version 0 is nothing; the row stays, so that watchers hear of it
                                            update desired d set version = 0, turn = nextval('desired_turn'), since = ?
                                            where d.release = ? and d.version > 0
                                              and not exists (select 1 from desired_before b
                                                              where b.kiosk = d.kiosk and b.release <> d.release)
                                              and coalesce((select version from report r where r.kiosk = d.kiosk), 0)
                                                  < d.version
                                            """)
                                    .params(utc(at), release)
                                    .update();
                    state(release, "stopped", at);
                    return back + none;
                });
        return spared == null ? 0 : spared;
    }

    @Override
    public List<Desired> before(long release) {
        return sql.sql(
                        """
                        select distinct on (b.kiosk) b.kiosk, b.version, b.digest, b.release, 0 as turn
                        from desired_before b join desired d on d.kiosk = b.kiosk and d.release = ?
                        where b.release <> ?
                        order by b.kiosk, b.version desc
                        """)
                .params(release, release)
                .query((row, _) -> desired(row))
                .list();
    }

    @Override
    public List<String> kiosksOf(long release) {
        return sql.sql("select kiosk from desired where release = ? order by kiosk")
                .param(release)
                .query((row, _) -> row.getString(1))
                .list();
    }

    @Override
    public void rolledBack(long release, Instant at) {
        state(release, "rolled-back", at);
    }

    @Override
    public Optional<byte[]> bundle(String digest) {
        return sql.sql("select content from bundle where digest = ?")
                .param(digest)
                .query((row, _) -> row.getBytes(1))
                .optional();
    }

    @Override
    public List<Desired> changedAfter(long turn) {
        return sql.sql("select * from desired where turn > ? order by turn")
                .param(turn)
                .query((row, _) -> desired(row))
                .list();
    }

    private void state(long release, String state, Instant at) {
        sql.sql("update release set state = ?, changed_at = ? where number = ?")
                .params(state, utc(at), release)
                .update();
    }

    private static Desired desired(ResultSet row) throws SQLException {
        return new Desired(
                row.getString("kiosk"),
                row.getLong("version"),
                row.getString("digest"),
                row.getLong("release"),
                row.getLong("turn"));
    }

    private static Release release(ResultSet row) throws SQLException {
        return new Release(
                row.getLong("number"),
                row.getLong("up_to"),
                Audience.parse(row.getString("audience")),
                Release.State.valueOf(
                        row.getString("state").toUpperCase(Locale.ROOT).replace('-', '_')),
                row.getString("note"),
                row.getString("made_by"),
                row.getObject("made_at", OffsetDateTime.class).toInstant());
    }

    private static OffsetDateTime utc(Instant moment) {
        return OffsetDateTime.ofInstant(moment, ZoneOffset.UTC);
    }
}
