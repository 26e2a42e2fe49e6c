package de.buergerkiosk.central.audit.store;

import de.buergerkiosk.central.audit.AuditEntry;
import de.buergerkiosk.central.audit.AuditTrail;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** The chain in two tables: the entries, and a head that each writer locks. */
public final class AuditStore implements AuditTrail {
    private static final int STRIDE = 1_000;

    private final JdbcClient sql;
    private final TransactionOperations transactions;

    public AuditStore(JdbcClient sql, TransactionOperations transactions) {
        this.sql = sql;
        this.transactions = transactions;
    }

    @Override
    public void append(AuditEntry entry) {
        transactions.executeWithoutResult(_ -> {
            var head =
                    sql.sql("select position, hash from audit_head for update")
                            .query(Head.class)
                            .single();
            var position = head.position() + 1;
            var hash = entry.hash(position, head.hash());
            sql.sql(
                            """
                            insert into audit (position, at, actor, event, subject, detail, hash)
                            values (?, ?, ?, ?, ?, ?, ?)
                            """)
                    .params(
                            position,
                            OffsetDateTime.ofInstant(entry.at(), ZoneOffset.UTC),
                            entry.actor(),
                            entry.event(),
                            entry.subject(),
                            entry.detail(),
                            hash)
                    .update();
            sql.sql("update audit_head set position = ?, hash = ?").params(position, hash).update();
        });
    }

    @Override
    public Verdict verify() {
        long position = 0;
        var before = "0".repeat(64);
        while (true) {
            var stride = after(position);
            for (var link : stride) {
                if (link.position() != position + 1
                        || !link.hash().equals(link.entry().hash(link.position(), before))) {
                    return new Verdict.Broken(position + 1);
                }
                position = link.position();
                before = link.hash();
            }
            if (stride.size() < STRIDE) {
                return headIs(position, before)
                        ? new Verdict.Whole(position)
                        : new Verdict.Broken(position + 1);
            }
        }
    }

    private List<Link> after(long position) {
        return sql.sql("select * from audit where position > ? order by position limit ?")
                .params(position, STRIDE)
                .query((row, _) -> link(row))
                .list();
    }

    /** New entries may have come meanwhile: then the head is further on, never behind. */
    private boolean headIs(long position, String hash) {
        var head = sql.sql("select position, hash from audit_head").query(Head.class).single();
        if (head.position() > position) {
            return !after(position).isEmpty();
        }
        return head.position() == position && head.hash().equals(hash);
    }

    private static Link link(ResultSet row) throws SQLException {
        return new Link(
                row.getLong("position"),
                new AuditEntry(
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("actor"),
                        row.getString("event"),
                        row.getString("subject"),
                        row.getString("detail")),
                row.getString("hash"));
    }

    private record Head(long position, String hash) {}

    private record Link(long position, AuditEntry entry, String hash) {}
}
