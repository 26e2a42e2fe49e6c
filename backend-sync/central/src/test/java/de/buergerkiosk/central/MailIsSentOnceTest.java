package de.buergerkiosk.central;

import static de.buergerkiosk.central.AppointmentDesk.KIOSK;
import static de.buergerkiosk.central.AppointmentDesk.done;
import static de.buergerkiosk.central.AppointmentDesk.granted;
import static de.buergerkiosk.central.AppointmentDesk.oClock;
import static de.buergerkiosk.central.AppointmentDesk.wish;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.central.appointment.Agenda;
import de.buergerkiosk.central.appointment.Appointments;
import de.buergerkiosk.central.appointment.Contact;
import de.buergerkiosk.central.mail.MailBook.Troubled;
import de.buergerkiosk.central.mail.MailWriter;
import de.buergerkiosk.central.mail.Postman;
import de.buergerkiosk.central.mail.simulated.MailFault;
import de.buergerkiosk.central.mail.simulated.SimulatedMailServer;
import de.buergerkiosk.central.mail.simulated.TakenMail;
import de.buergerkiosk.central.mail.smtp.MailSettings;
import de.buergerkiosk.central.mail.smtp.SmtpServer;
import de.buergerkiosk.central.mail.store.MailStore;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MailIsSentOnceTest {
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static AppointmentDesk desk;
    private Appointments appointments;
    private MailStore book;

    @BeforeAll
    static void open() throws CentreTrouble {
        desk = new AppointmentDesk();
    }

    @AfterAll
    static void close() {
        desk.close();
    }

    @BeforeEach
    void begin() {
        desk.empty();
        desk.at(AppointmentDesk.MORNING.minus(Duration.ofDays(3)));
        appointments = desk.appointments();
        book = new MailStore(desk.sql);
    }

    private static SimulatedMailServer server(MailFault fault) throws Exception {
        return SimulatedMailServer.start(0, fault, Optional.empty(), _ -> {});
    }

    private Postman postman(int port) {
        var settings =
                new MailSettings(
                        "127.0.0.1",
                        port,
                        MailSettings.Security.NONE,
                        "termine@city.example",
                        Optional.empty());
        return new Postman(
                book,
                new MailWriter(Agenda.parse(AppointmentDesk.example())),
                new SmtpServer(settings),
                new Postman.Identity(UUID.randomUUID(), settings.domain(), LEASE, LEASE),
                desk.clock);
    }

    private String booked(String start, String address) {
        var code = granted(appointments.hold(wish(oClock(start)))).code().printed();
        done(appointments.confirm(KIOSK, code, new Contact(Optional.of(address))));
        return code;
    }

    private static MimeMessage read(TakenMail mail) throws Exception {
        return new MimeMessage(
                Session.getInstance(new Properties()), new ByteArrayInputStream(mail.bytes()));
    }

    private static String part(TakenMail mail, int number) throws Exception {
        var parts = (MimeMultipart) read(mail).getContent();
        try (var in = parts.getBodyPart(number).getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void confirmationAndReminderCarryTheAppointmentAndACalendarEntry() throws Exception {
        try (var server = server(MailFault.NONE)) {
            var postman = postman(server.port());
            var code = booked("10:00", "erika@example.org");
            assertEquals(1, postman.round());
            assertEquals(0, postman.round());
            desk.at(oClock("10:00").minus(Duration.ofHours(24)));
            assertEquals(1, postman.round());
            assertEquals(0, postman.round());

            var first = server.taken().getFirst();
            assertEquals("erika@example.org", first.to());
            assertEquals("termine@city.example", first.from());
            assertEquals("Ihr Termin am 30.11.2026", read(first).getSubject());
            var text = part(first, 0);
            assertTrue(text.contains("Montag, 30. November 2026, 10:00 Uhr"), text);
            assertTrue(text.contains("Bürgerbüro Mitte") && text.contains(code), text);
            var calendar = part(first, 1);
            assertTrue(calendar.contains("DTSTART:20261130T090000Z"), calendar);
            var reminder = server.taken().getLast();
            assertEquals("Erinnerung: Ihr Termin am 30.11.2026", read(reminder).getSubject());
            assertEquals("auto-generated", read(reminder).getHeader("Auto-Submitted", ""));
            assertFalse(first.messageId().equals(reminder.messageId()));
        }
    }

    @Test
    void movedItIsWrittenAnewAndCancelledNobodyIsReminded() throws Exception {
        try (var server = server(MailFault.NONE)) {
            var postman = postman(server.port());
            var moved = booked("10:00", "moved@example.org");
            var gone = booked("11:00", "gone@example.org");
            postman.round();
            done(appointments.move(KIOSK, moved, oClock("14:00")));
            done(appointments.cancel(KIOSK, gone));
            postman.round();
            desk.at(oClock("13:59"));
            postman.round();
            assertEquals(
                    List.of(
                            "moved booked 0",
                            "gone booked 0",
                            "moved moved 1",
                            "gone cancelled 0",
                            "moved reminder 1"),
                    server.taken().stream().map(MailIsSentOnceTest::brief).toList());
            assertTrue(part(server.taken().get(2), 1).contains("SEQUENCE:1"));
            assertTrue(part(server.taken().get(3), 1).contains("METHOD:CANCEL"));
        }
    }

    private static String brief(TakenMail mail) {
        var id = mail.messageId().split("[.@]", -1);
        return mail.to().replace("@example.org", "") + " " + id[1] + " " + id[2];
    }

    @Test
    void whatIsNotTrueAnyMoreIsNotSent() throws Exception {
        try (var server = server(MailFault.NONE)) {
            var code = booked("10:00", "a@example.org");
            done(appointments.move(KIOSK, code, oClock("14:00")));
            booked("11:00", "late@example.org");
            desk.at(oClock("11:30"));
            postman(server.port()).round();
            assertEquals(
                    List.of("a moved 1", "a reminder 1"),
                    server.taken().stream().map(MailIsSentOnceTest::brief).toList());
        }
    }

    @Test
    void twoSendersAtOnceSendEachOnce() throws Exception {
        try (var server = server(MailFault.NONE)) {
            for (int i = 0; i < 48; i++) {
                booked("%02d:%02d".formatted(8 + i / 12, i / 3 % 4 * 15), "p" + i + "@example.org");
            }
            var rounds = new ArrayList<Callable<Integer>>();
            for (int i = 0; i < 4; i++) {
                var own = postman(server.port());
                rounds.add(own::round);
            }
            int sent = 0;
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (var each : threads.invokeAll(rounds)) {
                    sent += each.get();
                }
            }
            assertEquals(48, sent);
            assertEquals(48, server.taken().stream().map(TakenMail::messageId).distinct().count());
            assertEquals(48, server.taken().size());
        }
    }

    @Test
    void aServerThatSaysLaterIsAskedAgainAndAgain() throws Exception {
        booked("10:00", "a@example.org");
        try (var server = server(MailFault.FULL)) {
            for (int i = 0; i < 6; i++) {
                assertEquals(0, postman(server.port()).round());
                desk.later(Duration.ofHours(1));
            }
        }
        var troubled = book.troubled(10);
        assertEquals(List.of("452 4.2.2"), troubled.stream().map(Troubled::trouble).toList());
        assertTrue(troubled.getFirst().attempts() >= 5, troubled.toString());
        try (var server = server(MailFault.NONE)) {
            assertEquals(1, postman(server.port()).round());
        }
        assertEquals(List.of(), book.troubled(10));
    }

    @Test
    void greylistedItArrivesOnTheSecondTry() throws Exception {
        booked("10:00", "a@example.org");
        try (var server = server(MailFault.GREYLIST)) {
            assertEquals(0, postman(server.port()).round());
            assertEquals(0, postman(server.port()).round());
            desk.later(Duration.ofSeconds(31));
            assertEquals(1, postman(server.port()).round());
        }
    }

    @Test
    void whatTheServerNeverTakesIsShownAndNamesNobody() throws Exception {
        booked("10:00", "nobody@example.org");
        for (var fault : List.of(MailFault.UNKNOWN, MailFault.REFUSE)) {
            try (var server = server(fault)) {
                assertEquals(0, postman(server.port()).round());
                assertEquals(0, postman(server.port()).round());
            }
            var shown = book.troubled(10).getFirst();
            assertEquals("refused", shown.state());
            assertFalse(shown.toString().contains("nobody"), shown.toString());
            assertTrue(book.again(shown.id(), desk.clock.instant()));
        }
    }

    @Test
    void cutBeforeItsEndItIsSentAgain() throws Exception {
        booked("10:00", "a@example.org");
        booked("10:15", "b@example.org");
        try (var server = server(MailFault.HANG_UP_AT_DATA)) {
            assertEquals(0, postman(server.port()).round());
            assertEquals(0, server.taken().size());
        }
        desk.later(Duration.ofMinutes(1));
        try (var server = server(MailFault.NONE)) {
            assertEquals(2, postman(server.port()).round());
            assertEquals(2, server.taken().size());
        }
    }

    @Test
    void withoutAnAnswerToItsEndItIsNotSentTwiceAndSomebodyIsAsked() throws Exception {
        booked("10:00", "a@example.org");
        booked("10:15", "b@example.org");
        try (var server = server(MailFault.HANG_UP_AFTER_DOT)) {
            postman(server.port()).round();
            assertEquals(1, server.taken().size());
        }
        assertEquals(1, book.tally(desk.clock.instant()).unclear());
        desk.later(Duration.ofMinutes(1));
        try (var server = server(MailFault.NONE)) {
            assertEquals(1, postman(server.port()).round());
            assertEquals("b@example.org", server.taken().getFirst().to());
            var unclear =
                    book.troubled(10).stream()
                            .filter(each -> each.state().equals("unclear"))
                            .findFirst()
                            .orElseThrow();
            assertTrue(book.again(unclear.id(), desk.clock.instant()));
            assertFalse(book.again(unclear.id(), desk.clock.instant()));
            assertEquals(1, postman(server.port()).round());
            assertEquals("a@example.org", server.taken().getLast().to());
        }
    }

    @Test
    void withoutAServerEverythingWaits() throws Exception {
        booked("10:00", "a@example.org");
        int closed;
        try (var server = server(MailFault.NONE)) {
            closed = server.port();
        }
        assertEquals(0, postman(closed).round());
        assertEquals(1, book.tally(desk.clock.instant()).late());
    }

    @Test
    void aSenderThatSleptPastItsLeaseSendsNothing() throws Exception {
        booked("10:00", "a@example.org");
        var sleeper = UUID.randomUUID();
        var claimed =
                book.claim(sleeper, "city.example", desk.clock.instant(), LEASE, 10).getFirst();
        desk.later(LEASE.plusSeconds(1));
        try (var server = server(MailFault.NONE)) {
            assertEquals(1, postman(server.port()).round());
            assertFalse(book.handing(sleeper, claimed.id(), desk.clock.instant(), LEASE));
            assertEquals(1, server.taken().size());
        }
    }
}
