package de.buergerkiosk.payment.zvt;

import de.buergerkiosk.payment.zvt.simulated.SimulatedTerminal;
import de.buergerkiosk.payment.zvt.simulated.TerminalFault;
import de.buergerkiosk.ports.WireTrace;
import de.buergerkiosk.ports.payment.ListPaymentJournal;
import de.buergerkiosk.ports.payment.PaymentOrder;
import de.buergerkiosk.ports.payment.PaymentOutcome;
import de.buergerkiosk.ports.payment.PaymentWatch;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.UnaryOperator;

/** The production driver and a simulated terminal on a real socket, with short time-outs. */
final class Till implements AutoCloseable {
    static final PaymentOrder ORDER = new PaymentOrder("2026-000042", 3_070);

    /** Scaled down, so that a test of a time-out takes seconds; a busy machine still keeps up. */
    static final ZvtSettings.Patience SHORT =
            new ZvtSettings.Patience(
                    Duration.ofSeconds(5),
                    Duration.ofMillis(1000),
                    Duration.ofMillis(2250),
                    Duration.ofMillis(750),
                    Duration.ofMillis(3750),
                    Duration.ofMillis(40),
                    Duration.ofMillis(1750),
                    Duration.ofMinutes(15));

    final SimulatedTerminal simulated;
    final ListPaymentJournal journal;
    final Queue<String> trace = new ConcurrentLinkedQueue<>();
    final ZvtTerminal driver;

    private Till(SimulatedTerminal simulated, ListPaymentJournal journal) {
        this.simulated = simulated;
        this.journal = journal;
        this.driver = driver();
    }

    static Till with(TerminalFault fault) {
        return with(fault, settings -> settings);
    }

    static Till with(TerminalFault fault, UnaryOperator<SimulatedTerminal.Settings> change) {
        SimulatedTerminal.Settings settings =
                SimulatedTerminal.Settings.quick(InstantSource.system())
                        .timeouts(Duration.ofMillis(1500), Duration.ofMillis(1250))
                        .with(fault);
        try {
            return new Till(
                    SimulatedTerminal.start(change.apply(settings)), new ListPaymentJournal());
        } catch (IOException noPort) {
            throw new IllegalStateException(noPort);
        }
    }

    ZvtSettings settings() {
        return ZvtSettings.unattended("127.0.0.1", simulated.port(), "123456").with(SHORT);
    }

    /** As after a restart of the kiosk: nothing but the journal is left. */
    ZvtTerminal driver() {
        return driver(settings());
    }

    ZvtTerminal driver(ZvtSettings settings) {
        return new ZvtTerminal(settings, journal, InstantSource.system(), recording());
    }

    private WireTrace recording() {
        return new WireTrace() {
            @Override
            public void sent(String redactedHex) {
                trace.add("> " + redactedHex);
            }

            @Override
            public void received(String redactedHex) {
                trace.add("< " + redactedHex);
            }
        };
    }

    PaymentOutcome pay() throws InterruptedException {
        return driver.pay(ORDER, PaymentWatch.NONE);
    }

    List<Long> booked() {
        return simulated.bookings().stream().map(entry -> entry.amountCents()).toList();
    }

    @Override
    public void close() {
        driver.close();
        simulated.close();
    }
}
