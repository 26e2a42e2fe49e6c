package de.buergerkiosk.printer.escpos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import de.buergerkiosk.ports.WireTrace;
import de.buergerkiosk.ports.print.PrintOutcome;
import de.buergerkiosk.printer.escpos.simulated.PrinterFault;
import de.buergerkiosk.printer.escpos.simulated.SimulatedPrinter;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class PrinterFallsSilentWhilePrintingTest {
    private static final String CLEARED = "372500";

    /** Between the answer that its buffer is empty and the first byte of the receipt. */
    @Test
    void whetherItIsOnPaperIsUnknown() throws IOException, InterruptedException {
        try (SimulatedPrinter printer = SimulatedPrinter.start(SimulatedPrinter.Settings.local());
                EscPosPrinter driver =
                        Bench.driver(
                                printer.port(),
                                "epson-tm-t20",
                                heard(CLEARED, () -> printer.switchOn(PrinterFault.MUTE)))) {

            var unknown =
                    assertInstanceOf(PrintOutcome.Unknown.class, driver.print(Bench.permit()));

            assertEquals("PRN-MUTE", unknown.fault().code());
        }
    }

    /** Acts on the driver's own thread, the moment it has heard these bytes. */
    private static WireTrace heard(String hex, Runnable then) {
        var soFar = new StringBuilder();
        return new WireTrace() {
            @Override
            public void sent(String redactedHex) {}

            @Override
            public void received(String redactedHex) {
                if (soFar.append(redactedHex).indexOf(hex) >= 0) {
                    then.run();
                }
            }
        };
    }
}
