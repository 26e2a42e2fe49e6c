package de.buergerkiosk.central.fleet.store;

import de.buergerkiosk.central.database.store.Database;
import de.buergerkiosk.central.fleet.EnrolBook;
import de.buergerkiosk.central.fleet.Kiosk;
import de.buergerkiosk.central.fleet.KioskBook;
import de.buergerkiosk.central.trust.KioskCertificate;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/** Kiosks, codes and certificates in PostgreSQL. */
public final class FleetStore implements KioskBook, EnrolBook {
    private final JdbcClient sql;
    private final TransactionOperations transactions;

    public FleetStore(JdbcClient sql, TransactionOperations transactions) {
        this.sql = sql;
        this.transactions = transactions;
    }

    /** On an opened database. */
    public static FleetStore on(Database database) {
        return new FleetStore(
                JdbcClient.create(database.source()),
                new TransactionTemplate(new DataSourceTransactionManager(database.source())));
    }

    @Override
    public Optional<Kiosk> find(String id) {
        return sql.sql("select * from kiosk where id = ?")
                .param(id)
                .query((row, _) -> kiosk(row))
                .optional();
    }

    @Override
    public List<Kiosk> all() {
        return sql.sql("select * from kiosk order by id").query((row, _) -> kiosk(row)).list();
    }

    @Override
    public void put(Kiosk kiosk, String by, Instant at) {
        sql.sql(
                        """
                        insert into kiosk (id, site, groups, made_by, made_at)
                        values (?, ?, coalesce(string_to_array(nullif(?, ''), ','), '{}'), ?, ?)
                        on conflict (id) do update set site = excluded.site, groups = excluded.groups
                        """)
                .params(kiosk.id(), kiosk.site(), String.join(",", kiosk.groups()), by, utc(at))
                .update();
    }

    @Override
    public Map<String, Papers> papers() {
        var papers = new LinkedHashMap<String, Papers>();
        sql.sql(
                        """
                        select k.id, k.denied, c.serial, c.issued_at, c.until, e.expires_at
                        from kiosk k
                        left join lateral (select * from certificate where kiosk = k.id
                                           order by issued_at desc, until desc limit 1) c on true
                        left join lateral (select * from enrolment
                                           where kiosk = k.id and used_at is null and not void
                                           order by expires_at desc limit 1) e on true
                        order by k.id
                        """)
                .query((row, _) -> papers.put(row.getString("id"), papers(row)))
                .list();
        return papers;
    }

    private static Papers papers(ResultSet row) throws SQLException {
        var issued = instant(row, "issued_at");
        var until = instant(row, "until");
        var serial = Optional.ofNullable(row.getString("serial"));
        return new Papers(
                row.getBoolean("denied"),
                serial.flatMap(number ->
                        issued.flatMap(from -> until.map(to -> new Certificate(number, from, to)))),
                instant(row, "expires_at"));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
                .map(OffsetDateTime::toInstant);
    }

    @Override
    public boolean deny(String id) {
        return sql.sql("update kiosk set denied = true where id = ?").param(id).update() == 1;
    }

    @Override
    public Set<String> deniedSerials() {
        return new HashSet<>(
                sql.sql(
                                """
                                select c.serial from certificate c join kiosk k on k.id = c.kiosk
                                where (c.denied or k.denied) and c.until > now() - interval '1 day'
                                """)
                        .query((row, _) -> row.getString(1))
                        .list());
    }

    /** Codes of a database from a backup may have been used since. */
    public int voidOpenCodes() {
        return sql.sql("update enrolment set void = true where used_at is null and not void")
                .update();
    }

    @Override
    public void mint(String kiosk, String codeHash, String by, Instant at, Instant expires) {
        transactions.executeWithoutResult(_ -> {
            sql.sql("update enrolment set void = true where kiosk = ? and used_at is null")
                    .param(kiosk)
                    .update();
            sql.sql(
                            """
                            insert into enrolment (code_hash, kiosk, made_by, made_at, expires_at)
                            values (?, ?, ?, ?, ?)
                            """)
                    .params(codeHash, kiosk, by, utc(at), utc(expires))
                    .update();
        });
    }

    @Override
    public Optional<EnrolBook.Minted> minted(String codeHash) {
        return sql.sql("select * from enrolment where code_hash = ?")
                .param(codeHash)
                .query((row, _) -> minted(row))
                .optional();
    }

    @Override
    public boolean use(String codeHash, String kiosk, KioskCertificate issued, Instant at) {
        return Objects.requireNonNull(
                transactions.execute(_ -> {
                    var used =
                            sql.sql(
                                            """
                                            update enrolment set used_at = ?, key_hash = ?, certificate = ?
                                            where code_hash = ? and used_at is null and not void
                                            """)
                                    .params(utc(at), issued.keyHash(), issued.pem(), codeHash)
                                    .update();
                    if (used == 0) {
                        return false;
                    }
                    sql.sql("update certificate set denied = true where kiosk = ?")
                            .param(kiosk)
                            .update();
                    sql.sql("update kiosk set denied = false where id = ?").param(kiosk).update();
                    keep(kiosk, issued, at);
                    return true;
                }));
    }

    @Override
    public void renewed(String kiosk, KioskCertificate issued, Instant at) {
        keep(kiosk, issued, at);
    }

    private void keep(String kiosk, KioskCertificate issued, Instant at) {
        sql.sql("insert into certificate (serial, kiosk, issued_at, until) values (?, ?, ?, ?)")
                .params(issued.serial(), kiosk, utc(at), utc(issued.until()))
                .update();
    }

    private static EnrolBook.Minted minted(ResultSet row) throws SQLException {
        var key = Optional.ofNullable(row.getString("key_hash"));
        var certificate = Optional.ofNullable(row.getString("certificate"));
        return new EnrolBook.Minted(
                row.getString("kiosk"),
                row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("void"),
                key.flatMap(hash -> certificate.map(pem -> new EnrolBook.Use(hash, pem))));
    }

    private static Kiosk kiosk(ResultSet row) throws SQLException {
        return new Kiosk(
                row.getString("id"),
                row.getString("site"),
                List.of((String[]) row.getArray("groups").getArray()));
    }

    private static OffsetDateTime utc(Instant moment) {
        return OffsetDateTime.ofInstant(moment, ZoneOffset.UTC);
    }
}
