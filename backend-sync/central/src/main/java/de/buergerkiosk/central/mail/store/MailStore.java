package de.buergerkiosk.central.mail.store;

import de.buergerkiosk.central.appointment.Appointment;
import de.buergerkiosk.central.appointment.Contact;
import de.buergerkiosk.central.mail.DueMail;
import de.buergerkiosk.central.mail.MailBook;
import de.buergerkiosk.contract.appointment.AppointmentCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Mails in PostgreSQL. Each step is one statement that asks whether the mail is still this sender's;
 * a sender that slept past its lease changes nothing.
 */
public final class MailStore implements MailBook {
    /** Whether a mail says what is true now. */
    private static final String TRUE_NOW =
            """
            case when mail.kind = 'cancelled' then appointment.state = 'cancelled'
                 else appointment.state in ('booked', 'arrived')
                      and appointment.sequence = mail.sequence and appointment.start > :now
            end
            """;

    private final JdbcClient sql;

    public MailStore(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public int voidOutdated(Instant now) {
        return sql.sql(
                        """
                        update mail set state = 'void', settled_at = :now
                        from appointment
                        where appointment.id = mail.appointment and mail.due_at <= :now
                          and (mail.state = 'waiting' or (mail.state = 'sending' and mail.leased_until < :now))
                          and not
                        """
                                + TRUE_NOW)
                .param("now", utc(now))
                .update();
    }

    @Override
    public List<Long> giveUpHanded(Instant now) {
        return sql.sql(
                        """
                        update mail set state = 'unclear', settled_at = :now, trouble = 'its sender ended'
                        where state = 'handed' and leased_until < :now
                        returning id
                        """)
                .param("now", utc(now))
                .query((row, _) -> row.getLong("id"))
                .list();
    }

    @Override
    public List<DueMail> claim(UUID sender, String domain, Instant now, Duration lease, int most) {
        return sql.sql(
                        """
                        with due as (
                            select mail.id from mail
                            where (mail.state = 'waiting' and mail.due_at <= :now
                                   and (mail.next_at is null or mail.next_at <= :now))
                               or (mail.state = 'sending' and mail.leased_until < :now)
                            order by mail.due_at, mail.id
                            limit :most
                            for update skip locked
                        ), claimed as (
                            update mail
                            set state = 'sending', sender = :sender, leased_until = :until, attempts = attempts + 1,
                                made_at = coalesce(made_at, :now),
                                message_id = coalesce(message_id,
                                    mail.appointment || '.' || mail.kind || '.' || mail.sequence || '@' || :domain)
                            from due where mail.id = due.id
                            returning mail.*
                        )
                        select claimed.id as mail_id, claimed.kind, claimed.message_id, claimed.made_at as written_at,
                               claimed.attempts, claimed.address, claimed.language as mail_language, appointment.*
                        from claimed join appointment on appointment.id = claimed.appointment
                        order by claimed.due_at, claimed.id
                        """)
                .param("sender", sender)
                .param("domain", domain)
                .param("now", utc(now))
                .param("until", utc(now.plus(lease)))
                .param("most", most)
                .query((row, _) -> read(row))
                .list();
    }

    @Override
    public boolean handing(UUID sender, long id, Instant now, Duration lease) {
        return sql.sql(
                                """
                                update mail set state = 'handed', leased_until = ?
                                where id = ? and sender = ? and state = 'sending'
                                """)
                        .params(utc(now.plus(lease)), id, sender)
                        .update()
                == 1;
    }

    @Override
    public void sent(UUID sender, long id, Instant now) {
        settle("sent", sender, id, now, "");
    }

    @Override
    public void refused(UUID sender, long id, Instant now, String trouble) {
        settle("refused", sender, id, now, trouble);
    }

    @Override
    public void unclear(UUID sender, long id, Instant now, String trouble) {
        settle("unclear", sender, id, now, trouble);
    }

    /** An answer that came after the lease counts as well: it is the truth about an unclear one. */
    private void settle(String state, UUID sender, long id, Instant now, String trouble) {
        sql.sql(
                        """
                        update mail set state = ?, settled_at = ?, trouble = ?
                        where id = ? and sender = ? and state in ('sending', 'handed', 'unclear')
                        """)
                .params(state, utc(now), trouble, id, sender)
                .update();
    }

    @Override
    public void later(UUID sender, long id, Instant next, String trouble) {
        sql.sql(
                        """
                        update mail set state = 'waiting', next_at = ?, trouble = ?, sender = null, leased_until = null
                        where id = ? and sender = ? and state in ('sending', 'handed')
                        """)
                .params(utc(next), trouble, id, sender)
                .update();
    }

    @Override
    public Tally tally(Instant now) {
        return sql.sql(
                        """
                        select count(*) filter (where state = 'waiting' and due_at <= ?) as waiting,
                               count(*) filter (where state = 'waiting' and attempts > 0) as late,
                               count(*) filter (where state = 'sent') as sent,
                               count(*) filter (where state = 'unclear') as unclear,
                               count(*) filter (where state = 'refused') as refused
                        from mail
                        """)
                .params(utc(now))
                .query((row, _) ->
                        new Tally(
                                row.getLong("waiting"),
                                row.getLong("late"),
                                row.getLong("sent"),
                                row.getLong("unclear"),
                                row.getLong("refused")))
                .single();
    }

    @Override
    public long undecided() {
        return sql.sql("select count(*) from mail where state in ('unclear', 'refused')")
                .query(Long.class)
                .single();
    }

    @Override
    public List<Troubled> troubled(int most) {
        return sql.sql(
                        """
                        select id, kind, state, attempts, trouble, due_at, coalesce(message_id, '') as message
                        from mail
                        where state in ('unclear', 'refused') or (state = 'waiting' and attempts > 0)
                        order by due_at, id limit ?
                        """)
                .params(most)
                .query((row, _) ->
                        new Troubled(
                                row.getLong("id"),
                                row.getString("kind"),
                                row.getString("state"),
                                row.getInt("attempts"),
                                row.getString("trouble"),
                                moment(row, "due_at"),
                                row.getString("message")))
                .list();
    }

    @Override
    public boolean again(long id, Instant now) {
        return sql.sql(
                                """
                                update mail
                                set state = 'waiting', next_at = ?, settled_at = null, sender = null, leased_until = null
                                where id = ? and state in ('unclear', 'refused')
                                """)
                        .params(utc(now), id)
                        .update()
                == 1;
    }

    @Override
    public boolean leave(long id, Instant now) {
        return sql.sql(
                                """
                                update mail set state = 'void', settled_at = ?
                                where id = ? and state in ('unclear', 'refused')
                                """)
                        .params(utc(now), id)
                        .update()
                == 1;
    }

    private static DueMail read(ResultSet row) throws SQLException {
        return new DueMail(
                row.getLong("mail_id"),
                DueMail.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                row.getString("message_id"),
                moment(row, "written_at"),
                row.getInt("attempts"),
                new Appointment(
                        row.getObject("id", UUID.class),
                        row.getString("venue"),
                        row.getString("service"),
                        moment(row, "start"),
                        moment(row, "until"),
                        row.getInt("slots"),
                        new AppointmentCode(row.getString("code")),
                        Appointment.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                        Optional.empty(),
                        row.getInt("sequence"),
                        row.getString("mail_language"),
                        new Contact(Optional.of(row.getString("address")))));
    }

    private static Instant moment(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime utc(Instant moment) {
        return OffsetDateTime.ofInstant(moment, ZoneOffset.UTC);
    }
}
