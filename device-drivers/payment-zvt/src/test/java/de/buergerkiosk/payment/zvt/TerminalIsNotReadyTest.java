package de.buergerkiosk.payment.zvt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import de.buergerkiosk.payment.zvt.simulated.CardholderAction;
import de.buergerkiosk.payment.zvt.simulated.TerminalFault;
import de.buergerkiosk.ports.DeviceState;
import de.buergerkiosk.ports.payment.PaymentOutcome;
import de.buergerkiosk.ports.payment.PaymentStep;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(120)
class TerminalIsNotReadyTest {
    @ParameterizedTest
    @CsvSource({
        "OUT_OF_PAPER,PAY-PAPER-OUT",
        "BUSY,PAY-BUSY",
        "CLOSING_DUE,PAY-CLOSING-DUE",
        "OUT_OF_ORDER,PAY-OUT-OF-ORDER",
        "MUTE,PAY-MUTE",
        "FOREIGN_BANNER,PAY-NOT-ZVT",
        "SERIAL_FRAMING,PAY-SERIAL-FRAMING"
    })
    void itsStateIsNamedAndNoPaymentIsSent(TerminalFault fault, String code) throws Exception {
        try (Till till = Till.with(fault)) {
            var down = assertInstanceOf(DeviceState.Down.class, till.driver.state());
            assertEquals(code, down.fault().code());

            var failed = assertInstanceOf(PaymentOutcome.Failed.class, till.pay());
            assertEquals(code, failed.fault().code());
            assertFalse(till.journal.steps(Till.ORDER.reference()).contains(PaymentStep.SENT));
            assertEquals(List.of(), till.simulated.ledger());
        }
    }

    @Test
    void nobodyListensThere() throws Exception {
        Till till = Till.with(TerminalFault.NONE);
        till.close();

        var failed = assertInstanceOf(PaymentOutcome.Failed.class, till.pay());
        assertEquals("PAY-UNREACHABLE", failed.fault().code());
    }

    @Test
    void aTerminalThatWasBusyForAMomentIsWaitedFor() throws Exception {
        try (Till till = Till.with(TerminalFault.BUSY)) {
            var healed =
                    new de.buergerkiosk.ports.payment.PaymentWatch() {
                        @Override
                        public void progress(
                                de.buergerkiosk.ports.payment.PaymentProgress progress) {
                            till.simulated.fault(TerminalFault.NONE);
                        }

                        @Override
                        public boolean cancelWanted() {
                            return false;
                        }
                    };
            assertInstanceOf(DeviceState.Down.class, till.driver.state());

            assertInstanceOf(PaymentOutcome.Approved.class, till.driver.pay(Till.ORDER, healed));
        }
    }

    @Test
    void aTerminalThatFallsMuteWithTheCardInItIsGivenUpInTime() throws Exception {
        try (Till till =
                Till.with(
                        TerminalFault.NONE,
                        settings -> settings.cardholder(false, java.time.Duration.ZERO))) {
            var watch = new FallsMute(till);

            PaymentOutcome outcome = till.driver.pay(Till.ORDER, watch);

            assertInstanceOf(PaymentOutcome.Unclear.class, outcome);
            till.simulated.act(new CardholderAction.Mute(false));
            var settled = till.driver().settle(Till.ORDER);
            var failed = assertInstanceOf(PaymentOutcome.Failed.class, settled);
            assertEquals("PAY-NOT-BOOKED", failed.fault().code());
            assertEquals(List.of(), till.booked());
        }
    }

    private record FallsMute(Till till) implements de.buergerkiosk.ports.payment.PaymentWatch {
        @Override
        public void progress(de.buergerkiosk.ports.payment.PaymentProgress progress) {
            if (progress == de.buergerkiosk.ports.payment.PaymentProgress.PRESENT_CARD) {
                till.simulated.act(new CardholderAction.Mute(true));
            }
        }

        @Override
        public boolean cancelWanted() {
            return false;
        }
    }
}
