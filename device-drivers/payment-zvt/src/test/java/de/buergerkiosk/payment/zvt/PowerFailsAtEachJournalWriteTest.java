package de.buergerkiosk.payment.zvt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import de.buergerkiosk.payment.zvt.simulated.TerminalFault;
import de.buergerkiosk.ports.payment.ListPaymentJournal;
import de.buergerkiosk.ports.payment.PaymentOutcome;
import de.buergerkiosk.ports.payment.PaymentStep;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The kiosk dies at one write of the journal, before or after it is durable. A new driver that has
 * nothing but the journal settles, and agrees with the terminal's ledger.
 */
@Timeout(120)
class PowerFailsAtEachJournalWriteTest {
    /** Five writes, each lost or kept, at a faultless terminal and at one that keeps results. */
    static Stream<Arguments> deaths() {
        return IntStream.range(0, 5)
                .boxed()
                .flatMap(writes ->
                        Stream.of(true, false)
                                .flatMap(kept ->
                                        Stream.of(
                                                        TerminalFault.NONE,
                                                        TerminalFault.ONE_BYTE,
                                                        TerminalFault.LOST_STATUS_KEPT,
                                                        TerminalFault.CUT_AFTER_ACK)
                                                .map(fault -> Arguments.of(writes, kept, fault))));
    }

    @ParameterizedTest(name = "after {0} writes, last kept {1}, {2}")
    @MethodSource("deaths")
    void journalAndLedgerAgreeAfterwards(int writes, boolean kept, TerminalFault fault)
            throws Exception {
        try (Till till = Till.with(fault)) {
            till.journal.dieAfter(writes, kept);
            assertThrows(ListPaymentJournal.Died.class, till::pay);
            till.journal.revive();

            PaymentOutcome settled = till.driver().settle(Till.ORDER);

            assertEquals(till.booked(), paidCents(settled));
            assertEquals(
                    paidCents(settled),
                    paidCents(till.driver().settle(Till.ORDER)),
                    "settling again says the same");
        }
    }

    private static List<Long> paidCents(PaymentOutcome outcome) {
        return switch (outcome) {
            case PaymentOutcome.Approved(var proof) -> List.of(proof.amountCents());
            case PaymentOutcome.Failed _ -> List.of();
            case PaymentOutcome.Declined _, PaymentOutcome.Cancelled _, PaymentOutcome.Unclear _ ->
                    throw new AssertionError("not settled: " + outcome);
        };
    }

    @ParameterizedTest
    @MethodSource("deaths")
    void theCitizenMayTryAgainAndPaysOnce(int writes, boolean kept, TerminalFault fault)
            throws Exception {
        try (Till till = Till.with(fault)) {
            till.journal.dieAfter(writes, kept);
            assertThrows(ListPaymentJournal.Died.class, till::pay);
            till.journal.revive();
            till.simulated.fault(TerminalFault.NONE);

            PaymentOutcome first = till.pay();
            PaymentOutcome last = first instanceof PaymentOutcome.Failed ? till.pay() : first;

            assertInstanceOf(PaymentOutcome.Approved.class, last);
            assertEquals(List.of(Till.ORDER.amountCents()), till.booked());
            assertEquals(PaymentStep.DONE, till.journal.all().getLast().step());
        }
    }
}
