package de.buergerkiosk.printer.escpos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.ports.print.PrintOutcome;
import de.buergerkiosk.printer.escpos.simulated.PrinterFault;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class PrinterIsOfflineTest {
    @Test
    void itHaltsBeforeAnythingIsSent() throws IOException, InterruptedException {
        try (Bench bench = Bench.with(PrinterFault.OFFLINE)) {
            var halted =
                    assertInstanceOf(
                            PrintOutcome.Halted.class, bench.driver().print(Bench.permit()));
            assertEquals("PRN-OFFLINE", halted.fault().code());
            assertTrue(bench.papers().isEmpty());
        }
    }
}
