package de.buergerkiosk.central;

import static de.buergerkiosk.central.AppointmentDesk.KIOSK;
import static de.buergerkiosk.central.AppointmentDesk.MONDAY;
import static de.buergerkiosk.central.AppointmentDesk.OFFICE;
import static de.buergerkiosk.central.AppointmentDesk.done;
import static de.buergerkiosk.central.AppointmentDesk.granted;
import static de.buergerkiosk.central.AppointmentDesk.oClock;
import static de.buergerkiosk.central.AppointmentDesk.wish;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.central.appointment.Appointment.State;
import de.buergerkiosk.central.appointment.Appointments;
import de.buergerkiosk.central.appointment.Appointments.Search;
import de.buergerkiosk.central.appointment.CodeOutcome;
import de.buergerkiosk.central.appointment.Contact;
import de.buergerkiosk.central.appointment.HoldOutcome;
import de.buergerkiosk.central.appointment.Wish;
import de.buergerkiosk.contract.appointment.AppointmentCode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

class PlaceIsHeldTest {
    private static final Contact MAIL = new Contact(Optional.of("erika@example.org"));
    private static AppointmentDesk desk;
    private Appointments appointments;

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
        appointments = desk.appointments();
    }

    private List<Instant> free(String service) {
        return assertInstanceOf(Search.Found.class, appointments.free(OFFICE, service, MONDAY, 1))
                .starts();
    }

    private void fill(Instant start) {
        for (int i = 0; i < 3; i++) {
            granted(appointments.hold(wish(start)));
        }
    }

    @Test
    void onlyWhatLiesFarEnoughAheadAndIsOpenIsFound() {
        assertEquals(28, free("registration").size());
        // half an hour needs two slots in a row: neither before the break nor at the end
        var long_ = free("id-card");
        assertEquals(26, long_.size());
        assertFalse(long_.contains(oClock("11:45")));
        desk.at(oClock("09:20"));
        assertEquals(oClock("10:00"), free("registration").getFirst());
        assertEquals(
                List.of(),
                assertInstanceOf(
                                Search.Found.class,
                                appointments.free(OFFICE, "registration", LocalDate.MAX, 31))
                        .starts());
        assertInstanceOf(
                Search.Refused.class, appointments.free(OFFICE, "registration", MONDAY, 32));
        assertInstanceOf(
                Search.Refused.class, appointments.free("nowhere", "registration", MONDAY, 1));
        assertInstanceOf(
                Search.Refused.class, appointments.free(OFFICE, "parking-permit", MONDAY, 1));
    }

    @Test
    void theFourthOfThreeIsTurnedAway() {
        fill(oClock("10:00"));
        assertInstanceOf(HoldOutcome.Taken.class, appointments.hold(wish(oClock("10:00"))));
        assertFalse(free("registration").contains(oClock("10:00")));
        // and so is who needs this slot as one of two
        assertInstanceOf(
                HoldOutcome.Taken.class, appointments.hold(wish(oClock("09:45"), "id-card")));
        assertEquals(3, desk.count("select sum(taken) from slot"));
    }

    @Test
    void whatWasNeverOfferedIsNotGiven() {
        for (var time : List.of("10:07", "12:00", "07:45", "11:59")) {
            assertInstanceOf(HoldOutcome.Taken.class, appointments.hold(wish(oClock(time))), time);
        }
        for (var start : List.of(oClock("07:15"), Instant.MIN, Instant.MAX, Instant.EPOCH)) {
            assertInstanceOf(HoldOutcome.Refused.class, appointments.hold(wish(start)));
        }
        assertEquals(0, desk.count("select count(*) from appointment"));
    }

    @Test
    void repeatedItIsTheSameAndNotAnother() {
        var wish = wish(oClock("10:00"));
        var first = granted(appointments.hold(wish));
        for (int i = 0; i < 5; i++) {
            var again = assertInstanceOf(HoldOutcome.Repeated.class, appointments.hold(wish));
            assertEquals(first, again.appointment());
        }
        fill(oClock("10:15"));
        assertInstanceOf(HoldOutcome.Repeated.class, appointments.hold(wish));
        assertEquals(
                1,
                desk.count("select count(*) from appointment where start = '2026-11-30T09:00Z'"));
        // even when it is too late for a new one
        desk.at(oClock("09:55"));
        assertInstanceOf(HoldOutcome.Repeated.class, appointments.hold(wish));
    }

    @Test
    void repeatedWhenItsOwnPlaceWasTheLastItIsStillTheSame() {
        fill(oClock("10:00"));
        appointments.cancel(KIOSK, codes().getFirst());
        var wish = wish(oClock("10:00"));
        var last = granted(appointments.hold(wish));
        var again = assertInstanceOf(HoldOutcome.Repeated.class, appointments.hold(wish));
        assertEquals(last.code(), again.appointment().code());
    }

    private List<String> codes() {
        return desk.texts("select code from appointment order by made_at, id");
    }

    @Test
    void sentManyTimesAtOnceItIsOneAppointment() throws Exception {
        for (int round = 0; round < 10; round++) {
            // two places are gone, so that the last one is fought for by one wish
            var start = oClock("10:00").plus(Duration.ofMinutes(15L * (round % 8)));
            if (round < 8) {
                granted(appointments.hold(wish(start)));
                granted(appointments.hold(wish(start)));
            }
            var wish = wish(round < 8 ? start : oClock("13:00"));
            var calls = new ArrayList<Callable<HoldOutcome>>();
            for (int i = 0; i < 12; i++) {
                calls.add(() -> appointments.hold(wish));
            }
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                var answers = threads.invokeAll(calls).stream().map(Future::resultNow).toList();
                assertEquals(
                        1, answers.stream().filter(a -> a instanceof HoldOutcome.Granted).count());
                assertEquals(
                        11,
                        answers.stream().filter(a -> a instanceof HoldOutcome.Repeated).count(),
                        answers.toString());
            }
        }
        assertEquals(8 * 3 + 2, desk.count("select sum(taken) from slot"));
    }

    @Test
    void whatTheDatabaseRefusesIsNotQuoted() {
        var held = granted(appointments.hold(wish(oClock("10:00"))));
        done(appointments.confirm(KIOSK, held.code().printed(), MAIL));
        var refused =
                assertThrows(
                        DataAccessException.class,
                        () -> desk.sql.sql("update appointment set language = 'xx'").update());
        assertFalse(refused.toString().contains("erika"), "rows are personal");
    }

    @Test
    void anotherWishUnderItsNumberIsAConflict() {
        var wish = wish(oClock("10:00"));
        granted(appointments.hold(wish));
        var other = new Wish(wish.id(), KIOSK, OFFICE, "registration", oClock("10:15"), "de");
        var stranger =
                new Wish(wish.id(), "kiosk-other", OFFICE, "registration", oClock("10:00"), "de");
        assertInstanceOf(HoldOutcome.Conflicting.class, appointments.hold(other));
        assertInstanceOf(HoldOutcome.Conflicting.class, appointments.hold(stranger));
        assertEquals(1, desk.count("select sum(taken) from slot"));
    }

    @Test
    void notConfirmedItGoesToTheNext() {
        fill(oClock("10:00"));
        desk.later(Appointments.HOLD.minusSeconds(1));
        assertInstanceOf(HoldOutcome.Taken.class, appointments.hold(wish(oClock("10:00"))));
        desk.later(Duration.ofSeconds(1));
        granted(appointments.hold(wish(oClock("10:00"))));
        assertEquals(1, desk.count("select sum(taken) from slot"));
        assertEquals(3, desk.count("select count(*) from appointment where state = 'expired'"));
    }

    @Test
    void confirmedTooLateItIsNotBooked() {
        var held = granted(appointments.hold(wish(oClock("10:00"))));
        desk.later(Appointments.HOLD);
        var answer =
                assertInstanceOf(
                        CodeOutcome.NotNow.class,
                        appointments.confirm(KIOSK, held.code().printed(), MAIL));
        assertEquals(State.EXPIRED, answer.appointment().state());
        assertEquals(0, desk.count("select sum(taken) from slot"));
        assertEquals(0, desk.count("select count(*) from mail"));
    }

    @Test
    void confirmedItStaysAndItsMailsWait() {
        desk.at(AppointmentDesk.MORNING.minus(Duration.ofDays(3)));
        var held = granted(appointments.hold(wish(oClock("10:00"))));
        for (int i = 0; i < 3; i++) {
            var booked = done(appointments.confirm(KIOSK, held.code().printed(), MAIL));
            assertEquals(State.BOOKED, booked.state());
        }
        desk.later(Duration.ofDays(1));
        free("registration");
        assertEquals(1, desk.count("select sum(taken) from slot"));
        assertEquals(
                List.of("booked 2026-11-27 06:00:00", "reminder 2026-11-29 09:00:00"),
                desk.texts(
                        "select kind || ' ' || (due_at at time zone 'UTC') from mail order by"
                                + " due_at"));
    }

    @Test
    void withoutAnAddressNobodyWritesAndTomorrowNeedsNoReminder() {
        var silent = granted(appointments.hold(wish(oClock("10:00"))));
        done(appointments.confirm(KIOSK, silent.code().printed(), Contact.none()));
        var soon = granted(appointments.hold(wish(oClock("10:00"))));
        done(appointments.confirm(KIOSK, soon.code().printed(), MAIL));
        assertEquals(List.of("booked"), desk.texts("select kind from mail"));
    }

    @Test
    void cancelledItIsFreeForOthersAndItsMailsAreWithdrawn() {
        fill(oClock("10:00"));
        var code = codes().getFirst();
        done(appointments.confirm(KIOSK, code, MAIL));
        assertEquals(State.CANCELLED, done(appointments.cancel(KIOSK, code)).state());
        assertEquals(State.CANCELLED, done(appointments.cancel(KIOSK, code)).state());
        assertEquals(2, desk.count("select sum(taken) from slot"));
        granted(appointments.hold(wish(oClock("10:00"))));
        assertEquals(
                List.of("cancelled"),
                desk.texts("select kind from mail where state = 'waiting' order by kind"));
        assertInstanceOf(CodeOutcome.NotNow.class, appointments.confirm(KIOSK, code, MAIL));
        assertInstanceOf(CodeOutcome.NotNow.class, appointments.move(KIOSK, code, oClock("10:30")));
    }

    @Test
    void movedItGivesItsOldPlacesBackAndKeepsItsCode() {
        var held = granted(appointments.hold(wish(oClock("10:00"), "id-card")));
        var code = held.code().printed();
        done(appointments.confirm(KIOSK, code, MAIL));
        // half over its own old place
        var moved = done(appointments.move(KIOSK, code, oClock("10:15")));
        assertEquals(oClock("10:45"), moved.until());
        assertEquals(1, moved.sequence());
        assertEquals(moved, done(appointments.move(KIOSK, code, oClock("10:15"))));
        assertEquals(
                List.of("10:15", "10:30"),
                desk.texts(
                        "select to_char(start at time zone 'Europe/Berlin', 'HH24:MI') from slot"
                                + " where taken = 1 order by start"));
        fill(oClock("11:00"));
        var kept =
                assertInstanceOf(
                        CodeOutcome.Taken.class, appointments.move(KIOSK, code, oClock("11:00")));
        assertEquals(oClock("10:15"), kept.appointment().start());
        assertEquals(moved, done(appointments.show(KIOSK, code)));
        assertEquals(5, desk.count("select sum(taken) from slot"));
        assertTrue(desk.texts("select kind from mail where state = 'waiting'").contains("moved"));
    }

    @Test
    void overItCannotBeCancelledOrMoved() {
        var held = granted(appointments.hold(wish(oClock("10:00"))));
        var code = held.code().printed();
        done(appointments.confirm(KIOSK, code, MAIL));
        desk.at(oClock("10:00"));
        assertInstanceOf(CodeOutcome.Past.class, appointments.cancel(KIOSK, code));
        assertInstanceOf(CodeOutcome.Past.class, appointments.move(KIOSK, code, oClock("15:00")));
    }

    @Test
    void anotherPlanOfTheDayKeepsWhatIsBooked() {
        fill(oClock("10:00"));
        fill(oClock("14:00"));
        var smaller =
                AppointmentDesk.example()
                        .replaceFirst("\"capacity\": 3", "\"capacity\": 2")
                        .replaceFirst("\"08:00-12:00\", \"13:00-16:00\"", "\"08:00-12:00\"");
        appointments = desk.appointments(smaller);
        assertEquals(15, free("registration").size());
        assertEquals(6, desk.count("select sum(taken) from slot"));
        assertInstanceOf(HoldOutcome.Taken.class, appointments.hold(wish(oClock("14:00"))));
        var atTwo = desk.texts("select code from appointment where start = '2026-11-30T13:00Z'");
        done(appointments.cancel(KIOSK, atTwo.getFirst()));
        assertInstanceOf(HoldOutcome.Taken.class, appointments.hold(wish(oClock("14:00"))));
        appointments = desk.appointments();
        granted(appointments.hold(wish(oClock("14:00"))));
    }

    @Test
    void anotherGridOfTheDayGivesBackWhatWasTakenAndNothingElse() {
        fill(oClock("10:00"));
        var finer =
                AppointmentDesk.example().replaceFirst("\"slotMinutes\": 15", "\"slotMinutes\": 5");
        appointments = desk.appointments(finer);
        free("registration");
        assertEquals(3, desk.count("select sum(taken) from slot"));
        for (var code : codes()) {
            done(appointments.cancel(KIOSK, code));
        }
        assertEquals(0, desk.count("select sum(taken) from slot"));
        assertEquals(0, desk.count("select count(*) from slot where taken > 0"));
        granted(appointments.hold(wish(oClock("10:05"))));
        assertEquals(3, desk.count("select sum(taken) from slot"));
    }

    @Test
    void offTheGridItCannotBeMovedEither() {
        var held = granted(appointments.hold(wish(oClock("10:00"))));
        var code = held.code().printed();
        done(appointments.confirm(KIOSK, code, MAIL));
        assertInstanceOf(CodeOutcome.Taken.class, appointments.move(KIOSK, code, oClock("10:07")));
        assertInstanceOf(CodeOutcome.Taken.class, appointments.move(KIOSK, code, oClock("12:00")));
        assertEquals(oClock("10:00"), done(appointments.show(KIOSK, code)).start());
    }

    @Test
    void whoGuessesCodesIsSlowedDown() {
        var held = granted(appointments.hold(wish(oClock("10:00"))));
        var chance = new SplittableRandom(3);
        for (int i = 0; i < 10; i++) {
            var guess = AppointmentCode.next(chance).printed();
            assertInstanceOf(CodeOutcome.Unknown.class, appointments.show("kiosk-x", guess));
        }
        var told =
                assertInstanceOf(
                        CodeOutcome.TooMany.class,
                        appointments.show("kiosk-x", held.code().printed()));
        assertEquals(Duration.ofMinutes(10), told.pause());
        done(appointments.show(KIOSK, held.code().printed()));
        for (int i = 0; i < 50; i++) {
            assertInstanceOf(CodeOutcome.Unknown.class, appointments.show(KIOSK, "0000-0000-0001"));
        }
        done(appointments.show(KIOSK, held.code().printed()));
        desk.later(Duration.ofMinutes(10));
        assertInstanceOf(
                CodeOutcome.Done.class, appointments.show("kiosk-x", held.code().printed()));
    }
}
