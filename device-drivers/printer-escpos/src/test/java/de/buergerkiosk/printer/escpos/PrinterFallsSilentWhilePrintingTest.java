package de.buergerkiosk.printer.escpos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import de.buergerkiosk.ports.WireTrace;
import de.buergerkiosk.ports.print.PrintOutcome;
import de.buergerkiosk.printer.escpos.simulated.PrinterEvent;
import de.buergerkiosk.printer.escpos.simulated.PrinterFault;
import de.buergerkiosk.printer.escpos.simulated.SimulatedPrinter;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class PrinterFallsSilentWhilePrintingTest {
    @Test
    void whetherItIsOnPaperIsUnknown() throws IOException, InterruptedException {
        var device = new AtomicReference<SimulatedPrinter>();
        var settings =
                new SimulatedPrinter.Settings(
                        "127.0.0.1",
                        0,
                        SimulatedPrinter.DOTS,
                        Set.of(),
                        Optional.empty(),
                        event -> {
                            if (event instanceof PrinterEvent.Cleared) {
                                device.get().switchOn(PrinterFault.MUTE);
                            }
                        },
                        Thread.ofVirtual().factory());
        try (SimulatedPrinter printer = SimulatedPrinter.start(settings);
                EscPosPrinter driver =
                        Bench.driver(printer.port(), "epson-tm-t20", WireTrace.NONE)) {
            device.set(printer);

            var unknown =
                    assertInstanceOf(PrintOutcome.Unknown.class, driver.print(Bench.permit()));

            assertEquals("PRN-MUTE", unknown.fault().code());
        }
    }
}
