package de.buergerkiosk.central;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import de.buergerkiosk.central.appointment.Agenda;
import de.buergerkiosk.central.appointment.Appointment;
import de.buergerkiosk.central.appointment.Appointments;
import de.buergerkiosk.central.appointment.CodeOutcome;
import de.buergerkiosk.central.appointment.HoldOutcome;
import de.buergerkiosk.central.appointment.Queue;
import de.buergerkiosk.central.appointment.WaitingNumbers;
import de.buergerkiosk.central.appointment.Wish;
import de.buergerkiosk.central.appointment.store.AppointmentStore;
import de.buergerkiosk.central.appointment.store.NumberStore;
import de.buergerkiosk.central.appointment.store.QueueStore;
import de.buergerkiosk.central.audit.AuditTrail;
import de.buergerkiosk.central.audit.store.AuditStore;
import de.buergerkiosk.central.database.store.Database;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Appointments on a database of their own, and a clock that tests set. */
final class AppointmentDesk implements AutoCloseable {
    /** Monday, 30 November 2026, 7 o'clock in Ludwigshafen. */
    static final Instant MORNING = Instant.parse("2026-11-30T06:00:00Z");

    static final LocalDate MONDAY = LocalDate.parse("2026-11-30");
    static final String KIOSK = "kiosk-demo";
    static final String OFFICE = "citizens-office";

    private final AtomicReference<Instant> now = new AtomicReference<>(MORNING);
    private final Database database;
    private final TransactionTemplate transactions;
    final InstantSource clock = now::get;
    final JdbcClient sql;

    AppointmentDesk() throws CentreTrouble {
        database = Database.open(RunningCentre.freshDatabase(), 8);
        sql = JdbcClient.create(database.source());
        transactions = new TransactionTemplate(new DataSourceTransactionManager(database.source()));
    }

    static String example() {
        try (var in =
                Agenda.class.getResourceAsStream("/de/buergerkiosk/central/appointments.json")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    Appointments appointments() {
        return appointments(example());
    }

    /** As another process with this agenda. */
    Appointments appointments(String agenda) {
        return new Appointments(
                Agenda.parse(agenda),
                new AppointmentStore(sql, transactions),
                new SecureRandom(),
                clock);
    }

    /** The waiting list, as one process has it; its changes are in {@link #trail}. */
    Queue queue() {
        return new Queue(
                Agenda.parse(example()), new QueueStore(sql, transactions, trail()), clock);
    }

    AuditTrail trail() {
        return new AuditStore(sql, transactions);
    }

    WaitingNumbers numbers(Appointments appointments) {
        return new WaitingNumbers(appointments, new NumberStore(sql, transactions), clock);
    }

    /** Nothing of the last test is left. */
    void empty() {
        now.set(MORNING);
        sql.sql(
                        "truncate mail, ticket, number_block, number_series, appointment, slot,"
                                + " slot_day, audit cascade")
                .update();
        sql.sql("update audit_head set position = 0, hash = repeat('0', 64)").update();
    }

    void later(Duration time) {
        now.updateAndGet(moment -> moment.plus(time));
    }

    void at(Instant moment) {
        now.set(moment);
    }

    static Wish wish(Instant start) {
        return wish(start, "registration");
    }

    static Wish wish(Instant start, String service) {
        return new Wish(UUID.randomUUID(), KIOSK, OFFICE, service, start, "de");
    }

    static Instant oClock(String time) {
        return Instant.parse("2026-11-30T" + time + ":00Z").minus(Duration.ofHours(1));
    }

    static Appointment granted(HoldOutcome outcome) {
        return assertInstanceOf(HoldOutcome.Granted.class, outcome, outcome::toString)
                .appointment();
    }

    static Appointment done(CodeOutcome outcome) {
        return assertInstanceOf(CodeOutcome.Done.class, outcome, outcome::toString).appointment();
    }

    List<String> texts(String query) {
        return sql.sql(query).query((row, _) -> String.valueOf(row.getString(1))).list();
    }

    long count(String query) {
        return sql.sql(query).query(Long.class).single();
    }

    @Override
    public void close() {
        database.close();
    }
}
