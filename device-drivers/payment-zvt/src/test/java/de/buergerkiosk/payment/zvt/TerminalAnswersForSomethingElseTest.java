package de.buergerkiosk.payment.zvt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import de.buergerkiosk.payment.zvt.simulated.LedgerEntry;
import de.buergerkiosk.payment.zvt.simulated.TerminalFault;
import de.buergerkiosk.ports.payment.PaymentOutcome;
import de.buergerkiosk.ports.payment.PaymentStep;
import de.buergerkiosk.ports.payment.PaymentWatch;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class TerminalAnswersForSomethingElseTest {
    @Test
    void anotherAmountIsRefusedAndReversed() throws Exception {
        try (Till till = Till.with(TerminalFault.WRONG_AMOUNT)) {
            assertFailed("PAY-WRONG-AMOUNT", till.pay());
            assertNothingBooked(till);
        }
    }

    @Test
    void aResultWithAnUnknownBitmapIsRefusedAndReversed() throws Exception {
        try (Till till = Till.with(TerminalFault.UNKNOWN_BITMAP)) {
            assertFailed("PAY-PROTOCOL", till.pay());
            assertNothingBooked(till);
        }
    }

    private static void assertNothingBooked(Till till) {
        assertEquals(List.of(), till.booked());
        assertEquals(LedgerEntry.Kind.REVERSED, till.simulated.ledger().getFirst().kind());
        assertFalse(till.journal.steps(Till.ORDER.reference()).contains(PaymentStep.ACKED));
    }

    @Test
    void anotherTerminalIsNoticedBeforeAnyPayment() throws Exception {
        try (Till till = Till.with(TerminalFault.NONE)) {
            var driver = till.driver(till.settings().expecting("11111111"));

            assertFailed("PAY-WRONG-TERMINAL", driver.pay(Till.ORDER, PaymentWatch.NONE));

            assertEquals(
                    List.of(PaymentStep.INTENT, PaymentStep.DONE),
                    till.journal.steps(Till.ORDER.reference()));
            assertEquals(List.of(), till.simulated.ledger());
        }
    }

    @Test
    void aWrongPasswordIsSaidSo() throws Exception {
        try (Till till = Till.with(TerminalFault.NONE)) {
            ZvtSettings wrong =
                    ZvtSettings.unattended("127.0.0.1", till.simulated.port(), "000000")
                            .with(Till.SHORT);

            assertFailed("PAY-REGISTRATION", till.driver(wrong).pay(Till.ORDER, PaymentWatch.NONE));
            assertEquals(List.of(), till.simulated.ledger());
        }
    }

    private static void assertFailed(String code, PaymentOutcome outcome) {
        var failed = assertInstanceOf(PaymentOutcome.Failed.class, outcome);
        assertEquals(code, failed.fault().code(), failed.fault().detail());
    }
}
