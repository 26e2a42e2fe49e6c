package de.buergerkiosk.payment.zvt.simulated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.payment.zvt.Pause;
import de.buergerkiosk.payment.zvt.ZvtSettings;
import de.buergerkiosk.payment.zvt.ZvtTerminal;
import de.buergerkiosk.payment.zvt.transport.SerialCable;
import de.buergerkiosk.payment.zvt.transport.SerialWire;
import de.buergerkiosk.payment.zvt.transport.WireOpener;
import de.buergerkiosk.ports.WireTrace;
import de.buergerkiosk.ports.payment.ListPaymentJournal;
import de.buergerkiosk.ports.payment.PaymentOrder;
import de.buergerkiosk.ports.payment.PaymentOutcome;
import de.buergerkiosk.ports.payment.PaymentWatch;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The production driver and the simulated terminal at the two ends of a serial cable. */
@Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CableIsPulledWhilePayingTest {
    private static final InstantSource CLOCK = InstantSource.system();
    private static final PaymentOrder ORDER = new PaymentOrder("2026-000042", 3_070);

    @TempDir Path directory;

    private final LinkedBlockingQueue<TerminalEvent> events = new LinkedBlockingQueue<>();

    private static WireOpener port(String path) {
        return SerialWire.opener(
                path, SerialWire.BAUD_FAST, Thread.ofPlatform().daemon().factory(), CLOCK);
    }

    private SerialTerminal terminal(SerialCable cable, boolean auto) throws Exception {
        return SerialTerminal.start(
                SimulatedTerminal.Settings.quick(CLOCK)
                        .cardholder(auto, Duration.ZERO)
                        .heardBy(events::add),
                port(cable.terminal()));
    }

    private static ZvtTerminal driver(SerialCable cable) {
        return new ZvtTerminal(
                ZvtSettings.unattended("serial", 1, SimulatedTerminal.Settings.PASSWORD),
                port(cable.kiosk()),
                new ListPaymentJournal(),
                CLOCK,
                Pause.REAL,
                WireTrace.NONE);
    }

    @Test
    void aPaymentOverTheCableIsBookedOnce() throws Exception {
        try (SerialCable cable = SerialCable.plugged(directory);
                SerialTerminal terminal = terminal(cable, true);
                ZvtTerminal driver = driver(cable)) {
            var paid =
                    assertInstanceOf(
                            PaymentOutcome.Approved.class, driver.pay(ORDER, PaymentWatch.NONE));

            assertEquals(3_070, paid.proof().amountCents());
            assertEquals(1, terminal.engine().ledger().size());
            assertTrue(paid.proof().customerReceipt().contains("Zahlung erfolgt"));
        }
    }

    @Test
    void whilePayingNothingIsBookedAndTheKioskKnowsItWhenTheCableIsBack() throws Exception {
        try (SerialCable cable = SerialCable.plugged(directory);
                SerialTerminal terminal = terminal(cable, false);
                ZvtTerminal driver = driver(cable);
                ExecutorService citizen = Executors.newSingleThreadExecutor()) {
            Future<PaymentOutcome> paying =
                    citizen.submit(() -> driver.pay(ORDER, PaymentWatch.NONE));
            awaitCardQuestion();
            cable.pull();
            cable.plugAgain();

            var failed =
                    assertInstanceOf(PaymentOutcome.Failed.class, paying.get(90, TimeUnit.SECONDS));

            assertEquals("PAY-NOT-BOOKED", failed.fault().code());
            assertEquals(0, terminal.engine().ledger().size());
        }
    }

    private void awaitCardQuestion() throws InterruptedException {
        while (true) {
            TerminalEvent event = events.poll(60, TimeUnit.SECONDS);
            assertTrue(event != null, "the terminal never asked for a card");
            if (event instanceof TerminalEvent.Display display
                    && display.text().startsWith("Bitte Karte")) {
                return;
            }
        }
    }
}
