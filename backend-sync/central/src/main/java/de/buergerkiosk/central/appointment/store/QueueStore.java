package de.buergerkiosk.central.appointment.store;

import static de.buergerkiosk.central.appointment.store.Rows.utc;

import de.buergerkiosk.central.appointment.Call;
import de.buergerkiosk.central.appointment.Counter;
import de.buergerkiosk.central.appointment.QueueBook;
import de.buergerkiosk.central.appointment.Queued;
import de.buergerkiosk.central.appointment.Standing;
import de.buergerkiosk.central.audit.AuditEntry;
import de.buergerkiosk.central.audit.AuditTrail;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The waiting list in PostgreSQL. Locks are always taken in this order: the ticket, its appointment,
 * the head of the audit trail.
 */
public final class QueueStore implements QueueBook {
    /** Who is next; see {@link de.buergerkiosk.central.appointment.Queue} for the rule in words. */
    private static final String ORDER =
            """
            order by case when promised_at is null then 1 when promised_at <= :now then 0 else 2 end,
                     rank_at, number
            """;

    /**
     * One statement: it locks the first who waits and whom nobody else is calling at this moment,
     * and calls them, unless the counter has somebody.
     */
    private static final String NEXT =
            """
            with first as (
                select id from ticket
                where venue = :venue and day = :day and state = 'waiting'
                  and not exists (
                      select 1 from ticket as here
                      where here.venue = :venue and here.day = :day and here.counter = :counter
                        and here.state = 'called')
            """
                    + ORDER
                    + """
                        limit 1
                        for update skip locked
                    )
                    update ticket
                    set state = 'called', counter = :counter, calls = calls + 1, called_at = :now, changed_at = :now
                    from first where ticket.id = first.id
                    returning ticket.*
                    """;

    private final JdbcClient sql;
    private final TransactionOperations transactions;
    private final AuditTrail audit;

    public QueueStore(JdbcClient sql, TransactionOperations transactions, AuditTrail audit) {
        this.sql = sql;
        this.transactions = transactions;
        this.audit = audit;
    }

    @Override
    public List<Queued> list(String venue, LocalDate day, Instant now) {
        return sql.sql(
                        "select * from ticket where venue = :venue and day = :day and state <>"
                                + " 'finished' "
                                + ORDER)
                .param("venue", venue)
                .param("day", day)
                .param("now", utc(now))
                .query((row, _) -> read(row))
                .list();
    }

    @Override
    public Optional<Queued> find(String venue, LocalDate day, UUID ticket) {
        return sql.sql("select * from ticket where id = ? and venue = ? and day = ?")
                .params(ticket, venue, day)
                .query((row, _) -> read(row))
                .optional();
    }

    @Override
    public Optional<Queued> at(Counter counter) {
        return sql.sql(
                        """
                        select * from ticket
                        where venue = ? and day = ? and counter = ? and state = 'called'
                        """)
                .params(counter.venue(), counter.day(), counter.number())
                .query((row, _) -> read(row))
                .optional();
    }

    @Override
    public Optional<Queued> next(Counter counter, Instant at) {
        try {
            var called =
                    Objects.requireNonNull(
                            transactions.execute(_ -> {
                                var first =
                                        sql.sql(NEXT)
                                                .param("venue", counter.venue())
                                                .param("day", counter.day())
                                                .param("counter", counter.number())
                                                .param("now", utc(at))
                                                .query((row, _) -> read(row))
                                                .optional();
                                first.ifPresent(
                                        ticket -> note("ticket-called", counter, ticket, at));
                                return first;
                            }));
            return called.isPresent() ? called : at(counter);
        } catch (DuplicateKeyException e) {
            // the same counter pressed twice at the same moment: the other press has called
            return at(counter);
        }
    }

    @Override
    public CallTry call(Counter counter, UUID ticket, Instant at) {
        try {
            return changed(
                            sql.sql(
                                            """
                                            with changed as (
                                                update ticket
                                                set state = 'called', counter = :counter, calls = calls + 1,
                                                    called_at = :now, changed_at = :now
                                                where id = :id and venue = :venue and day = :day
                                                  and state in ('waiting', 'parked', 'missed')
                                                returning *
                                            ), there as (
                                                update appointment set state = 'arrived', changed_at = :now
                                                from changed
                                                where appointment.id = changed.appointment and appointment.state = 'missed'
                                            )
                                            select * from changed
                                            """)
                                    .param("counter", counter.number())
                                    .param("now", utc(at))
                                    .param("id", ticket)
                                    .param("venue", counter.venue())
                                    .param("day", counter.day()),
                            "ticket-called",
                            counter,
                            at)
                    ? CallTry.CALLED
                    : CallTry.NOT_NOW;
        } catch (DuplicateKeyException e) {
            return CallTry.BUSY;
        }
    }

    @Override
    public boolean again(Counter counter, UUID ticket, int seen, Instant at) {
        return changed(
                sql.sql(
                                """
                                update ticket set calls = calls + 1, called_at = :now, changed_at = :now
                                where id = :id and venue = :venue and day = :day and state = 'called'
                                  and counter = :counter and calls = :seen
                                returning *
                                """)
                        .param("counter", counter.number())
                        .param("now", utc(at))
                        .param("id", ticket)
                        .param("venue", counter.venue())
                        .param("day", counter.day())
                        .param("seen", seen),
                "ticket-called-again",
                counter,
                at);
    }

    @Override
    public boolean change(Counter counter, UUID ticket, Set<String> from, Change to, Instant at) {
        return changed(
                sql.sql(
                                """
                                with changed as (
                                    update ticket set state = :to, changed_at = :now
                                    where id = :id and venue = :venue and day = :day and state in (:from)
                                      and (state <> 'called' or counter = :counter)
                                    returning *
                                ), there as (
                                    update appointment set state = :appointment, changed_at = :now
                                    from changed
                                    where appointment.id = changed.appointment
                                      and appointment.state in ('arrived', 'missed')
                                )
                                select * from changed
                                """)
                        .param("counter", counter.number())
                        .param("now", utc(at))
                        .param("id", ticket)
                        .param("venue", counter.venue())
                        .param("day", counter.day())
                        .param("from", from)
                        .param("to", to.name().toLowerCase(Locale.ROOT))
                        .param("appointment", appointment(to)),
                "ticket-"
                        + (to == Change.WAITING ? "returned" : to.name().toLowerCase(Locale.ROOT)),
                counter,
                at);
    }

    /** What becomes of the appointment of whoever has one. */
    private static String appointment(Change to) {
        return switch (to) {
            case MISSED -> "missed";
            case FINISHED -> "finished";
            case PARKED, WAITING -> "arrived";
        };
    }

    private boolean changed(
            JdbcClient.StatementSpec statement, String event, Counter counter, Instant at) {
        return Objects.requireNonNull(
                transactions.execute(_ -> {
                    var ticket = statement.query((row, _) -> read(row)).optional();
                    ticket.ifPresent(changed -> note(event, counter, changed, at));
                    return ticket.isPresent();
                }));
    }

    /** A number says nothing about anybody. */
    private void note(String event, Counter counter, Queued ticket, Instant at) {
        audit.append(
                new AuditEntry(
                        at,
                        counter.clerk(),
                        event,
                        ticket.venue() + "/" + ticket.day() + "/" + ticket.number(),
                        "counter " + counter.number()));
    }

    @Override
    public List<Call> calls(String venue, LocalDate day, Instant since, int most) {
        return sql.sql(
                        """
                        select number, counter, called_at, calls from ticket
                        where venue = ? and day = ? and called_at is not null
                          and (state = 'called' or (state in ('missed', 'finished') and called_at > ?))
                        order by called_at desc, number
                        limit ?
                        """)
                .params(venue, day, utc(since), most)
                .query((row, _) ->
                        new Call(
                                row.getInt("number"),
                                row.getInt("counter"),
                                moment(row, "called_at"),
                                row.getInt("calls")))
                .list();
    }

    private static Queued read(ResultSet row) throws SQLException {
        return new Queued(
                row.getObject("id", UUID.class),
                row.getString("venue"),
                row.getObject("day", LocalDate.class),
                row.getInt("number"),
                row.getString("service"),
                moment(row, "taken_at"),
                Optional.ofNullable(row.getObject("promised_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                standing(row));
    }

    private static Standing standing(ResultSet row) throws SQLException {
        var state = row.getString("state");
        var changed = moment(row, "changed_at");
        return switch (state) {
            case "waiting" -> new Standing.Waiting();
            case "called" ->
                    new Standing.Called(
                            row.getInt("counter"), moment(row, "called_at"), row.getInt("calls"));
            case "parked" -> new Standing.Parked(row.getInt("counter"), changed);
            case "missed" -> new Standing.Missed(changed);
            case "finished" -> new Standing.Finished(changed);
            default -> throw new IllegalStateException("a ticket is " + state);
        };
    }

    private static Instant moment(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
