package de.buergerkiosk.printer.escpos;

import static org.junit.jupiter.api.Assertions.assertEquals;

import de.buergerkiosk.ports.WireTrace;
import de.buergerkiosk.ports.print.PrintOutcome;
import de.buergerkiosk.ports.print.Receipt;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody died while printing: a command is cut off in the printer, letters wait for their line. */
class EarlierHostLeftBytesBehindTest {
    @ParameterizedTest
    @ValueSource(strings = {"epson-tm-t20", "generic-80mm"})
    void theNextReceiptIsWholeAndAlone(String profile) throws IOException, InterruptedException {
        try (Bench bench = Bench.with(profile, WireTrace.NONE)) {
            try (var dying = new Socket(InetAddress.getLoopbackAddress(), bench.device().port())) {
                dying.getOutputStream()
                        .write("Erika Mustermann\n".getBytes(StandardCharsets.US_ASCII));
                // GS v 0 of 72 by 64 bytes, of which only three come
                dying.getOutputStream().write(HexFormat.of().parseHex("1D763000480040000102FF"));
            }

            assertEquals(
                    new PrintOutcome.Printed(),
                    bench.driver()
                            .print(
                                    Bench.receipt(
                                            "K-2",
                                            new Receipt.Text("Quittung", Receipt.Style.BOLD))));
            assertEquals("Quittung", bench.papers().getLast().strip());
        }
    }
}
