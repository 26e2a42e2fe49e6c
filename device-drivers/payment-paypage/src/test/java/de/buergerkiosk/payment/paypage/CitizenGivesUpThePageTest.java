package de.buergerkiosk.payment.paypage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import de.buergerkiosk.payment.paypage.PageBench.Quitter;
import de.buergerkiosk.payment.paypage.PageBench.Watch;
import de.buergerkiosk.payment.paypage.simulated.PageFault;
import de.buergerkiosk.ports.payment.PageOutcome;
import de.buergerkiosk.ports.payment.PageOutcome.Why;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The citizen stops at the kiosk, on the page, or just goes. */
class CitizenGivesUpThePageTest {
    @Test
    void stoppedAtTheKioskThePageIsWithdrawnAndNobodyCanPayItAnyMore() throws Exception {
        try (var bench = new PageBench()) {
            var outcome = bench.pay(new Quitter());

            assertEquals(new PageOutcome.NotPaid(Why.CANCELLED_AT_KIOSK), outcome);
            assertEquals(List.of("CANCELED"), bench.states());
            assertFalse(bench.provider.press(true), "the page is over");
            assertEquals(outcome, bench.page.settle(PageBench.ORDER));
        }
    }

    @Test
    void paidWhileItIsWithdrawnItIsPaid() throws Exception {
        try (var bench = PageBench.with(PageFault.PAID_MEANWHILE)) {
            var paid = assertInstanceOf(PageOutcome.Paid.class, bench.pay(new Quitter()));

            assertEquals(4_900, paid.proof().amountCents());
            assertEquals(List.of(4_900L), bench.provider.paid());
        }
    }

    @Test
    void stoppedOnThePageItIsUnpaid() throws Exception {
        try (var bench = new PageBench()) {
            assertEquals(
                    new PageOutcome.NotPaid(Why.CANCELLED_ON_PAGE),
                    bench.pay(new Watch(() -> bench.provider.press(false))));
        }
    }

    @Test
    void whenNobodyPaysInTimeThePageIsWithdrawn() throws Exception {
        try (var bench = new PageBench()) {
            assertEquals(new PageOutcome.NotPaid(Why.TOO_LATE), bench.pay(new Watch()));
            assertEquals(List.of("CANCELED"), bench.states());
        }
    }

    @Test
    void aProviderThatCannotWithdrawLeavesItUnclearBecauseItCanStillBePaid() throws Exception {
        try (var bench = PageBench.with(PageFault.NO_WITHDRAWAL)) {
            var unclear = assertInstanceOf(PageOutcome.Unclear.class, bench.pay(new Quitter()));

            assertEquals("PPG-STILL-OPEN", unclear.fault().code());
            assertEquals(List.of("INITIAL"), bench.states());
        }
    }

    @Test
    void declinedByTheBankItIsUnpaid() throws Exception {
        try (var bench = PageBench.with(PageFault.DECLINE)) {
            assertEquals(
                    new PageOutcome.NotPaid(Why.REFUSED),
                    bench.pay(new Watch(() -> bench.provider.press(true))));
            assertEquals(List.of(), bench.provider.paid());
        }
    }
}
