package de.buergerkiosk.printer.escpos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import de.buergerkiosk.ports.DeviceState;
import de.buergerkiosk.ports.WireTrace;
import de.buergerkiosk.ports.print.PrintOutcome;
import java.io.IOException;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PrinterIsUnreachableTest {
    @Test
    void nobodyListens() throws IOException, InterruptedException {
        int port;
        try (var door = new ServerSocket(0)) {
            port = door.getLocalPort();
        }
        try (EscPosPrinter driver = Bench.driver(port, "epson-tm-t20", WireTrace.NONE)) {
            var halted = assertInstanceOf(PrintOutcome.Halted.class, driver.print(Bench.permit()));
            assertEquals("PRN-UNREACHABLE", halted.fault().code());
            var down = assertInstanceOf(DeviceState.Down.class, driver.state());
            assertEquals("PRN-UNREACHABLE", down.fault().code());
        }
    }
}
