package de.buergerkiosk.ports.payment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.ports.DeviceState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What every payment terminal driver keeps. A driver's test extends this with its own bench. */
@Timeout(120)
public abstract class PaymentTerminalContract {
    private static final PaymentOrder ORDER = new PaymentOrder("2026-000017", 18_000);

    /** A driver with a terminal behind it, and a person before that. */
    public interface Bench extends AutoCloseable {
        PaymentTerminal terminal();

        /** From now on every card is shown and approved. */
        void cardIsGood();

        /** From now on the bank refuses. */
        void bankRefuses();

        /** From now on nobody shows a card. */
        void nobodyComes();

        /** From now on the terminal does not answer. */
        void terminalFallsMute();

        /** How long the driver may take to notice that the terminal is mute. */
        Duration muteNoticedWithin();

        /** What the terminal itself booked, in cents. */
        List<Long> booked();

        @Override
        void close();
    }

    protected abstract Bench bench(PaymentJournal journal);

    @Test
    void anApprovedPaymentIsBookedOnceAndProven() throws Exception {
        var journal = new ListPaymentJournal();
        try (Bench bench = bench(journal)) {
            bench.cardIsGood();

            PaymentOutcome outcome = bench.terminal().pay(ORDER, PaymentWatch.NONE);

            var approved = assertInstanceOf(PaymentOutcome.Approved.class, outcome);
            assertEquals(18_000, approved.proof().amountCents());
            assertTrue(approved.proof().receiptNumber() > 0);
            assertFalse(approved.proof().terminalId().isEmpty());
            assertEquals(List.of(18_000L), bench.booked());
        }
    }

    @Test
    void theJournalHasAllStepsInTheirOrder() throws Exception {
        var journal = new ListPaymentJournal();
        try (Bench bench = bench(journal)) {
            bench.cardIsGood();

            PaymentOutcome outcome = bench.terminal().pay(ORDER, PaymentWatch.NONE);

            assertInstanceOf(PaymentOutcome.Approved.class, outcome);
            assertEquals(
                    List.of(
                            PaymentStep.INTENT,
                            PaymentStep.SENT,
                            PaymentStep.STATUS,
                            PaymentStep.ACKED,
                            PaymentStep.DONE),
                    journal.steps(ORDER.reference()));
            assertTrue(journal.all().getLast().detail().startsWith("approved"));
            assertTrue(journal.lastReceiptNumber() > 0);
        }
    }

    @Test
    void thePayingCitizenHearsHowFarItIs() throws Exception {
        var heard = new ArrayList<PaymentProgress>();
        try (Bench bench = bench(new ListPaymentJournal())) {
            bench.cardIsGood();

            PaymentOutcome outcome = bench.terminal().pay(ORDER, listening(heard));

            assertInstanceOf(PaymentOutcome.Approved.class, outcome);
            assertEquals(PaymentProgress.PREPARING, heard.getFirst());
            assertTrue(heard.contains(PaymentProgress.PRESENT_CARD), heard.toString());
        }
    }

    private static PaymentWatch listening(List<PaymentProgress> heard) {
        return new PaymentWatch() {
            @Override
            public void progress(PaymentProgress progress) {
                heard.add(progress);
            }

            @Override
            public boolean cancelWanted() {
                return false;
            }
        };
    }

    @Test
    void aRefusedCardBooksNothingAndAnotherTryMayFollow() throws Exception {
        try (Bench bench = bench(new ListPaymentJournal())) {
            bench.bankRefuses();
            PaymentOutcome refused = bench.terminal().pay(ORDER, PaymentWatch.NONE);
            assertInstanceOf(PaymentOutcome.Declined.class, refused);
            assertEquals(List.of(), bench.booked());

            bench.cardIsGood();
            PaymentOutcome second = bench.terminal().pay(ORDER, PaymentWatch.NONE);
            assertInstanceOf(PaymentOutcome.Approved.class, second);
            assertEquals(List.of(18_000L), bench.booked());
        }
    }

    @Test
    void aPaidReferenceIsNeverChargedAgain() throws Exception {
        try (Bench bench = bench(new ListPaymentJournal())) {
            bench.cardIsGood();
            PaymentOutcome first = bench.terminal().pay(ORDER, PaymentWatch.NONE);
            PaymentOutcome again = bench.terminal().pay(ORDER, PaymentWatch.NONE);
            PaymentOutcome settled = bench.terminal().settle(ORDER);

            int receipt = proof(first).receiptNumber();
            assertEquals(receipt, proof(again).receiptNumber());
            assertEquals(receipt, proof(settled).receiptNumber());
            assertEquals(List.of(18_000L), bench.booked());
        }
    }

    private static PaymentProof proof(PaymentOutcome outcome) {
        return assertInstanceOf(PaymentOutcome.Approved.class, outcome).proof();
    }

    @Test
    void aCitizenWhoStopsPaysNothing() throws Exception {
        try (Bench bench = bench(new ListPaymentJournal())) {
            bench.nobodyComes();
            var stops =
                    new PaymentWatch() {
                        private boolean cardAsked;

                        @Override
                        public void progress(PaymentProgress progress) {
                            cardAsked |= progress == PaymentProgress.PRESENT_CARD;
                        }

                        @Override
                        public boolean cancelWanted() {
                            return cardAsked;
                        }
                    };

            PaymentOutcome outcome = bench.terminal().pay(ORDER, stops);

            assertInstanceOf(PaymentOutcome.Cancelled.class, outcome);
            assertEquals(List.of(), bench.booked());
        }
    }

    @Test
    void aMuteTerminalIsNoticedAndBooksNothing() throws Exception {
        try (Bench bench = bench(new ListPaymentJournal())) {
            bench.terminalFallsMute();
            long begin = System.nanoTime();

            PaymentOutcome outcome = bench.terminal().pay(ORDER, PaymentWatch.NONE);

            assertInstanceOf(PaymentOutcome.Failed.class, outcome);
            assertTrue(System.nanoTime() - begin < bench.muteNoticedWithin().toNanos());
            assertInstanceOf(DeviceState.Down.class, bench.terminal().state());
            assertEquals(List.of(), bench.booked());
        }
    }

    @Test
    void aHealthyTerminalSaysSo() throws Exception {
        try (Bench bench = bench(new ListPaymentJournal())) {
            assertInstanceOf(DeviceState.Ready.class, bench.terminal().state());
        }
    }

    @Test
    void aPaymentThatTheTerminalNeverHeardOfIsSettledAsFailed() throws Exception {
        var journal = new ListPaymentJournal();
        try (Bench bench = bench(journal)) {
            bench.cardIsGood();
            journal.dieAfter(1, false);
            assertThrows(
                    ListPaymentJournal.Died.class,
                    () -> bench.terminal().pay(ORDER, PaymentWatch.NONE));
            journal.revive();

            PaymentOutcome settled = bench.terminal().settle(ORDER);

            assertInstanceOf(PaymentOutcome.Failed.class, settled);
            assertEquals(List.of(), bench.booked());
        }
    }

    @Test
    void aResultThatCannotBeWrittenDownIsNotAcknowledged() throws Exception {
        var journal = new ListPaymentJournal();
        try (Bench bench = bench(journal)) {
            bench.cardIsGood();
            journal.dieAfter(2, false);
            assertThrows(
                    ListPaymentJournal.Died.class,
                    () -> bench.terminal().pay(ORDER, PaymentWatch.NONE));
            journal.revive();

            PaymentOutcome settled = bench.terminal().settle(ORDER);

            assertInstanceOf(PaymentOutcome.Failed.class, settled);
            assertEquals(List.of(), bench.booked());
        }
    }

    @Test
    void anUnknownReferenceIsSettledAsFailed() throws Exception {
        try (Bench bench = bench(new ListPaymentJournal())) {
            PaymentOutcome settled = bench.terminal().settle(ORDER);
            assertInstanceOf(PaymentOutcome.Failed.class, settled);
        }
    }
}
