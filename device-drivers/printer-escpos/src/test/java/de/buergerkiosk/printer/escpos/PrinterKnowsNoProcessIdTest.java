package de.buergerkiosk.printer.escpos;

import static org.junit.jupiter.api.Assertions.assertEquals;

import de.buergerkiosk.ports.print.PrintOutcome;
import de.buergerkiosk.printer.escpos.simulated.PrinterFault;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** An old printer that was configured as a newer one. */
class PrinterKnowsNoProcessIdTest {
    @Test
    void theAnswerToGsRCountsAfterAWhile() throws IOException, InterruptedException {
        try (Bench bench = Bench.with(PrinterFault.NO_PROCESS_ID)) {
            assertEquals(new PrintOutcome.Printed(), bench.driver().print(Bench.permit()));
            assertEquals(1, bench.papers().size());
        }
    }
}
