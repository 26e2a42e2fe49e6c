package de.buergerkiosk.prove;

import static org.junit.jupiter.api.Assertions.assertEquals;

import de.buergerkiosk.demo.House;
import de.buergerkiosk.demo.Scratch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** After a kill the kiosk cannot start: the proof says so and comes to its end. */
class KioskDoesNotComeBackTest {
    private static final List<String> POINTS =
            List.of("after journal FILED #1", "after journal PAYING #1");

    @TempDir private Path out;

    @Test
    void itIsAFindingAndSoIsWhatCouldNotBeTried() throws Exception {
        var root = Path.of(System.getProperty("house.root", "."));
        try (var data = Scratch.make(root);
                var house =
                        House.start(
                                new House.Places(root, data.folder(), out),
                                House.Faults.NONE,
                                _ -> {})) {
            var proof =
                    new CrashProof(
                            house, "bulky-waste", List.of("Mustermann"), _ -> spoilSettings(house));

            var findings = proof.kill(POINTS);

            assertEquals(
                    List.of(
                            List.of("I5 the kiosk did not come back"),
                            List.of("I5 not tried: the kiosk does not come back")),
                    findings.stream().map(Finding::violations).toList());
            assertEquals(POINTS, findings.stream().map(Finding::point).toList());
        }
    }

    /** Once the first victim is dead, no process can start on its settings any more. */
    private static void spoilSettings(House house) {
        try {
            Files.writeString(house.places().data().resolve("kiosk.yaml"), "kiosk: none of it");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
