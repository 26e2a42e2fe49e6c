package de.buergerkiosk.printer.escpos;

import static org.junit.jupiter.api.Assertions.assertEquals;

import de.buergerkiosk.ports.WireTrace;
import de.buergerkiosk.ports.print.PrintOutcome;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The receipt of {@link Bench#permit()} as text, for each shipped profile. */
class ReceiptAsPaperTest {
    @ParameterizedTest
    @ValueSource(strings = {"epson-tm-t20", "epson-tm-t88", "generic-80mm", "generic-58mm"})
    void thePaperReadsAsTheGoldenOne(String profile) throws IOException, InterruptedException {
        try (Bench bench = Bench.with(profile, WireTrace.NONE)) {
            assertEquals(new PrintOutcome.Printed(), bench.driver().print(Bench.permit()));

            assertEquals(List.of(), bench.device().complaints());
            Path seen = Files.createDirectories(Path.of("target/papers"));
            Files.write(seen.resolve(profile + ".png"), bench.device().papers().getFirst().png());
            Files.writeString(seen.resolve(profile + ".txt"), bench.papers().getFirst());
            assertEquals(golden(profile), bench.papers().getFirst());
        }
    }

    private static String golden(String profile) throws IOException {
        try (InputStream in =
                Objects.requireNonNull(
                        ReceiptAsPaperTest.class.getResourceAsStream(profile + ".txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
