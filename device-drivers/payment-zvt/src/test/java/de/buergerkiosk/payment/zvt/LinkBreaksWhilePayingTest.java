package de.buergerkiosk.payment.zvt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.payment.zvt.simulated.CardholderAction;
import de.buergerkiosk.payment.zvt.simulated.TerminalFault;
import de.buergerkiosk.ports.payment.PaymentOutcome;
import de.buergerkiosk.ports.payment.PaymentProgress;
import de.buergerkiosk.ports.payment.PaymentWatch;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The recovery table: what the kiosk says is what the terminal booked, row by row. */
@Timeout(120)
class LinkBreaksWhilePayingTest {
    @ParameterizedTest
    @EnumSource(names = {"NONE", "COALESCED", "ONE_BYTE", "SLOW"})
    void howeverTheStreamIsCutThePaymentIsPaidOnce(TerminalFault fault) throws Exception {
        try (Till till = Till.with(fault)) {
            assertPaidAsBooked(till, till.pay());
        }
    }

    @Test
    void aKeptResultIsFoundAndThenBooked() throws Exception {
        try (Till till = Till.with(TerminalFault.LOST_STATUS_KEPT)) {
            assertPaidAsBooked(till, till.pay());
        }
    }

    @Test
    void aKeptResultIsFoundThoughEarlierOnesHadTheSameAmount() throws Exception {
        try (Till till = Till.with(TerminalFault.NONE)) {
            assertPaidAsBooked(till, till.pay());
            till.simulated.fault(TerminalFault.LOST_STATUS_KEPT);
            var second =
                    new de.buergerkiosk.ports.payment.PaymentOrder(
                            "2026-000043", Till.ORDER.amountCents());

            PaymentOutcome outcome = till.driver.pay(second, PaymentWatch.NONE);

            assertEquals(
                    2,
                    assertInstanceOf(PaymentOutcome.Approved.class, outcome)
                            .proof()
                            .receiptNumber());
            assertEquals(List.of(3_070L, 3_070L), till.booked());
        }
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "CUT_BEFORE_STATUS",
                "CUT_AFTER_STATUS",
                "CUT_DURING_PRINT",
                "ABORT_AFTER_ACK",
                "MUTE_AFTER_AUTHORISATION"
            })
    void whatTheTerminalReversedIsNotPaid(TerminalFault fault) throws Exception {
        try (Till till = Till.with(fault)) {
            PaymentOutcome outcome = till.pay();

            var failed = assertInstanceOf(PaymentOutcome.Failed.class, outcome);
            assertEquals("PAY-NOT-BOOKED", failed.fault().code());
            assertEquals(List.of(), till.booked());
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"CUT_BEFORE_STATUS", "CUT_AFTER_STATUS", "CUT_DURING_PRINT"})
    void anEarlierPaymentOfTheSameAmountIsNotMistakenForThisOne(TerminalFault fault)
            throws Exception {
        try (Till till = Till.with(TerminalFault.NONE)) {
            assertPaidAsBooked(till, till.pay());
            till.simulated.fault(fault);
            var second =
                    new de.buergerkiosk.ports.payment.PaymentOrder(
                            "2026-000043", Till.ORDER.amountCents());

            PaymentOutcome outcome = till.driver.pay(second, PaymentWatch.NONE);

            assertInstanceOf(PaymentOutcome.Failed.class, outcome);
            assertEquals(List.of(3_070L), till.booked());
        }
    }

    @Test
    void aLostCompletionChangesNothing() throws Exception {
        try (Till till = Till.with(TerminalFault.CUT_AFTER_ACK)) {
            PaymentOutcome outcome = till.pay();

            assertPaidAsBooked(till, outcome);
            var proof = assertInstanceOf(PaymentOutcome.Approved.class, outcome).proof();
            assertTrue(proof.customerReceipt().contains("Zahlung erfolgt"), "receipt is kept");
        }
    }

    @Test
    void theCitizenIsToldThatTheKioskIsFindingOut() throws Exception {
        var heard = new ArrayList<PaymentProgress>();
        try (Till till = Till.with(TerminalFault.CUT_AFTER_ACK)) {
            var watch =
                    new PaymentWatch() {
                        @Override
                        public void progress(PaymentProgress progress) {
                            heard.add(progress);
                        }

                        @Override
                        public boolean cancelWanted() {
                            return false;
                        }
                    };
            assertPaidAsBooked(till, till.driver.pay(Till.ORDER, watch));
            assertEquals(PaymentProgress.FINDING_OUT, heard.getLast());
        }
    }

    @Test
    void aTerminalThatStaysAwayLeavesThePaymentUnclearUntilItIsBack() throws Exception {
        try (Till till = Till.with(TerminalFault.CUT_AFTER_ACK)) {
            var mutes =
                    new PaymentWatch() {
                        @Override
                        public void progress(PaymentProgress progress) {
                            if (progress == PaymentProgress.FINDING_OUT) {
                                till.simulated.act(new CardholderAction.Mute(true));
                            }
                        }

                        @Override
                        public boolean cancelWanted() {
                            return false;
                        }
                    };

            PaymentOutcome outcome = till.driver.pay(Till.ORDER, mutes);

            var unclear = assertInstanceOf(PaymentOutcome.Unclear.class, outcome);
            assertEquals("PAY-UNCLEAR", unclear.fault().code());
            till.simulated.act(new CardholderAction.Mute(false));
            assertPaidAsBooked(till, till.driver().settle(Till.ORDER));
        }
    }

    private static void assertPaidAsBooked(Till till, PaymentOutcome outcome) {
        var approved = assertInstanceOf(PaymentOutcome.Approved.class, outcome);
        var booked = till.simulated.bookings().getLast();
        assertEquals(booked.receiptNumber(), approved.proof().receiptNumber());
        assertEquals(booked.traceNumber(), approved.proof().traceNumber());
        assertEquals(booked.amountCents(), approved.proof().amountCents());
        assertEquals(1, till.booked().size(), "booked once");
    }
}
