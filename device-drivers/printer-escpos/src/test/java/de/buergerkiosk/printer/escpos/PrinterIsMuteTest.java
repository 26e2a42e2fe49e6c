package de.buergerkiosk.printer.escpos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.ports.DeviceState;
import de.buergerkiosk.ports.print.PrintOutcome;
import de.buergerkiosk.printer.escpos.simulated.PrinterFault;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class PrinterIsMuteTest {
    @Test
    void itHaltsBeforeAnythingIsSent() throws IOException, InterruptedException {
        try (Bench bench = Bench.with(PrinterFault.MUTE)) {
            var halted =
                    assertInstanceOf(
                            PrintOutcome.Halted.class, bench.driver().print(Bench.permit()));
            assertEquals("PRN-MUTE", halted.fault().code());
            var down = assertInstanceOf(DeviceState.Down.class, bench.driver().state());
            assertEquals("PRN-MUTE", down.fault().code());
            assertTrue(bench.papers().isEmpty());
        }
    }
}
