package de.buergerkiosk.payment.zvt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.payment.zvt.simulated.LedgerEntry;
import de.buergerkiosk.payment.zvt.simulated.LineFault;
import de.buergerkiosk.payment.zvt.simulated.TerminalFault;
import de.buergerkiosk.ports.payment.ListPaymentJournal;
import de.buergerkiosk.ports.payment.PaymentOrder;
import de.buergerkiosk.ports.payment.PaymentOutcome;
import de.buergerkiosk.ports.payment.PaymentWatch;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A daily closing (06 50) that is cut knows afterwards whether it was done. */
@Timeout(120)
class ClosingIsCutTest {
    private static void pay(Till till, String reference) throws InterruptedException {
        assertInstanceOf(
                PaymentOutcome.Approved.class,
                till.driver.pay(new PaymentOrder(reference, 500), PaymentWatch.NONE));
    }

    private static List<LedgerEntry> closings(Till till) {
        return till.simulated.ledger().stream()
                .filter(entry -> entry.kind() == LedgerEntry.Kind.CLOSED)
                .toList();
    }

    private static boolean agrees(Till till, DutyOutcome.Done done) {
        return DailyClosing.of(
                        done.totals().orElseThrow(),
                        till.journal,
                        till.settings(),
                        InstantSource.system().instant())
                .agrees();
    }

    static Stream<Arguments> deaths() {
        return IntStream.range(0, 5)
                .boxed()
                .flatMap(writes -> Stream.of(true, false).map(kept -> Arguments.of(writes, kept)));
    }

    @ParameterizedTest(name = "after {0} writes, last kept {1}")
    @MethodSource("deaths")
    void theDayIsClosedOnceAfterAPowerCutAtEachWrite(int writes, boolean kept) throws Exception {
        try (Till till = Till.with(TerminalFault.NONE)) {
            pay(till, "a");
            till.journal.dieAfter(writes, kept);
            assertThrows(ListPaymentJournal.Died.class, () -> till.driver.close("closing-1"));
            till.journal.revive();

            var closed = assertInstanceOf(DutyOutcome.Done.class, till.driver().close("closing-1"));

            assertEquals(1, closings(till).size());
            assertEquals(500, closings(till).getFirst().amountCents());
            assertEquals(500, closed.totals().orElseThrow().amountCents());
            assertTrue(agrees(till, closed));
            assertTrue(till.driver().isClosed("closing-1"));
            assertInstanceOf(DutyOutcome.Done.class, till.driver().close("closing-1"));
            assertEquals(1, closings(till).size(), "not closed again");
        }
    }

    static Stream<LineFault> faults() {
        return Stream.of("cut-before", "cut-after", "cut-inside", "lose")
                .flatMap(kind ->
                        IntStream.rangeClosed(1, 22).mapToObj(message -> kind + "@" + message))
                .map(text -> LineFault.read(text).orElseThrow());
    }

    @ParameterizedTest
    @MethodSource("faults")
    void whatItSaysIsInTheLedgerWhereverTheLineBreaks(LineFault fault) throws Exception {
        try (Till till = Till.with(TerminalFault.NONE)) {
            pay(till, "a");
            till.simulated.engine().befall(List.of(fault));
            DutyOutcome outcome = till.driver.close("closing-1");
            till.simulated.engine().befall(List.of());

            switch (outcome) {
                case DutyOutcome.Done done -> {
                    assertEquals(1, closings(till).size());
                    assertTrue(agrees(till, done));
                }
                case DutyOutcome.Refused _ -> assertEquals(0, closings(till).size());
                case DutyOutcome.Unclear(var why) -> throw new AssertionError(why);
            }
            assertInstanceOf(DutyOutcome.Done.class, till.driver.close("closing-1"));
            assertEquals(1, closings(till).size());
        }
    }

    @Test
    void whileTheTerminalIsAwayTheQuestionStaysOpen() throws Exception {
        try (Till till = Till.with(TerminalFault.NONE)) {
            pay(till, "a");
            till.journal.dieAfter(3, true);
            assertThrows(ListPaymentJournal.Died.class, () -> till.driver.close("closing-1"));
            till.journal.revive();
            till.simulated.fault(TerminalFault.MUTE);

            assertInstanceOf(DutyOutcome.Unclear.class, till.driver().close("closing-1"));
            assertTrue(till.driver().isClosingOpen("closing-1"));
            assertFalse(till.driver().isClosed("closing-1"));
        }
    }

    @Test
    void aClosingIsNoPayment() throws Exception {
        try (Till till = Till.with(TerminalFault.NONE)) {
            till.driver.close("closing-1");

            assertEquals(
                    java.util.Optional.empty(),
                    Standing.of(
                            till.journal,
                            "closing-1",
                            till.settings(),
                            InstantSource.system().instant()));
        }
    }
}
