package de.buergerkiosk.central.appointment.store;

import static de.buergerkiosk.central.appointment.store.Rows.utc;

import de.buergerkiosk.central.appointment.Appointment;
import de.buergerkiosk.central.appointment.AppointmentBook;
import de.buergerkiosk.central.appointment.Contact;
import de.buergerkiosk.central.database.store.Database;
import de.buergerkiosk.contract.appointment.AppointmentCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Appointments in PostgreSQL. Locks are always taken in this order, so no two transactions wait for
 * each other: the day's plan, the appointment, its slots by ascending start.
 */
public final class AppointmentStore implements AppointmentBook {
    /** A check-in waits at a kiosk for a day at most, and opens an hour before the start. */
    private static final Duration AROUND = Duration.ofHours(36);

    /**
     * Takes all slots of an appointment and keeps it with its mails, or does nothing: one
     * statement, so no transaction is open while a client thinks. {@code place} waits for whoever
     * holds one of the rows, looks at them again, and leaves out those that are full by then; the
     * other parts happen only if none was left out.
     */
    static final String TAKE =
            """
            with place as materialized (
                select start from slot
                where venue = ? and start >= ? and start < ? and open and taken < capacity
                order by start
                for update
            ), covered as (
                update slot set taken = slot.taken + 1
                from place
                where slot.venue = ? and slot.start = place.start
                  and (select count(*) from place) = ?
                returning slot.start
            ), kept as (
                insert into appointment (id, wish, kiosk, venue, service, start, until, slots, code, state,
                                         held_until, language, mail, made_at, changed_at)
                select ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::timestamptz, ?, ?::text, ?, ?
                where (select count(*) from covered) = ?
                returning id, made_at, language, mail
            ), written as (
                insert into mail (appointment, kind, sequence, address, language, due_at)
                select kept.id, due.kind, 0, kept.mail, kept.language, due.at
                from kept, (values ('booked', ?::timestamptz), ('reminder', ?::timestamptz)) as due (kind, at)
                where kept.mail is not null and due.at >= kept.made_at
            )
            select id from kept
            """;

    /** How long before its start the reminder goes out. */
    private static final Duration REMINDER = Duration.ofHours(24);

    private static final String COLUMNS =
            "id, wish, venue, service, start, until, slots, code, state, held_until, sequence,"
                    + " language, mail";
    private static final int EXPIRED_AT_ONCE_MAX = 200;

    private final JdbcClient sql;
    private final TransactionOperations transactions;

    public AppointmentStore(JdbcClient sql, TransactionOperations transactions) {
        this.sql = sql;
        this.transactions = transactions;
    }

    /** On an opened database. */
    public static AppointmentStore on(Database database) {
        return new AppointmentStore(
                JdbcClient.create(database.source()),
                new TransactionTemplate(new DataSourceTransactionManager(database.source())));
    }

    @Override
    public void lay(Day day) {
        transactions.executeWithoutResult(_ -> new SlotRows(sql).lay(day));
    }

    @Override
    public List<Instant> free(String venue, Instant from, Instant until, int slots, int itemsMax) {
        return new SlotRows(sql).free(venue, from, until, slots, itemsMax);
    }

    @Override
    public boolean take(Draft draft) throws KeptAlready {
        try {
            return sql.sql(TAKE).params(parameters(draft)).query(UUID.class).optional().isPresent();
        } catch (DuplicateKeyException e) {
            // the database undid the whole statement, places included
            throw new KeptAlready();
        }
    }

    static List<@Nullable Object> parameters(Draft draft) {
        var wanted = draft.appointment();
        var start = utc(wanted.start());
        var until = utc(wanted.until());
        return Rows.parameters(
                wanted.venue(),
                start,
                until,
                wanted.venue(),
                wanted.slots(),
                wanted.id(),
                draft.wish(),
                draft.kiosk(),
                wanted.venue(),
                wanted.service(),
                start,
                until,
                wanted.slots(),
                wanted.code().symbols(),
                Rows.name(wanted.state()),
                wanted.heldUntil().map(Rows::utc),
                wanted.language(),
                wanted.contact().mail(),
                utc(draft.at()),
                utc(draft.at()),
                wanted.slots(),
                utc(draft.at()),
                utc(wanted.start().minus(REMINDER)));
    }

    @Override
    public Optional<Known> known(UUID id) {
        return sql.sql("select " + COLUMNS + " from appointment where id = ?")
                .param(id)
                .query((row, _) -> new Known(read(row), row.getString("wish")))
                .optional();
    }

    @Override
    public Optional<Appointment> find(AppointmentCode code) {
        return sql.sql("select " + COLUMNS + " from appointment where code = ?")
                .param(code.symbols())
                .query((row, _) -> read(row))
                .optional();
    }

    /** Hashes are made of the few appointments of those days, so the code needs no second index. */
    @Override
    public Optional<Appointment> findByDigest(String digest, Instant around) {
        return sql.sql(
                        "select "
                                + COLUMNS
                                + " from appointment where start between ? and ?"
                                + " and encode(sha256(convert_to(code, 'UTF8')), 'hex') = ?")
                .params(utc(around.minus(AROUND)), utc(around.plus(AROUND)), digest)
                .query((row, _) -> read(row))
                .optional();
    }

    @Override
    public Appointment confirm(Appointment held, Contact contact, Instant at) {
        return within(
                held,
                locked -> {
                    if (locked.state() != Appointment.State.HELD) {
                        return locked;
                    }
                    if (!at.isBefore(locked.heldUntil().orElse(at))) {
                        return leave(locked, "expired", at);
                    }
                    sql.sql(
                                    """
                                    update appointment set state = 'booked', held_until = null, mail = ?, changed_at = ?
                                    where id = ?
                                    """)
                            .params(Rows.parameters(contact.mail(), utc(at), locked.id()))
                            .update();
                    var kept = again(locked);
                    new MailRows(sql).write(kept, "booked", at, at);
                    new MailRows(sql).write(kept, "reminder", kept.start().minus(REMINDER), at);
                    return kept;
                });
    }

    @Override
    public Appointment cancel(Appointment appointment, Instant at) {
        return within(
                appointment,
                locked ->
                        switch (locked.state()) {
                            case HELD, BOOKED -> {
                                var kept = leave(locked, "cancelled", at);
                                new MailRows(sql).withdraw(kept);
                                new MailRows(sql).write(kept, "cancelled", at, at);
                                yield kept;
                            }
                            case ARRIVED, CANCELLED, EXPIRED, MISSED, FINISHED -> locked;
                        });
    }

    @Override
    public Optional<Appointment> move(
            Appointment appointment, Instant start, int slots, int slotMinutes, Instant at) {
        var until = start.plus(Duration.ofMinutes((long) slots * slotMinutes));
        return Objects.requireNonNull(
                transactions.execute(status -> {
                    var locked = lock(appointment);
                    if (locked.state() != Appointment.State.BOOKED) {
                        return Optional.of(locked);
                    }
                    var places = new SlotRows(sql);
                    places.lock(locked.venue(), locked.start(), locked.until(), start, until);
                    places.give(locked);
                    if (places.take(locked.venue(), start, until) != slots) {
                        status.setRollbackOnly();
                        return Optional.<Appointment>empty();
                    }
                    sql.sql(
                                    """
                                    update appointment
                                    set start = ?, until = ?, slots = ?, sequence = sequence + 1, changed_at = ?
                                    where id = ?
                                    """)
                            .params(utc(start), utc(until), slots, utc(at), locked.id())
                            .update();
                    var kept = again(locked);
                    new MailRows(sql).withdraw(kept);
                    new MailRows(sql).write(kept, "moved", at, at);
                    new MailRows(sql).write(kept, "reminder", start.minus(REMINDER), at);
                    return Optional.of(kept);
                }));
    }

    @Override
    public int releaseExpired(Instant at) {
        var late =
                sql.sql(
                                "select "
                                        + COLUMNS
                                        + " from appointment where state = 'held' and held_until <="
                                        + " ? limit "
                                        + EXPIRED_AT_ONCE_MAX)
                        .param(utc(at))
                        .query((row, _) -> read(row))
                        .list();
        int released = 0;
        for (var each : late) {
            var kept =
                    within(
                            each,
                            locked ->
                                    locked.state() == Appointment.State.HELD
                                            ? leave(locked, "expired", at)
                                            : locked);
            released += kept.state() == Appointment.State.EXPIRED ? 1 : 0;
        }
        return released;
    }

    /** Gives the places back. */
    private Appointment leave(Appointment locked, String state, Instant at) {
        sql.sql("update appointment set state = ?, held_until = null, changed_at = ? where id = ?")
                .params(state, utc(at), locked.id())
                .update();
        var slots = new SlotRows(sql);
        slots.lock(locked.venue(), locked.start(), locked.until(), locked.start(), locked.until());
        slots.give(locked);
        return again(locked);
    }

    private Appointment within(Appointment appointment, UnaryOperator<Appointment> change) {
        return Objects.requireNonNull(transactions.execute(_ -> change.apply(lock(appointment))));
    }

    private Appointment lock(Appointment appointment) {
        return sql.sql("select " + COLUMNS + " from appointment where id = ? for update")
                .param(appointment.id())
                .query((row, _) -> read(row))
                .single();
    }

    private Appointment again(Appointment appointment) {
        return known(appointment.id()).orElseThrow().appointment();
    }

    private static Appointment read(ResultSet row) throws SQLException {
        return new Appointment(
                row.getObject("id", UUID.class),
                row.getString("venue"),
                row.getString("service"),
                row.getObject("start", OffsetDateTime.class).toInstant(),
                row.getObject("until", OffsetDateTime.class).toInstant(),
                row.getInt("slots"),
                new AppointmentCode(row.getString("code")),
                Rows.state(row.getString("state")),
                Optional.ofNullable(row.getObject("held_until", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                row.getInt("sequence"),
                row.getString("language"),
                new Contact(Optional.ofNullable(row.getString("mail"))));
    }
}
