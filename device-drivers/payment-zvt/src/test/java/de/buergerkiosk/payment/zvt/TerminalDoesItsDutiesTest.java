package de.buergerkiosk.payment.zvt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.payment.zvt.simulated.Quirk;
import de.buergerkiosk.payment.zvt.simulated.TerminalFault;
import de.buergerkiosk.ports.payment.PaymentOrder;
import de.buergerkiosk.ports.payment.PaymentOutcome;
import de.buergerkiosk.ports.payment.PaymentWatch;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the terminal does besides payments, as its own ledger tells it. */
@Timeout(120)
class TerminalDoesItsDutiesTest {
    private static DutyOutcome.Done done(DutyOutcome outcome) {
        return assertInstanceOf(DutyOutcome.Done.class, outcome);
    }

    private static PaymentOutcome pay(Till till, String reference, long cents)
            throws InterruptedException {
        return till.driver.pay(new PaymentOrder(reference, cents), PaymentWatch.NONE);
    }

    static Stream<Duty> harmless() {
        return Stream.of(
                new Duty.Diagnosis(),
                new Duty.Initialisation(),
                new Duty.SelfTest(),
                new Duty.PrintSystemConfiguration(),
                new Duty.SoftwareUpdate(),
                new Duty.LogOff(),
                new Duty.SetTime(LocalDateTime.of(2026, 11, 23, 10, 15, 0)),
                new Duty.DisplayText(List.of("Bürgerkiosk", "bereit"), 5),
                new Duty.TurnoverTotals());
    }

    @ParameterizedTest
    @MethodSource("harmless")
    void aDutyWithoutMoneyIsDoneAndTheNextPaymentGoesWell(Duty duty) throws Exception {
        try (Till till = Till.with(TerminalFault.NONE)) {
            done(till.driver.perform(duty));

            assertEquals(List.of(), till.simulated.ledger());
            assertInstanceOf(PaymentOutcome.Approved.class, till.pay());
        }
    }

    @Test
    void theDailyClosingSumsUpWhatTheJournalSays() throws Exception {
        try (Till till = Till.with(TerminalFault.NONE)) {
            pay(till, "a", 500);
            pay(till, "b", 700);
            var turnover = done(till.driver.perform(new Duty.TurnoverTotals()));
            var closed = done(till.driver.close("closing"));

            assertEquals(turnover.totals(), closed.totals());
            DailyClosing closing = closing(till, closed);
            assertEquals(new DayTotals(1_200, 1, 2, Optional.of(2)), closing.totals());
            assertTrue(closing.agrees());
            assertTrue(closed.printed().toString().contains("Kassenschnitt"));

            pay(till, "c", 900);
            var next = done(till.driver.close("closing-2"));
            assertEquals(new DayTotals(900, 3, 3, Optional.of(1)), next.totals().orElseThrow());
            assertTrue(closing(till, next).agrees());
        }
    }

    @Test
    void aBookingThatTheJournalDoesNotKnowShowsInTheClosing() throws Exception {
        try (Till till = Till.with(TerminalFault.NONE);
                Till other = Till.with(TerminalFault.NONE)) {
            pay(till, "a", 500);
            // somebody at the same terminal with a journal of his own
            new ZvtTerminal(
                            till.settings(),
                            other.journal,
                            InstantSource.system(),
                            de.buergerkiosk.ports.WireTrace.NONE)
                    .pay(new PaymentOrder("x", 700), PaymentWatch.NONE);

            DailyClosing closing = closing(till, done(till.driver.close("closing")));
            assertEquals(500, closing.journalCents());
            assertFalse(closing.agrees());
        }
    }

    private static DailyClosing closing(Till till, DutyOutcome.Done closed) {
        return DailyClosing.of(
                closed.totals().orElseThrow(),
                till.journal,
                till.settings(),
                InstantSource.system().instant());
    }

    @Test
    void initialisationCompletesTheStartUp() throws Exception {
        try (Till till = Till.with(TerminalFault.NONE)) {
            till.simulated.engine().quirks(Set.of(Quirk.START_UP_OPEN));
            assertInstanceOf(PaymentOutcome.Failed.class, till.pay());

            done(till.driver.perform(new Duty.Initialisation()));
            assertInstanceOf(PaymentOutcome.Approved.class, till.pay());
        }
    }

    @Test
    void aClosingThatIsDueIsDone() throws Exception {
        try (Till till = Till.with(TerminalFault.CLOSING_DUE)) {
            assertInstanceOf(PaymentOutcome.Failed.class, till.pay());
            done(till.driver.close("closing"));
            assertInstanceOf(PaymentOutcome.Approved.class, till.pay());
        }
    }
}
