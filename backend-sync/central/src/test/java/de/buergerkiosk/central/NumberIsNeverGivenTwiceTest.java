package de.buergerkiosk.central;

import static de.buergerkiosk.central.AppointmentDesk.KIOSK;
import static de.buergerkiosk.central.AppointmentDesk.MONDAY;
import static de.buergerkiosk.central.AppointmentDesk.OFFICE;
import static de.buergerkiosk.central.AppointmentDesk.done;
import static de.buergerkiosk.central.AppointmentDesk.granted;
import static de.buergerkiosk.central.AppointmentDesk.oClock;
import static de.buergerkiosk.central.AppointmentDesk.wish;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.central.appointment.Appointment.State;
import de.buergerkiosk.central.appointment.Appointments;
import de.buergerkiosk.central.appointment.CodeOutcome;
import de.buergerkiosk.central.appointment.Contact;
import de.buergerkiosk.central.appointment.NumberBlock;
import de.buergerkiosk.central.appointment.Ticket;
import de.buergerkiosk.central.appointment.TicketOutcome;
import de.buergerkiosk.central.appointment.WaitingNumbers;
import de.buergerkiosk.central.appointment.WaitingNumbers.CheckIn;
import de.buergerkiosk.central.appointment.WaitingNumbers.Lending;
import de.buergerkiosk.contract.appointment.AppointmentCode;
import de.buergerkiosk.contract.appointment.CheckInReport;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NumberIsNeverGivenTwiceTest {
    private static AppointmentDesk desk;
    private Appointments appointments;
    private WaitingNumbers numbers;

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
        numbers = desk.numbers(appointments);
    }

    private NumberBlock lent(UUID request, String kiosk) {
        return assertInstanceOf(Lending.Lent.class, numbers.lend(request, kiosk, OFFICE, MONDAY))
                .block();
    }

    private static Ticket ticket(UUID id, String kiosk, int number) {
        return new Ticket(
                id,
                kiosk,
                OFFICE,
                MONDAY,
                number,
                "registration",
                Optional.empty(),
                desk.clock.instant());
    }

    private String booked(Instant start) {
        var held = granted(appointments.hold(wish(start)));
        return done(appointments.confirm(KIOSK, held.code().printed(), Contact.none()))
                .code()
                .printed();
    }

    private CheckIn arrival(String code, int number) {
        return arrival(UUID.randomUUID(), code, OFFICE, number, desk.clock.instant());
    }

    private static CheckIn arrival(UUID id, String code, String venue, int number, Instant at) {
        return new CheckIn(
                id,
                KIOSK,
                new CheckInReport(Optional.of(code), Optional.empty(), venue, number, at));
    }

    @Test
    void whoeverAsksAtTheSameMoment() throws Exception {
        var calls = new ArrayList<Callable<NumberBlock>>();
        for (int i = 0; i < 24; i++) {
            var request = UUID.randomUUID();
            var kiosk = "kiosk-" + i;
            // each request twice, as after a lost answer
            calls.add(() -> lent(request, kiosk));
            calls.add(() -> lent(request, kiosk));
        }
        var blocks = new HashSet<NumberBlock>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var done : threads.invokeAll(calls)) {
                blocks.add(done.get());
            }
        }
        assertEquals(24, blocks.size());
        var given = new HashSet<Integer>();
        for (var block : blocks) {
            for (int number = block.first(); number <= block.last(); number++) {
                assertTrue(given.add(number), "number " + number);
            }
        }
        assertEquals(24 * WaitingNumbers.BLOCK, given.size());
    }

    @Test
    void blocksAreForOneKioskOneVenueAndOneDay() {
        var request = UUID.randomUUID();
        assertEquals(1, lent(request, KIOSK).first());
        assertEquals(1, lent(request, KIOSK).first());
        assertInstanceOf(
                Lending.Conflicting.class, numbers.lend(request, "kiosk-other", OFFICE, MONDAY));
        assertInstanceOf(
                Lending.Conflicting.class,
                numbers.lend(request, KIOSK, OFFICE, MONDAY.plusDays(1)));
        var tomorrow = numbers.lend(UUID.randomUUID(), KIOSK, OFFICE, MONDAY.plusDays(1));
        assertEquals(1, assertInstanceOf(Lending.Lent.class, tomorrow).block().first());
        for (var day : new int[] {-1, 2, 3650}) {
            assertInstanceOf(
                    Lending.Refused.class,
                    numbers.lend(UUID.randomUUID(), KIOSK, OFFICE, MONDAY.plusDays(day)));
        }
        assertInstanceOf(
                Lending.Refused.class, numbers.lend(UUID.randomUUID(), KIOSK, "nowhere", MONDAY));
    }

    @Test
    void aTicketIsKeptOnceAndOnlyFromALentBlock() {
        lent(UUID.randomUUID(), KIOSK);
        lent(UUID.randomUUID(), "kiosk-other");
        var id = UUID.randomUUID();
        assertInstanceOf(TicketOutcome.Kept.class, numbers.report(ticket(id, KIOSK, 3)));
        assertInstanceOf(TicketOutcome.Repeated.class, numbers.report(ticket(id, KIOSK, 3)));
        assertInstanceOf(TicketOutcome.Conflicting.class, numbers.report(ticket(id, KIOSK, 4)));
        assertInstanceOf(
                TicketOutcome.Conflicting.class,
                numbers.report(ticket(UUID.randomUUID(), KIOSK, 3)));
        assertInstanceOf(
                TicketOutcome.NotLent.class, numbers.report(ticket(UUID.randomUUID(), KIOSK, 21)));
        assertInstanceOf(
                TicketOutcome.NotLent.class, numbers.report(ticket(UUID.randomUUID(), KIOSK, 99)));
        assertEquals(1, desk.count("select count(*) from ticket"));
    }

    @Test
    void whoHasAnAppointmentChecksInOnce() {
        lent(UUID.randomUUID(), KIOSK);
        var code = booked(oClock("10:00"));
        desk.at(oClock("09:30"));
        var first = arrival(code, 1);
        assertEquals(State.ARRIVED, done(numbers.checkIn(first)).state());
        assertEquals(State.ARRIVED, done(numbers.checkIn(first)).state());
        var second = assertInstanceOf(CodeOutcome.NotNow.class, numbers.checkIn(arrival(code, 2)));
        assertEquals(State.ARRIVED, second.appointment().state());
        assertEquals(1, desk.count("select count(*) from ticket"));
    }

    @Test
    void aNumberThatIsOnAnotherTicketLeavesTheAppointmentBooked() {
        lent(UUID.randomUUID(), KIOSK);
        numbers.report(ticket(UUID.randomUUID(), KIOSK, 1));
        var code = booked(oClock("10:00"));
        desk.at(oClock("09:30"));
        assertInstanceOf(CodeOutcome.Refused.class, numbers.checkIn(arrival(code, 1)));
        assertInstanceOf(CodeOutcome.Refused.class, numbers.checkIn(arrival(code, 500)));
        assertEquals(State.BOOKED, done(appointments.show(KIOSK, code)).state());
        done(numbers.checkIn(arrival(code, 2)));
    }

    @Test
    void codesThatDoNotFitAreToldApart() {
        lent(UUID.randomUUID(), KIOSK);
        var code = booked(oClock("10:00"));
        assertInstanceOf(CodeOutcome.TooEarly.class, numbers.checkIn(arrival(code, 1)));
        desk.at(oClock("09:30"));
        var elsewhere = arrival(UUID.randomUUID(), code, "traffic-office", 1, desk.clock.instant());
        assertInstanceOf(CodeOutcome.Elsewhere.class, numbers.checkIn(elsewhere));
        desk.at(oClock("10:31"));
        assertInstanceOf(CodeOutcome.Past.class, numbers.checkIn(arrival(code, 1)));
        assertInstanceOf(CodeOutcome.Unknown.class, numbers.checkIn(arrival("nonsense", 1)));
        var held = granted(appointments.hold(wish(oClock("15:00"))));
        assertInstanceOf(
                CodeOutcome.NotNow.class, numbers.checkIn(arrival(held.code().printed(), 1)));
        appointments.cancel(KIOSK, held.code().printed());
        assertInstanceOf(
                CodeOutcome.NotNow.class, numbers.checkIn(arrival(held.code().printed(), 1)));
        assertEquals(0, desk.count("select count(*) from ticket"));
    }

    @Test
    void whoCameWhileTheLineWasDownIsNotTooLate() {
        lent(UUID.randomUUID(), KIOSK);
        var code = booked(oClock("10:00"));
        desk.at(oClock("09:50"));
        var waiting = arrival(code, 1);
        desk.later(Duration.ofHours(2));
        assertEquals(State.ARRIVED, done(numbers.checkIn(waiting)).state());
    }

    @Test
    void whatWaitedAtTheKioskNamesItsAppointmentByTheHashOfTheCode() {
        lent(UUID.randomUUID(), KIOSK);
        var code = AppointmentCode.parse(booked(oClock("10:00"))).orElseThrow();
        desk.at(oClock("09:50"));
        var waited =
                new CheckIn(
                        UUID.randomUUID(),
                        KIOSK,
                        CheckInReport.of(code, OFFICE, 1, desk.clock.instant()));
        desk.later(Duration.ofHours(5));
        assertEquals(State.ARRIVED, done(numbers.checkIn(waited)).state());
        assertEquals(State.ARRIVED, done(numbers.checkIn(waited)).state(), "again is the same");
        var nobodys =
                new CheckIn(
                        UUID.randomUUID(),
                        KIOSK,
                        CheckInReport.of(
                                AppointmentCode.next(new SplittableRandom(1)),
                                OFFICE,
                                2,
                                desk.clock.instant()));
        assertInstanceOf(CodeOutcome.Unknown.class, numbers.checkIn(nobodys));
    }

    @Test
    void aClockThatIsTenYearsOffCountsForNothing() {
        lent(UUID.randomUUID(), KIOSK);
        var code = booked(oClock("10:00"));
        desk.at(oClock("09:50"));
        for (var off : new long[] {-3652, 3652}) {
            var strange =
                    arrival(
                            UUID.nameUUIDFromBytes(new byte[] {1}),
                            code,
                            OFFICE,
                            1,
                            desk.clock.instant().plus(Duration.ofDays(off)));
            assertEquals(State.ARRIVED, done(numbers.checkIn(strange)).state());
        }
    }
}
