package de.buergerkiosk.payment.zvt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import de.buergerkiosk.payment.zvt.simulated.LedgerEntry;
import de.buergerkiosk.payment.zvt.simulated.LineFault;
import de.buergerkiosk.payment.zvt.simulated.Quirk;
import de.buergerkiosk.payment.zvt.simulated.TerminalFault;
import de.buergerkiosk.ports.payment.ListPaymentJournal;
import de.buergerkiosk.ports.payment.PaymentOrder;
import de.buergerkiosk.ports.payment.PaymentOutcome;
import de.buergerkiosk.ports.payment.PaymentStep;
import de.buergerkiosk.ports.payment.PaymentWatch;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Reversals and refunds: written ahead, settled and never done twice, like payments. */
@Timeout(120)
class MoneyGoesBackTest {
    private static final PaymentOrder BACK = new PaymentOrder("back", 500);

    private static PaymentOutcome pay(Till till, String reference, long cents)
            throws InterruptedException {
        return till.driver.pay(new PaymentOrder(reference, cents), PaymentWatch.NONE);
    }

    private static PaymentOutcome move(Till till, PaymentOrder order, Move move)
            throws InterruptedException {
        return till.driver().move(order, move, PaymentWatch.NONE);
    }

    private static List<LedgerEntry> back(Till till) {
        return till.simulated.ledger().stream()
                .filter(entry ->
                        entry.kind() == LedgerEntry.Kind.VOIDED
                                || entry.kind() == LedgerEntry.Kind.REFUNDED)
                .toList();
    }

    private static int declined(PaymentOutcome outcome) {
        return assertInstanceOf(PaymentOutcome.Declined.class, outcome).resultCode();
    }

    @Test
    void aBookingIsUndoneOnce() throws Exception {
        try (Till till = Till.with(TerminalFault.NONE)) {
            pay(till, "a", 500);
            pay(till, "b", 700);

            var undone = move(till, BACK, new Move.Reversal(1));
            assertEquals(
                    500,
                    assertInstanceOf(PaymentOutcome.Approved.class, undone).proof().amountCents());
            assertEquals(undone, move(till, BACK, new Move.Reversal(1)), "not done again");
            assertEquals(
                    0xB4, declined(move(till, new PaymentOrder("c", 500), new Move.Reversal(1))));
            assertEquals(
                    0xB7, declined(move(till, new PaymentOrder("d", 699), new Move.Reversal(2))));
            assertEquals(
                    0xB5, declined(move(till, new PaymentOrder("e", 500), new Move.Reversal(9))));
            assertEquals(1, back(till).size());
        }
    }

    @Test
    void someTerminalsUndoTheirLastBookingOnly() throws Exception {
        try (Till till = Till.with(TerminalFault.NONE)) {
            till.simulated.engine().quirks(Set.of(Quirk.REVERSES_LAST_ONLY));
            pay(till, "a", 500);
            pay(till, "b", 700);

            assertEquals(0xB5, declined(move(till, BACK, new Move.Reversal(1))));
            assertInstanceOf(
                    PaymentOutcome.Approved.class,
                    move(till, new PaymentOrder("c", 700), new Move.Reversal(2)));
        }
    }

    @Test
    void aRefundIsGivenOnceForOneReference() throws Exception {
        try (Till till = Till.with(TerminalFault.NONE)) {
            var first = move(till, BACK, new Move.Refund());

            assertInstanceOf(PaymentOutcome.Approved.class, first);
            assertEquals(first, move(till, BACK, new Move.Refund()));
            assertEquals(
                    List.of(LedgerEntry.Kind.REFUNDED),
                    back(till).stream().map(LedgerEntry::kind).toList());
            assertEquals(
                    List.of(
                            PaymentStep.INTENT,
                            PaymentStep.SENT,
                            PaymentStep.STATUS,
                            PaymentStep.ACKED,
                            PaymentStep.DONE),
                    till.journal.steps("back"));
        }
    }

    @Test
    void aReferenceOfARefundIsNeverPaidAndTheOtherWayRound() throws Exception {
        try (Till till = Till.with(TerminalFault.NONE)) {
            pay(till, "a", 500);
            move(till, BACK, new Move.Refund());

            assertThrows(IllegalArgumentException.class, () -> pay(till, "back", 500));
            assertThrows(
                    IllegalArgumentException.class,
                    () -> move(till, new PaymentOrder("a", 500), new Move.Refund()));
            assertEquals(2, till.simulated.ledger().size());
        }
    }

    static Stream<Arguments> deaths() {
        return IntStream.range(0, 5)
                .boxed()
                .flatMap(writes ->
                        Stream.of(true, false)
                                .flatMap(kept ->
                                        Stream.of(new Move.Reversal(1), new Move.Refund())
                                                .map(move -> Arguments.of(writes, kept, move))));
    }

    @ParameterizedTest(name = "after {0} writes, last kept {1}, {2}")
    @MethodSource("deaths")
    void journalAndLedgerAgreeAfterAPowerCutAtEachWrite(int writes, boolean kept, Move move)
            throws Exception {
        try (Till till = Till.with(TerminalFault.NONE)) {
            pay(till, "a", 500);
            till.journal.dieAfter(writes, kept);
            assertThrows(ListPaymentJournal.Died.class, () -> move(till, BACK, move));
            till.journal.revive();

            boolean done = till.driver().settle(BACK) instanceof PaymentOutcome.Approved;
            assertEquals(done ? 1 : 0, back(till).size());
            assertInstanceOf(PaymentOutcome.Approved.class, move(till, BACK, move));
            assertEquals(1, back(till).size());
        }
    }

    /** Every message of registration, questions, command, result and receipts. */
    static Stream<LineFault> faults() {
        return Stream.of("cut-before", "cut-after", "cut-inside", "lose", "reboot")
                .flatMap(kind ->
                        IntStream.rangeClosed(1, 26)
                                .filter(message -> !kind.equals("reboot") || message % 6 == 0)
                                .mapToObj(message -> kind + "@" + message))
                .map(text -> LineFault.read(text).orElseThrow());
    }

    @ParameterizedTest
    @MethodSource("faults")
    void whatTheJournalSaysIsInTheLedgerWhereverTheLineBreaks(LineFault fault) throws Exception {
        for (Move move : List.of(new Move.Reversal(1), new Move.Refund())) {
            try (Till till = Till.with(TerminalFault.NONE)) {
                pay(till, "a", 500);
                till.simulated.engine().befall(List.of(fault));
                PaymentOutcome outcome = move(till, BACK, move);
                till.simulated.engine().befall(List.of());
                // a terminal that restarts is away for longer than anybody waits here
                if (!(outcome instanceof PaymentOutcome.Unclear)
                        || fault.kind() != LineFault.Kind.REBOOT) {
                    assertEquals(
                            outcome instanceof PaymentOutcome.Approved ? 1 : 0,
                            back(till).size(),
                            move + " " + outcome);
                }
            }
        }
    }

    @Test
    void aTerminalThatStaysAwayLeavesARefundUnclearUntilItIsBack() throws Exception {
        try (Till till = Till.with(TerminalFault.NONE)) {
            till.journal.dieAfter(4, false);
            assertThrows(ListPaymentJournal.Died.class, () -> move(till, BACK, new Move.Refund()));
            till.journal.revive();
            till.simulated.fault(TerminalFault.MUTE);
            assertInstanceOf(PaymentOutcome.Unclear.class, till.driver().settle(BACK));

            till.simulated.fault(TerminalFault.NONE);
            boolean done = till.driver().settle(BACK) instanceof PaymentOutcome.Approved;
            assertEquals(done ? 1 : 0, back(till).size());
        }
    }

    @Test
    void aNumberThatStartsAgainIsToldApartByItsTrace() throws Exception {
        try (Till till = Till.with(TerminalFault.NONE)) {
            till.simulated.engine().quirks(Set.of(Quirk.NUMBERS_FROM_1_AFTER_CLOSING));
            pay(till, "a", 500);
            till.driver.close("closing");
            till.simulated.fault(TerminalFault.CUT_AFTER_ACK);

            assertInstanceOf(PaymentOutcome.Approved.class, pay(till, "b", 500));
            assertEquals(2, till.simulated.bookings().size());
        }
    }
}
