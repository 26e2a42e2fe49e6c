package de.buergerkiosk.payment.zvt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.payment.zvt.simulated.CardholderAction;
import de.buergerkiosk.payment.zvt.simulated.TerminalFault;
import de.buergerkiosk.ports.payment.PaymentOutcome;
import de.buergerkiosk.ports.payment.PaymentProgress;
import de.buergerkiosk.ports.payment.PaymentStep;
import de.buergerkiosk.ports.payment.PaymentWatch;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class CitizenStopsTest {
    @ParameterizedTest
    @EnumSource(names = {"CARD_NOT_PRESENTED", "CUSTOMER_CANCEL"})
    void atTheTerminalOrByWalkingAway(TerminalFault fault) throws Exception {
        try (Till till = Till.with(fault)) {
            assertInstanceOf(PaymentOutcome.Cancelled.class, till.pay());
            assertEquals(List.of(), till.simulated.ledger());
            assertTrue(till.journal.all().getLast().detail().startsWith("cancelled"));
        }
    }

    @Test
    void withTheAbortKeyWhileThePinIsAsked() throws Exception {
        try (Till till =
                Till.with(TerminalFault.NONE, each -> each.cardholder(false, Duration.ZERO))) {
            var watch =
                    onProgress(progress -> {
                        if (progress == PaymentProgress.PRESENT_CARD) {
                            till.simulated.act(new CardholderAction.ShowCard());
                        } else if (progress == PaymentProgress.ENTER_PIN) {
                            till.simulated.act(new CardholderAction.Cancel());
                        }
                    });
            // the key may be pressed before the terminal waits for it: pressing again helps
            var presses = Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().factory());
            try (presses) {
                var _ =
                        presses.scheduleAtFixedRate(
                                () -> till.simulated.act(new CardholderAction.Cancel()),
                                200,
                                50,
                                TimeUnit.MILLISECONDS);
                assertInstanceOf(
                        PaymentOutcome.Cancelled.class, till.driver.pay(Till.ORDER, watch));
                presses.shutdownNow();
            }
            assertEquals(List.of(), till.simulated.ledger());
        }
    }

    @Test
    void beforeTheTerminalHasHeardOfIt() throws Exception {
        try (Till till = Till.with(TerminalFault.NONE)) {
            var stopsAtOnce =
                    new PaymentWatch() {
                        @Override
                        public void progress(PaymentProgress progress) {}

                        @Override
                        public boolean cancelWanted() {
                            return true;
                        }
                    };

            assertInstanceOf(
                    PaymentOutcome.Cancelled.class, till.driver.pay(Till.ORDER, stopsAtOnce));
            assertEquals(
                    List.of(PaymentStep.INTENT, PaymentStep.DONE),
                    till.journal.steps(Till.ORDER.reference()));
        }
    }

    /** The visit ends: the paying thread is interrupted, and settling finds out the rest. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void byEndingTheVisit(boolean virtualThread) throws Exception {
        try (Till till =
                        Till.with(
                                TerminalFault.NONE,
                                each ->
                                        each.cardholder(false, Duration.ZERO)
                                                .timeouts(
                                                        Duration.ofSeconds(30),
                                                        Duration.ofMillis(500)));
                var threads =
                        Executors.newSingleThreadExecutor(
                                virtualThread
                                        ? Thread.ofVirtual().factory()
                                        : Thread.ofPlatform().factory())) {
            var cardAsked = new CountDownLatch(1);
            var paying =
                    threads.submit(() ->
                            till.driver.pay(
                                    Till.ORDER,
                                    onProgress(progress -> {
                                        if (progress == PaymentProgress.PRESENT_CARD) {
                                            cardAsked.countDown();
                                        }
                                    })));
            assertTrue(cardAsked.await(60, TimeUnit.SECONDS));

            threads.shutdownNow();

            var thrown =
                    assertThrows(ExecutionException.class, () -> paying.get(60, TimeUnit.SECONDS));
            assertInstanceOf(InterruptedException.class, thrown.getCause());
            assertInstanceOf(PaymentOutcome.Failed.class, till.driver().settle(Till.ORDER));
            assertEquals(List.of(), till.booked());
        }
    }

    private static PaymentWatch onProgress(Consumer<PaymentProgress> consumer) {
        return new PaymentWatch() {
            @Override
            public void progress(PaymentProgress progress) {
                consumer.accept(progress);
            }

            @Override
            public boolean cancelWanted() {
                return false;
            }
        };
    }
}
