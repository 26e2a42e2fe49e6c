package de.buergerkiosk.payment.zvt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import de.buergerkiosk.payment.zvt.simulated.CardholderAction;
import de.buergerkiosk.payment.zvt.simulated.LineFault;
import de.buergerkiosk.payment.zvt.simulated.TerminalFault;
import de.buergerkiosk.ports.DeviceState;
import de.buergerkiosk.ports.Fault;
import de.buergerkiosk.ports.payment.PaymentOutcome;
import de.buergerkiosk.ports.payment.PaymentStep;
import de.buergerkiosk.ports.payment.PaymentWatch;
import java.time.Duration;
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
                        settings -> settings.cardholder(false, Duration.ZERO))) {
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

    /** A cardholder may take T4; the answer to a question is not waited for that long. */
    @Test
    void aTerminalThatFallsMuteWhileItRegistersIsGivenUpLongBeforeT4() throws Exception {
        Duration hour = Duration.ofHours(1);
        try (Till till = Till.with(TerminalFault.NONE, settings -> settings.timeouts(hour, hour))) {
            ZvtSettings.Patience usual = Till.SHORT;
            var driver =
                    till.driver(
                            till.settings()
                                    .with(
                                            new ZvtSettings.Patience(
                                                    usual.connect(),
                                                    usual.t3(),
                                                    hour,
                                                    usual.ready(),
                                                    usual.settle(),
                                                    usual.retry(),
                                                    usual.abortAnswer(),
                                                    usual.clockSkew())));
            till.simulated.engine().befall(List.of(LineFault.read("lose@3").orElseThrow()));

            PaymentOutcome outcome = driver.pay(Till.ORDER, PaymentWatch.NONE);

            var failed = assertInstanceOf(PaymentOutcome.Failed.class, outcome);
            assertEquals("PAY-MUTE", failed.fault().code());
            assertFalse(till.journal.steps(Till.ORDER.reference()).contains(PaymentStep.SENT));
        }
    }

    /** In the result of a payment 51 and 62 are words of the bank. */
    @Test
    void whatItSaysAboutItselfIsNotTakenForAWordOfTheBank() {
        assertEquals(
                new Fault("PAY-START-UP", "51 initialisation necessary"),
                PaymentFaults.ofState(0x51));
        assertEquals(
                new Fault("PAY-MAINTENANCE", "62 date and time are wrong"),
                PaymentFaults.ofState(0x62));
        assertEquals(PaymentFaults.ofResult(0xF0), PaymentFaults.ofState(0xF0));
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
