package de.buergerkiosk.printer.escpos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.ports.WireTrace;
import de.buergerkiosk.ports.print.PrintOutcome;
import de.buergerkiosk.printer.escpos.simulated.PrinterFault;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PaperIsOutBeforePrintingTest {
    @Test
    void nothingIsSentButQuestions() throws IOException, InterruptedException {
        List<String> sent = new ArrayList<>();
        var trace = new SentTrace(sent);
        try (Bench bench = Bench.with("epson-tm-t20", trace, PrinterFault.PAPER_OUT)) {
            var halted =
                    assertInstanceOf(
                            PrintOutcome.Halted.class, bench.driver().print(Bench.permit()));
            assertEquals("PRN-PAPER-OUT", halted.fault().code());

            assertEquals(List.of("100401", "100402", "100403", "100404"), sent);
            assertTrue(bench.papers().isEmpty());
        }
    }

    private record SentTrace(List<String> lines) implements WireTrace {
        @Override
        public void sent(String redactedHex) {
            lines.add(redactedHex);
        }

        @Override
        public void received(String redactedHex) {}
    }
}
