package de.buergerkiosk.printer.escpos;

import static org.junit.jupiter.api.Assertions.assertEquals;

import de.buergerkiosk.ports.print.PrintOutcome;
import de.buergerkiosk.printer.escpos.simulated.PrinterFault;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class PrinterIsSlowTest {
    @Test
    void itIsWaitedFor() throws IOException, InterruptedException {
        try (Bench bench = Bench.with(PrinterFault.SLOW)) {
            assertEquals(new PrintOutcome.Printed(), bench.driver().print(Bench.permit()));
            assertEquals(1, bench.papers().size());
        }
    }
}
