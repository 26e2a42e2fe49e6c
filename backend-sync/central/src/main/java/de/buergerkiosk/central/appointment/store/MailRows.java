package de.buergerkiosk.central.appointment.store;

import static de.buergerkiosk.central.appointment.store.Rows.utc;

import de.buergerkiosk.central.appointment.Appointment;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Mails that wait to be sent, written in the transaction of their cause. */
final class MailRows {
    private final JdbcClient sql;

    MailRows(JdbcClient sql) {
        this.sql = sql;
    }

    /** Nothing for whoever left no address, and nothing that would be late already. */
    void write(Appointment about, String kind, Instant due, Instant at) {
        if (about.contact().mail().isEmpty() || due.isBefore(at)) {
            return;
        }
        sql.sql(
                        """
                        insert into mail (appointment, kind, sequence, address, language, due_at)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        about.id(),
                        kind,
                        about.sequence(),
                        about.contact().mail().get(),
                        about.language(),
                        utc(due))
                .update();
    }

    /** What was not sent yet is not true any more. */
    void withdraw(Appointment about) {
        sql.sql("update mail set state = 'void' where appointment = ? and state = 'waiting'")
                .param(about.id())
                .update();
    }
}
