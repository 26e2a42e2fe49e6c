package de.buergerkiosk.printer.escpos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.ports.DeviceState;
import de.buergerkiosk.ports.print.PrintOutcome;
import de.buergerkiosk.printer.escpos.simulated.PrinterFault;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class CutterJamsTest {
    @Test
    void itHaltsAndTheNextReceiptIsAloneOnItsPaper() throws IOException, InterruptedException {
        try (Bench bench = Bench.with(PrinterFault.CUTTER_JAM)) {
            var halted =
                    assertInstanceOf(
                            PrintOutcome.Halted.class, bench.driver().print(Bench.permit()));
            assertEquals("PRN-CUTTER", halted.fault().code());
            var down = assertInstanceOf(DeviceState.Down.class, bench.driver().state());
            assertEquals("PRN-CUTTER", down.fault().code());

            bench.device().switchOff(PrinterFault.CUTTER_JAM);

            assertEquals(
                    new PrintOutcome.Printed(),
                    bench.driver().print(Bench.receipt("K-2", Bench.text("für den Nächsten"))));
            assertEquals("für den Nächsten", bench.papers().getLast().strip());
            assertEquals(new DeviceState.Ready(), bench.driver().state());
        }
    }

    @Test
    void whileTheKnifeIsStuckNothingMoreIsSent() throws IOException, InterruptedException {
        try (Bench bench = Bench.with(PrinterFault.CUTTER_JAM)) {
            bench.driver().print(Bench.permit());

            var halted =
                    assertInstanceOf(
                            PrintOutcome.Halted.class, bench.driver().print(Bench.permit()));
            assertEquals("PRN-CUTTER", halted.fault().code());
            assertTrue(bench.papers().isEmpty());
        }
    }
}
