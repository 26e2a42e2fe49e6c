package de.buergerkiosk.central;

import static de.buergerkiosk.central.AppointmentDesk.KIOSK;
import static de.buergerkiosk.central.AppointmentDesk.done;
import static de.buergerkiosk.central.AppointmentDesk.granted;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.central.appointment.Agenda;
import de.buergerkiosk.central.appointment.Appointments;
import de.buergerkiosk.central.appointment.Contact;
import de.buergerkiosk.central.appointment.Wish;
import de.buergerkiosk.central.appointment.store.AppointmentStore;
import de.buergerkiosk.central.database.DatabaseAddress;
import de.buergerkiosk.central.database.store.Database;
import de.buergerkiosk.central.mail.simulated.MailFault;
import de.buergerkiosk.central.mail.simulated.SimulatedMailServer;
import de.buergerkiosk.central.mail.simulated.SimulatedMailServer.Stage;
import de.buergerkiosk.central.mail.simulated.TakenMail;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A real process that sends is killed at each stage of the dialogue, in the middle of its batch. */
class MailSenderIsKilledTest {
    private static final int MAILS = 24;
    private static final int SECONDS_MAX = 120;

    private final AtomicReference<Optional<Process>> sender =
            new AtomicReference<>(Optional.empty());
    private final AtomicInteger mailsSinceKill = new AtomicInteger();
    private final List<Stage> toKill = new ArrayList<>(List.of(Stage.values()));
    private final List<Stage> killed = new ArrayList<>();

    /** Every third mail, at the next stage: the server goes on only when the process is dead. */
    private synchronized void witness(Stage stage) {
        if (stage == Stage.MAIL) {
            mailsSinceKill.incrementAndGet();
        }
        if (!toKill.isEmpty() && stage == toKill.getFirst() && due(stage)) {
            var process = sender.get().orElseThrow();
            process.destroyForcibly();
            process.onExit().join();
            killed.add(toKill.removeFirst());
            mailsSinceKill.set(0);
        }
    }

    private boolean due(Stage stage) {
        return stage == Stage.CONNECTED || mailsSinceKill.get() >= 2;
    }

    @Test
    void everyMailArrivesOnce() throws Exception {
        var address = RunningCentre.freshDatabase();
        try (var database = Database.open(address, 4);
                var server =
                        SimulatedMailServer.start(
                                0, MailFault.NONE, Optional.empty(), this::witness)) {
            var sql = JdbcClient.create(database.source());
            book(database);
            assertEquals(MAILS, count(sql, "select count(*) from mail where kind = 'booked'"));

            for (int run = 0; run <= Stage.values().length && left(sql) > 0; run++) {
                var process = start(address, server.port());
                sender.set(Optional.of(process));
                assertTrue(process.waitFor(SECONDS_MAX, TimeUnit.SECONDS), "it must end");
            }

            assertEquals(List.of(Stage.values()), killed, "each stage was cut once");
            assertEquals(0, left(sql));
            var taken = server.taken();
            var ids = taken.stream().map(TakenMail::messageId).toList();
            assertEquals(new TreeSet<>(messageIds(sql)), new TreeSet<>(ids));
            assertEquals(MAILS, taken.size(), "none came twice");
            assertEquals(MAILS, bodies(taken).size(), "each has its own code and time");
            // cut between the last dot and its written answer: they have arrived, and a person is
            // asked; the answer itself may have been written down faster than the process died
            var unclear = count(sql, "select count(*) from mail where state = 'unclear'");
            assertTrue(unclear >= 2 && unclear <= 4, "unclear: " + unclear);
            assertEquals(
                    MAILS - unclear, count(sql, "select count(*) from mail where state = 'sent'"));
        }
    }

    private static Set<String> bodies(List<TakenMail> taken) {
        var bodies = new HashSet<String>();
        taken.forEach(mail -> bodies.add(mail.to() + mail.text()));
        return bodies;
    }

    private static List<String> messageIds(JdbcClient sql) {
        return sql.sql("select message_id from mail where kind = 'booked'")
                .query((row, _) -> String.valueOf(row.getString(1)))
                .list();
    }

    private static long left(JdbcClient sql) {
        return count(
                sql,
                "select count(*) from mail where kind = 'booked' and state in ('waiting',"
                        + " 'sending', 'handed')");
    }

    private static long count(JdbcClient sql, String query) {
        return sql.sql(query).query(Long.class).single();
    }

    /** So many appointments on the next days, each with its confirmation; reminders come later. */
    private static void book(Database database) {
        var clock = InstantSource.system();
        var appointments =
                new Appointments(
                        Agenda.parse(AppointmentDesk.example()),
                        AppointmentStore.on(database),
                        new SecureRandom(),
                        clock);
        int booked = 0;
        var day = LocalDate.ofInstant(clock.instant(), appointments.agenda().zone());
        while (booked < MAILS) {
            day = day.plusDays(3);
            var search = appointments.free(AppointmentDesk.OFFICE, "registration", day, 3);
            if (search instanceof Appointments.Search.Found(var starts)) {
                for (var start : starts.subList(0, Math.min(8, starts.size()))) {
                    if (booked < MAILS) {
                        var wish =
                                new Wish(
                                        UUID.randomUUID(),
                                        KIOSK,
                                        AppointmentDesk.OFFICE,
                                        "registration",
                                        start,
                                        booked % 2 == 0 ? "de" : "en");
                        var code = granted(appointments.hold(wish)).code().printed();
                        var mail = "person" + booked + "@example.org";
                        done(appointments.confirm(KIOSK, code, new Contact(Optional.of(mail))));
                        booked++;
                    }
                }
            }
        }
    }

    private static Process start(DatabaseAddress address, int port) throws Exception {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        MailSenderProcess.class.getName(),
                        address.url(),
                        address.user(),
                        address.password(),
                        "" + port)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
