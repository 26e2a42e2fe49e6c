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

import de.buergerkiosk.central.appointment.Contact;
import de.buergerkiosk.central.appointment.Counter;
import de.buergerkiosk.central.appointment.Queue;
import de.buergerkiosk.central.appointment.QueueOutcome;
import de.buergerkiosk.central.appointment.Queued;
import de.buergerkiosk.central.appointment.Standing;
import de.buergerkiosk.central.appointment.Ticket;
import de.buergerkiosk.central.appointment.TicketOutcome;
import de.buergerkiosk.central.appointment.WaitingNumbers;
import de.buergerkiosk.central.appointment.WaitingNumbers.CheckIn;
import de.buergerkiosk.central.audit.AuditTrail;
import de.buergerkiosk.contract.appointment.CheckInReport;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ClerksCallAtTheSameMomentTest {
    private static AppointmentDesk desk;
    private WaitingNumbers numbers;
    private Queue queue;

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
        desk.at(oClock("07:45"));
        numbers = desk.numbers(desk.appointments());
        queue = desk.queue();
        for (int i = 0; i < 8; i++) {
            numbers.lend(UUID.randomUUID(), KIOSK, OFFICE, MONDAY);
        }
    }

    private void ticket(int number, String takenAt) {
        desk.at(oClock(takenAt));
        assertInstanceOf(
                TicketOutcome.Kept.class, numbers.report(ticketOf(number, oClock(takenAt))));
    }

    private static Ticket ticketOf(int number, Instant takenAt) {
        return new Ticket(
                UUID.randomUUID(),
                KIOSK,
                OFFICE,
                MONDAY,
                number,
                "registration",
                Optional.empty(),
                takenAt);
    }

    /** Somebody with an appointment, who checked in with that number. */
    private String appointment(int number, String start, String checkedInAt) {
        desk.at(oClock("07:00"));
        var appointments = desk.appointments();
        var code = granted(appointments.hold(wish(oClock(start)))).code().printed();
        done(appointments.confirm(KIOSK, code, Contact.none()));
        desk.at(oClock(checkedInAt));
        done(
                numbers.checkIn(
                        new CheckIn(
                                UUID.randomUUID(),
                                KIOSK,
                                new CheckInReport(
                                        Optional.of(code),
                                        Optional.empty(),
                                        OFFICE,
                                        number,
                                        oClock(checkedInAt)))));
        return code;
    }

    private Counter counter(int number) {
        return queue.counter(OFFICE, number, "clerk" + number);
    }

    private static Queued called(QueueOutcome outcome) {
        return assertInstanceOf(QueueOutcome.Done.class, outcome, outcome::toString).ticket();
    }

    private List<Integer> order() {
        return queue.list(OFFICE).stream()
                .filter(each -> each.standing() instanceof Standing.Waiting)
                .map(Queued::number)
                .toList();
    }

    @Test
    void appointmentsComeAtTheirTimeAndNumbersByWhenTheyWereTaken() {
        ticket(5, "08:00");
        ticket(2, "08:10");
        appointment(7, "09:30", "08:50");
        appointment(8, "09:00", "08:55");
        appointment(9, "08:45", "09:02");
        desk.at(oClock("09:05"));
        // 8 on time, 9 came late and waits behind; 7 is early and comes last
        assertEquals(List.of(8, 9, 5, 2, 7), order());
        desk.at(oClock("09:30"));
        assertEquals(List.of(8, 9, 7, 5, 2), order());
        assertEquals(8, called(queue.next(counter(1))).number());
        assertEquals(9, called(queue.next(counter(2))).number());
    }

    @Test
    void aKiosksClockThatIsYearsOffMovesNobodyToTheFront() {
        ticket(1, "08:00");
        desk.at(oClock("08:10"));
        numbers.report(ticketOf(2, Instant.parse("2016-01-01T00:00:00Z")));
        numbers.report(ticketOf(3, Instant.parse("2036-01-01T00:00:00Z")));
        ticket(4, "08:20");
        assertEquals(List.of(1, 2, 3, 4), order());
    }

    @Test
    void nobodyIsCalledTwiceAndNobodyIsForgotten() throws Exception {
        int people = 120;
        for (int number = 1; number <= people; number++) {
            numbers.report(ticketOf(number, oClock("07:00").plusSeconds(number)));
        }
        var clerks = new ArrayList<Callable<List<Integer>>>();
        for (int clerk = 1; clerk <= 8; clerk++) {
            var counter = counter(clerk);
            // as its own process would
            var own = desk.queue();
            clerks.add(() -> workThrough(own, counter));
        }
        var seen = new ArrayList<Integer>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var each : threads.invokeAll(clerks)) {
                seen.addAll(each.get());
            }
        }
        assertEquals(people, seen.size());
        assertEquals(people, new HashSet<>(seen).size(), "somebody was called twice");
        assertEquals(
                people,
                desk.count("select count(*) from ticket where state = 'finished' and calls = 1"));
        assertEquals(
                people, desk.count("select count(*) from audit where event = 'ticket-called'"));
        assertInstanceOf(AuditTrail.Verdict.Whole.class, desk.trail().verify());
    }

    private static List<Integer> workThrough(Queue queue, Counter counter) {
        var mine = new ArrayList<Integer>();
        var outcome = queue.next(counter);
        while (outcome instanceof QueueOutcome.Done(Queued ticket)) {
            mine.add(ticket.number());
            outcome = queue.next(counter, ticket.id());
        }
        assertInstanceOf(QueueOutcome.NobodyWaits.class, outcome);
        return mine;
    }

    @Test
    void oneCounterThatPressesManyTimesAtOnceCallsOnePerson() throws Exception {
        for (int number = 1; number <= 20; number++) {
            numbers.report(ticketOf(number, oClock("07:00").plusSeconds(number)));
        }
        var counter = counter(3);
        for (int round = 1; round <= 10; round++) {
            var presses =
                    IntStream.range(0, 12)
                            .mapToObj(_ -> (Callable<QueueOutcome>) () -> queue.next(counter))
                            .toList();
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                var answers = threads.invokeAll(presses).stream().map(Future::resultNow).toList();
                var ids = new HashSet<UUID>();
                answers.forEach(answer -> ids.add(called(answer).id()));
                assertEquals(1, ids.size(), answers.toString());
                assertEquals(round, desk.count("select count(*) from ticket where calls = 1"));
                called(queue.finish(counter, ids.iterator().next()));
            }
        }
    }

    @Test
    void finishAndNextThatCameTwicePassesNobodyOver() {
        ticket(1, "08:00");
        ticket(2, "08:01");
        ticket(3, "08:02");
        var first = called(queue.next(counter(1)));
        assertEquals(2, called(queue.next(counter(1), first.id())).number());
        assertEquals(2, called(queue.next(counter(1), first.id())).number());
        assertEquals(List.of(3), order());
    }

    @Test
    void twoClerksWantTheSamePerson() throws Exception {
        for (int round = 1; round <= 10; round++) {
            ticket(round, "08:00");
            var wanted = queue.list(OFFICE).getLast().id();
            var one = new Counter(OFFICE, MONDAY, 20 * round + 1, "a");
            var other = new Counter(OFFICE, MONDAY, 20 * round + 2, "b");
            var calls =
                    List.<Callable<QueueOutcome>>of(
                            () -> queue.call(one, wanted), () -> queue.call(other, wanted));
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                var answers = threads.invokeAll(calls).stream().map(Future::resultNow).toList();
                assertEquals(
                        1, answers.stream().filter(a -> a instanceof QueueOutcome.Done).count());
                assertEquals(
                        1, answers.stream().filter(a -> a instanceof QueueOutcome.NotNow).count());
            }
        }
    }

    @Test
    void whoDoesNotComeIsCalledAgainThenMissedAndMayComeBack() {
        var code = appointment(1, "08:30", "08:20");
        ticket(2, "08:25");
        desk.at(oClock("08:30"));
        var counter = counter(4);
        var first = called(queue.next(counter));
        assertEquals(1, first.number());

        var again = called(queue.again(counter, first.id(), 1));
        called(queue.again(counter, first.id(), 1));
        assertEquals(new Standing.Called(4, desk.clock.instant(), 2), again.standing());
        assertEquals(2, desk.count("select calls from ticket where number = 1"));

        called(queue.missed(counter, first.id()));
        called(queue.missed(counter, first.id()));
        assertEquals(List.of("missed"), desk.texts("select state from appointment"));
        assertEquals(2, called(queue.next(counter)).number());

        called(queue.back(counter(5), first.id()));
        assertEquals(List.of("arrived"), desk.texts("select state from appointment"));
        assertEquals(List.of(1), order());
        assertEquals(1, called(queue.next(counter(5))).number());
        called(queue.finish(counter(5), first.id()));
        assertEquals(List.of("finished"), desk.texts("select state from appointment"));
        assertInstanceOf(QueueOutcome.NotNow.class, queue.back(counter(5), first.id()));
        assertInstanceOf(QueueOutcome.NotNow.class, queue.call(counter(5), first.id()));

        assertEquals(
                List.of(
                        "clerk4 ticket-called 1",
                        "clerk4 ticket-called-again 1",
                        "clerk4 ticket-missed 1",
                        "clerk4 ticket-called 2",
                        "clerk5 ticket-returned 1",
                        "clerk5 ticket-called 1",
                        "clerk5 ticket-finished 1"),
                desk.texts(
                        "select actor || ' ' || event || ' ' || replace(subject,"
                                + " 'citizens-office/2026-11-30/', '') from audit order by"
                                + " position"));
        assertTrue(
                desk.texts("select detail from audit").stream().noneMatch(d -> d.contains(code)));
    }

    @Test
    void whoIsParkedComesWhenCalledAndNotByNext() {
        ticket(1, "08:00");
        ticket(2, "08:01");
        var first = called(queue.next(counter(1)));
        called(queue.park(counter(1), first.id()));
        assertEquals(2, called(queue.next(counter(1))).number());
        assertInstanceOf(QueueOutcome.Busy.class, queue.call(counter(1), first.id()));
        assertEquals(1, called(queue.call(counter(2), first.id())).number());
        assertInstanceOf(QueueOutcome.NobodyWaits.class, queue.next(counter(3)));
    }

    @Test
    void anotherCounterCannotEndWhatItDidNotCall() {
        ticket(1, "08:00");
        var first = called(queue.next(counter(1)));
        assertInstanceOf(QueueOutcome.NotNow.class, queue.missed(counter(2), first.id()));
        assertInstanceOf(QueueOutcome.NotNow.class, queue.finish(counter(2), first.id()));
        assertInstanceOf(QueueOutcome.NotNow.class, queue.again(counter(2), first.id(), 1));
        assertInstanceOf(QueueOutcome.NotNow.class, queue.next(counter(2), first.id()));
        assertInstanceOf(QueueOutcome.Unknown.class, queue.finish(counter(1), UUID.randomUUID()));
        assertEquals(first, queue.at(counter(1)).orElseThrow());
    }

    @Test
    void tomorrowNobodyOfTodayIsCalled() {
        ticket(1, "08:00");
        desk.later(Duration.ofDays(1));
        assertInstanceOf(QueueOutcome.NobodyWaits.class, queue.next(counter(1)));
    }
}
