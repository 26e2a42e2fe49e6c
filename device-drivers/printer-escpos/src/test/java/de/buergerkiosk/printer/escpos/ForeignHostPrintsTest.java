package de.buergerkiosk.printer.escpos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.buergerkiosk.printer.escpos.simulated.PrinterFault;
import de.buergerkiosk.printer.escpos.simulated.SimulatedPrinter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The simulated printer judged by somebody else's host: receiptio from npm. */
class ForeignHostPrintsTest {
    private static final Optional<String> RECEIPTIO =
            Optional.ofNullable(System.getProperty("receiptio"));

    private static final String ADDRESS = "127.0.0.91";

    @TempDir Path folder;

    @BeforeEach
    void thereIsAForeignHost() {
        assumeTrue(
                RECEIPTIO.isPresent(),
                "npm package receiptio not given: -Dreceiptio=.../node_modules/.bin/receiptio");
    }

    @ParameterizedTest
    @CsvSource({"paper-low,online", "paper-out,paperempty", "cover-open,coveropen"})
    void itReadsTheStatus(String fault, String result) throws IOException, InterruptedException {
        try (var _ = start(Set.of(PrinterFault.of(fault).orElseThrow()))) {
            assertEquals(result, receiptio("-q"));
        }
    }

    @Test
    void itPrintsAndHearsThatItIsPrinted() throws IOException, InterruptedException {
        Path receipt = folder.resolve("a.receipt");
        Files.writeString(
                receipt, "^^^Quittung\n\nGebühr | 30,70 €\n---\n{code:42;option:qrcode}\n");
        try (SimulatedPrinter printer = start(Set.of())) {
            assertEquals("success", receiptio("-c", "48", receipt.toString()));

            String paper = printer.papers().getFirst().text();
            assertTrue(paper.contains("Quittung") && paper.contains("30,70 €"), paper);
            // this host draws its codes itself
            assertTrue(paper.matches("(?s).*\\[picture 63x63\\].*"), paper);
            // it also asks in the language of another make (ESC ACK SOH) to learn whom it meets
            assertEquals(
                    List.of("unknown command 1B06", "unknown command 01"), printer.complaints());
        }
    }

    /** The foreign host knows no other port than 9100, so the printer has its own address. */
    private static SimulatedPrinter start(Set<PrinterFault> faults) throws IOException {
        return SimulatedPrinter.start(
                new SimulatedPrinter.Settings(
                        ADDRESS,
                        9100,
                        SimulatedPrinter.DOTS,
                        faults,
                        Optional.empty(),
                        event -> {},
                        Thread.ofVirtual().factory()));
    }

    private String receiptio(String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(RECEIPTIO.orElseThrow());
        command.addAll(List.of("-d", ADDRESS));
        command.addAll(List.of(options));
        Path said = folder.resolve("said");
        Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(said.toFile())
                        .start();
        assertTrue(process.waitFor(60, TimeUnit.SECONDS), "receiptio does not end");
        return Files.readString(said, StandardCharsets.UTF_8).strip();
    }
}
