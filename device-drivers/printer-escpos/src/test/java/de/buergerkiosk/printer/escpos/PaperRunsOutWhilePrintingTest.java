package de.buergerkiosk.printer.escpos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.ports.DeviceState;
import de.buergerkiosk.ports.WireTrace;
import de.buergerkiosk.ports.print.PrintOutcome;
import de.buergerkiosk.printer.escpos.simulated.Paper;
import de.buergerkiosk.printer.escpos.simulated.PrinterFault;
import de.buergerkiosk.printer.escpos.simulated.Touch;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class PaperRunsOutWhilePrintingTest {
    @Test
    void itHaltsAndTheRestNeverComesOut() throws IOException, InterruptedException {
        try (Bench bench = Bench.with(PrinterFault.PAPER_OUT_MIDWAY)) {
            var halted =
                    assertInstanceOf(
                            PrintOutcome.Halted.class, bench.driver().print(Bench.permit()));
            assertEquals("PRN-PAPER-OUT", halted.fault().code());
            var down = assertInstanceOf(DeviceState.Down.class, bench.driver().state());
            assertEquals("PRN-PAPER-OUT", down.fault().code());

            bench.device().touch(Touch.PAPER_IN);

            assertEquals(new DeviceState.Ready(), bench.driver().state());

            assertEquals(
                    new PrintOutcome.Printed(),
                    bench.driver().print(Bench.receipt("K-2", Bench.text("für den Nächsten"))));
            assertEquals("für den Nächsten", bench.papers().getLast().strip());
            Paper torn = bench.device().papers().getFirst();
            assertFalse(torn.complete());
            assertTrue(torn.text().contains("Stadt Ludwigshafen"), torn.text());
            assertFalse(torn.text().contains("Jahresgebühr"), torn.text());
            assertEquals(2, bench.device().papers().size());
        }
    }

    @Test
    void aPrinterThatReportsNothingUnaskedIsAsked() throws IOException, InterruptedException {
        try (Bench bench =
                Bench.with("generic-80mm", WireTrace.NONE, PrinterFault.PAPER_OUT_MIDWAY)) {
            var halted =
                    assertInstanceOf(
                            PrintOutcome.Halted.class, bench.driver().print(Bench.permit()));
            assertEquals("PRN-PAPER-OUT", halted.fault().code());
        }
    }
}
