package de.buergerkiosk.printer.escpos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.ports.print.PrintOutcome;
import de.buergerkiosk.printer.escpos.simulated.PrinterFault;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The receipt is out, but nobody knows. */
class LineBreaksBeforeConfirmationTest {
    @Test
    void whetherItIsOnPaperIsUnknownAlthoughItIs() throws IOException, InterruptedException {
        try (Bench bench = Bench.with(PrinterFault.CUT_BEFORE_CONFIRM)) {
            var unknown =
                    assertInstanceOf(
                            PrintOutcome.Unknown.class, bench.driver().print(Bench.permit()));
            assertEquals("PRN-LINE-LOST", unknown.fault().code());
            assertTrue(bench.papers().getFirst().contains("Jahresgebühr"));
        }
    }
}
