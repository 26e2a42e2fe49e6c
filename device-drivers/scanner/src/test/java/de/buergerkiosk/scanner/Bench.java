package de.buergerkiosk.scanner;

import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.ports.WireTrace;
import de.buergerkiosk.ports.scan.ScanOutcome;
import de.buergerkiosk.scanner.line.LineAddress;
import de.buergerkiosk.scanner.simulated.HeldCode;
import de.buergerkiosk.scanner.simulated.ScannerFault;
import de.buergerkiosk.scanner.simulated.SimulatedScanner;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A driver connected to a simulated scanner by a real line, and a clock that can be put forward. */
final class Bench implements AutoCloseable {
    static final Duration LONG = Duration.ofSeconds(40);

    private static final ScannerSettings.Patience PATIENCE =
            new ScannerSettings.Patience(
                    Duration.ofSeconds(2),
                    Duration.ofMillis(100),
                    Duration.ofMillis(500),
                    Duration.ofHours(1));

    private final SimulatedScanner device;
    private final LineScanner driver;
    private final List<String> received = new CopyOnWriteArrayList<>();
    private final ExecutorService citizen = Executors.newVirtualThreadPerTaskExecutor();
    private volatile Duration ahead = Duration.ZERO;

    private Bench(SimulatedScanner device, String address) {
        this.device = device;
        InstantSource clock = () -> Instant.now().plus(ahead);
        var trace =
                new WireTrace() {
                    @Override
                    public void sent(String redactedHex) {}

                    @Override
                    public void received(String redactedHex) {
                        received.add(redactedHex);
                    }
                };
        this.driver =
                new LineScanner(
                        new ScannerSettings(LineAddress.read(address).orElseThrow(), PATIENCE),
                        clock,
                        trace,
                        Thread.ofPlatform().daemon().factory());
    }

    static Bench overTcp(ScannerFault... faults) throws Exception {
        var device = SimulatedScanner.tcp("127.0.0.1", 0, _ -> {}, Thread.ofVirtual().factory());
        for (var fault : faults) {
            device.fault(fault, true);
        }
        return new Bench(device, device.address());
    }

    /** The kiosk's end and the scanner's end of a cable. */
    static Bench overCable(String kiosk, String scanner) throws Exception {
        var device =
                SimulatedScanner.serial(scanner, _ -> {}, Thread.ofPlatform().daemon().factory());
        return new Bench(device, "serial:" + kiosk);
    }

    LineScanner driver() {
        return driver;
    }

    SimulatedScanner device() {
        return device;
    }

    /** What the trace was told. */
    List<String> received() {
        return List.copyOf(received);
    }

    /** A code that was taken away counts again after a moment; here after an hour. */
    void letAnHourPass() {
        ahead = ahead.plusHours(1);
    }

    void show(String text) throws InterruptedException {
        until(device::hasHost);
        boolean _ = device.show(HeldCode.qr(text));
    }

    /** Shows a code of which nobody else shows the like, until it has come through. */
    void untilAllIsMet() throws InterruptedException {
        var mark = "~".repeat(321);
        for (int i = 0; i < 400; i++) {
            show(mark);
            TimeUnit.MILLISECONDS.sleep(50);
            if (received.stream().anyMatch(each -> each.length() == 2 * (3 + 321 + 1))) {
                received.clear();
                return;
            }
        }
        throw new AssertionError("the driver does not read");
    }

    Future<ScanOutcome> waiting() {
        Callable<ScanOutcome> scan = () -> driver.scan(LONG);
        return citizen.submit(scan);
    }

    /** As people do: hold it there until something happens. */
    ScanOutcome outcome(HeldCode code) throws Exception {
        var waiting = waiting();
        for (int i = 0; i < 400 && !waiting.isDone(); i++) {
            until(device::hasHost);
            boolean _ = device.show(code);
            TimeUnit.MILLISECONDS.sleep(50);
        }
        return waiting.get(60, TimeUnit.SECONDS);
    }

    static void until(BooleanSupplier so) throws InterruptedException {
        for (int i = 0; i < 1_200 && !so.getAsBoolean(); i++) {
            TimeUnit.MILLISECONDS.sleep(25);
        }
        assertTrue(so.getAsBoolean());
    }

    @Override
    public void close() {
        citizen.shutdownNow();
        driver.close();
        device.close();
    }
}
