package de.buergerkiosk.printer.escpos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import de.buergerkiosk.ports.DeviceState;
import de.buergerkiosk.ports.print.PrintOutcome;
import de.buergerkiosk.printer.escpos.simulated.PrinterFault;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class PaperIsNearItsEndTest {
    @Test
    void itPrintsAndAsksForStaff() throws IOException, InterruptedException {
        try (Bench bench = Bench.with(PrinterFault.PAPER_LOW)) {
            var limited = assertInstanceOf(DeviceState.Limited.class, bench.driver().state());
            assertEquals("PRN-PAPER-LOW", limited.fault().code());
            assertEquals(new PrintOutcome.Printed(), bench.driver().print(Bench.permit()));
        }
    }
}
