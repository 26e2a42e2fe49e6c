package de.buergerkiosk.main;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.journey.Journal;
import de.buergerkiosk.journey.VisitId;
import de.buergerkiosk.payment.zvt.ZvtSettings;
import de.buergerkiosk.payment.zvt.ZvtTerminal;
import de.buergerkiosk.payment.zvt.simulated.LedgerEntry;
import de.buergerkiosk.payment.zvt.simulated.SimulatedTerminal;
import de.buergerkiosk.payment.zvt.simulated.TerminalFault;
import de.buergerkiosk.ports.WireTrace;
import de.buergerkiosk.ports.payment.PaymentEntry;
import de.buergerkiosk.ports.payment.PaymentJournal;
import de.buergerkiosk.ports.payment.PaymentOrder;
import de.buergerkiosk.ports.payment.PaymentOutcome;
import de.buergerkiosk.ports.payment.PaymentWatch;
import de.buergerkiosk.store.Database;
import de.buergerkiosk.store.Incidents;
import de.buergerkiosk.store.TerminalJournal;
import de.buergerkiosk.store.VisitJournal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The terminal's day is closed at its time, with the production driver and the real file. */
@Timeout(120)
class DayIsClosedTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    /** Half past ten in the evening, and five minutes for this kiosk. */
    private static final ClosingTime TIME =
            new ClosingTime(LocalTime.of(22, 30), Duration.ofMinutes(5), ZONE);

    @TempDir private Path folder;
    private Instant now = Instant.parse("2026-11-23T11:00:00Z");
    private final InstantSource clock = () -> now;
    private SimulatedTerminal terminal;
    private Database database;
    private Journal journal;

    @BeforeEach
    void open() throws Exception {
        terminal = SimulatedTerminal.start(SimulatedTerminal.Settings.quick(clock));
        database = Database.open(folder, clock);
        journal = new VisitJournal(database, clock, "kiosk-demo");
    }

    @AfterEach
    void close() {
        terminal.close();
        database.close();
    }

    private ZvtTerminal driver(PaymentJournal payments) {
        var patience =
                new ZvtSettings.Patience(
                        Duration.ofSeconds(2),
                        Duration.ofMillis(600),
                        Duration.ofSeconds(1),
                        Duration.ofMillis(500),
                        Duration.ofMillis(800),
                        Duration.ofMillis(40),
                        Duration.ofSeconds(1),
                        Duration.ofMinutes(15));
        return new ZvtTerminal(
                ZvtSettings.unattended("127.0.0.1", terminal.port(), "123456").with(patience),
                payments,
                clock,
                WireTrace.NONE);
    }

    private ZvtTerminal driver() {
        return driver(new TerminalJournal(database));
    }

    private DayEnd dayEnd() {
        return new DayEnd(TIME, driver(), journal, clock);
    }

    private void pay(String reference, long cents) throws InterruptedException {
        assertInstanceOf(
                PaymentOutcome.Approved.class,
                driver().pay(new PaymentOrder(reference, cents), PaymentWatch.NONE));
    }

    private List<Long> closings() {
        return terminal.ledger().stream()
                .filter(entry -> entry.kind() == LedgerEntry.Kind.CLOSED)
                .map(LedgerEntry::amountCents)
                .toList();
    }

    private List<String> incidents() {
        return new Incidents(database).all().stream().map(Incidents.Incident::code).toList();
    }

    private void at(String local) {
        now = java.time.LocalDateTime.parse(local).atZone(ZONE).toInstant();
    }

    @Test
    void atItsTimeAndOnlyOnce() throws Exception {
        pay("a", 500);
        pay("b", 700);
        var dayEnd = dayEnd();

        at("2026-11-23T22:34:59");
        assertFalse(dayEnd.closeIfDue(), "not before its time");
        at("2026-11-23T22:35:01");
        assertTrue(dayEnd.closeIfDue());
        at("2026-11-23T23:35:00");
        assertFalse(dayEnd.closeIfDue());
        assertFalse(dayEnd().closeIfDue(), "a kiosk that is started again knows as well");

        assertEquals(List.of(1_200L), closings());
        assertEquals(List.of(), incidents());
    }

    @Test
    void aDayWithoutPaymentsIsNotClosed() throws Exception {
        at("2026-11-23T23:00:00");
        assertFalse(dayEnd().closeIfDue());
        assertEquals(List.of(), closings());
    }

    @Test
    void aNightWithoutPowerIsMadeUpForInTheMorning() throws Exception {
        pay("a", 500);
        at("2026-11-24T07:00:00");
        assertTrue(dayEnd().closeIfDue());
        assertEquals(List.of(500L), closings());

        pay("b", 700);
        assertFalse(dayEnd().closeIfDue(), "what was paid today is closed tonight");
        at("2026-11-24T22:36:00");
        assertTrue(dayEnd().closeIfDue());
        assertEquals(List.of(500L, 700L), closings());
    }

    @Test
    void nobodyIsDisturbed() throws Exception {
        pay("a", 500);
        at("2026-11-23T23:00:00");
        var visit = VisitId.next(clock, new Random(1));
        journal.begun(visit);
        var dayEnd = dayEnd();
        assertFalse(dayEnd.closeIfDue());

        journal.ended(visit, "DONE");
        assertTrue(dayEnd.closeIfDue());
    }

    @Test
    void aPowerCutInTheMiddleIsFoundOut() throws Exception {
        for (int writes = 0; writes < 5; writes++) {
            pay("pay-" + writes, 500);
            at("2026-11-%02dT23:00:00".formatted(23 + writes));
            var dying = new DayEnd(TIME, driver(dyingAfter(writes)), journal, clock);
            try {
                dying.closeIfDue();
            } catch (IllegalStateException powerCut) {
                assertEquals("power cut", powerCut.getMessage());
            }
            assertTrue(dayEnd().closeIfDue());
            assertEquals(writes + 1, closings().size(), "closed once, cut after " + writes);
            assertFalse(dayEnd().closeIfDue());
        }
        assertEquals(List.of(), incidents());
    }

    private PaymentJournal dyingAfter(int writes) {
        var kept = new TerminalJournal(database);
        return new PaymentJournal() {
            private int left = writes;

            @Override
            public void write(PaymentEntry entry) {
                if (left-- <= 0) {
                    throw new IllegalStateException("power cut");
                }
                kept.write(entry);
            }

            @Override
            public List<PaymentEntry> entries(String reference) {
                return kept.entries(reference);
            }

            @Override
            public List<String> references() {
                return kept.references();
            }

            @Override
            public int lastReceiptNumber() {
                return kept.lastReceiptNumber();
            }
        };
    }

    @Test
    void aDifferenceIsAnIncident() throws Exception {
        pay("a", 500);
        try (var other = Database.open(folder.resolve("other"), clock)) {
            driver(new TerminalJournal(other)).pay(new PaymentOrder("x", 700), PaymentWatch.NONE);
        }
        at("2026-11-23T23:00:00");

        assertTrue(dayEnd().closeIfDue());

        assertEquals(List.of("KSK-CLOSING-DIFFERS"), incidents());
        assertEquals(
                "closing-2026-11-23: terminal 1200 cents, journal 500 cents",
                new Incidents(database).all().getFirst().detail());
    }

    @Test
    void aTerminalThatIsAwayIsAskedAgainLaterAndStaffHearOnce() throws Exception {
        pay("a", 500);
        terminal.fault(TerminalFault.MUTE);
        at("2026-11-23T23:00:00");
        var dayEnd = dayEnd();
        assertTrue(dayEnd.closeIfDue());
        at("2026-11-23T23:05:00");
        assertFalse(dayEnd.closeIfDue(), "not all the time");
        at("2026-11-23T23:11:00");
        assertTrue(dayEnd.closeIfDue());
        assertEquals(List.of("PAY-MUTE"), incidents());

        terminal.fault(TerminalFault.NONE);
        at("2026-11-23T23:22:00");
        assertTrue(dayEnd.closeIfDue());
        assertEquals(List.of(500L), closings());
    }

    @Test
    void theHourThatIsThereTwiceAndTheOneThatIsNotAreOneMomentEach() {
        var early = new ClosingTime(LocalTime.of(2, 30), Duration.ZERO, ZONE);
        assertEquals(
                Instant.parse("2026-03-29T01:30:00Z"),
                early.lastBefore(Instant.parse("2026-03-29T12:00:00Z")).at());
        assertEquals(
                Instant.parse("2026-10-25T00:30:00Z"),
                early.lastBefore(Instant.parse("2026-10-25T12:00:00Z")).at());
        assertEquals(
                "closing-2026-10-24",
                early.lastBefore(Instant.parse("2026-10-25T00:29:59Z")).reference());
    }
}
