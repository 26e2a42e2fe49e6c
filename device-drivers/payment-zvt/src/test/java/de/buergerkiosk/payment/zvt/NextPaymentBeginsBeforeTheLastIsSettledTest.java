package de.buergerkiosk.payment.zvt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import de.buergerkiosk.payment.zvt.simulated.TerminalFault;
import de.buergerkiosk.ports.payment.ListPaymentJournal;
import de.buergerkiosk.ports.payment.PaymentOrder;
import de.buergerkiosk.ports.payment.PaymentOutcome;
import de.buergerkiosk.ports.payment.PaymentWatch;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The kiosk should settle first; if it does not, no receipt may serve for two payments. */
@Timeout(120)
class NextPaymentBeginsBeforeTheLastIsSettledTest {
    private static final PaymentOrder NEXT =
            new PaymentOrder("2026-000099", Till.ORDER.amountCents());

    @Test
    void aKeptResultIsNotBookedByAskingForTheLastReceipt() throws Exception {
        try (Till till = Till.with(TerminalFault.LOST_STATUS_KEPT)) {
            dieWhilePaying(till);
            till.simulated.fault(TerminalFault.NONE);

            PaymentOutcome next = till.driver().pay(NEXT, PaymentWatch.NONE);

            assertInstanceOf(PaymentOutcome.Approved.class, next);
            assertEquals(List.of(NEXT.amountCents()), till.booked());
        }
    }

    @Test
    void theNextPaymentsReceiptDoesNotServeForTheOpenOne() throws Exception {
        try (Till till = Till.with(TerminalFault.CUT_BEFORE_STATUS)) {
            dieWhilePaying(till);
            till.simulated.fault(TerminalFault.NONE);
            assertInstanceOf(
                    PaymentOutcome.Approved.class, till.driver().pay(NEXT, PaymentWatch.NONE));

            PaymentOutcome open = till.driver().settle(Till.ORDER);

            assertInstanceOf(PaymentOutcome.Unclear.class, open);
            assertEquals(List.of(NEXT.amountCents()), till.booked());
        }
    }

    /**
     * The kept result is refused when the next payment begins, and is gone with that: it is no
     * yardstick for what the terminal remembers later.
     */
    @Test
    void aRefusedKeptResultIsNoYardstickForTheNextPayment() throws Exception {
        try (Till till = Till.with(TerminalFault.LOST_STATUS_KEPT)) {
            dieWhilePaying(till);
            till.simulated.fault(TerminalFault.CUT_AFTER_STATUS);

            PaymentOutcome next = till.driver().pay(NEXT, PaymentWatch.NONE);

            var failed = assertInstanceOf(PaymentOutcome.Failed.class, next, next::toString);
            assertEquals("PAY-NOT-BOOKED", failed.fault().code());
            assertEquals(List.of(), till.booked());
        }
    }

    /** The journal ends with SENT: the process was killed while the terminal was at work. */
    private static void dieWhilePaying(Till till) {
        till.journal.dieAfter(2, false);
        assertThrows(ListPaymentJournal.Died.class, till::pay);
        till.journal.revive();
    }
}
