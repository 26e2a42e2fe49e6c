package de.buergerkiosk.printer.escpos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import de.buergerkiosk.ports.print.PrintOutcome;
import de.buergerkiosk.printer.escpos.simulated.PrinterFault;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class LineBreaksWhilePrintingTest {
    @Test
    void whetherItIsOnPaperIsUnknown() throws IOException, InterruptedException {
        try (Bench bench = Bench.with(PrinterFault.CUT_MIDWAY)) {
            var unknown =
                    assertInstanceOf(
                            PrintOutcome.Unknown.class, bench.driver().print(Bench.permit()));
            assertEquals("PRN-LINE-LOST", unknown.fault().code());
        }
    }

    @Test
    void theNextReceiptIsAloneOnItsPaper() throws IOException, InterruptedException {
        try (Bench bench = Bench.with(PrinterFault.CUT_MIDWAY)) {
            bench.driver().print(Bench.permit());

            assertEquals(
                    new PrintOutcome.Printed(),
                    bench.driver().print(Bench.receipt("K-2", Bench.text("für den Nächsten"))));
            assertEquals("für den Nächsten", bench.papers().getLast().strip());
            assertFalse(bench.papers().getLast().contains("Ludwigshafen"));
        }
    }
}
