package de.buergerkiosk.central.audit.store;

import de.buergerkiosk.central.audit.AuditEntry;
import de.buergerkiosk.central.audit.AuditLog;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the trail for people; whether it is whole is for {@link AuditStore} to say. */
public final class AuditReader implements AuditLog {
    private final JdbcClient sql;

    public AuditReader(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public List<Noted> newest(Search search, long before, int most) {
        return sql.sql(
                        """
                        select * from audit
                        where (? = '' or actor = ?) and (? = '' or event = ?)
                          and starts_with(subject, ?) and (? = 0 or position < ?)
                        order by position desc limit ?
                        """)
                .params(
                        search.actor(),
                        search.actor(),
                        search.event(),
                        search.event(),
                        search.subject(),
                        before,
                        before,
                        most)
                .query((row, _) ->
                        new Noted(
                                row.getLong("position"),
                                new AuditEntry(
                                        row.getObject("at", OffsetDateTime.class).toInstant(),
                                        row.getString("actor"),
                                        row.getString("event"),
                                        row.getString("subject"),
                                        row.getString("detail"))))
                .list();
    }

    @Override
    public List<String> events() {
        return sql.sql("select distinct event from audit order by event")
                .query((row, _) -> row.getString(1))
                .list();
    }
}
