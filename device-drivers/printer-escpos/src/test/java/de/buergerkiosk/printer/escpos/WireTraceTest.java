package de.buergerkiosk.printer.escpos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.ports.WireTrace;
import de.buergerkiosk.ports.print.PrintOutcome;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class WireTraceTest {
    private final List<String> sent = new CopyOnWriteArrayList<>();
    private final List<String> received = new CopyOnWriteArrayList<>();
    private final WireTrace trace =
            new WireTrace() {
                @Override
                public void sent(String redactedHex) {
                    sent.add(redactedHex);
                }

                @Override
                public void received(String redactedHex) {
                    received.add(redactedHex);
                }
            };

    @Test
    void itTellsCommandsAndLengthsButNothingThatIsPrinted()
            throws IOException, InterruptedException {
        try (Bench bench = Bench.with("epson-tm-t20", trace)) {
            assertEquals(new PrintOutcome.Printed(), bench.driver().print(Bench.permit()));
        }
        String all = String.join(" ", sent);
        for (String secret : List.of("Kennzeichen", "LU-ÄÖ 123", "Größe", "kiosk.example")) {
            String hex =
                    HexFormat.of()
                            .withUpperCase()
                            .formatHex(secret.getBytes(Charset.forName("IBM00858")));
            assertFalse(all.contains(hex), secret);
            assertFalse(all.contains(secret), secret);
        }
        assertTrue(sent.contains("2A".repeat(48)), all);
        assertTrue(sent.stream().anyMatch(line -> line.matches(".*1D286B....315030(2A)+")), all);
        assertTrue(sent.stream().anyMatch(line -> line.matches(".*1D7630(..){5}(2A)+")), all);
        assertEquals(
                List.of(), sent.stream().filter(line -> !line.matches("([0-9A-F]{2})+")).toList());
        assertTrue(String.join("", received).contains("3722"), received.toString());
    }
}
