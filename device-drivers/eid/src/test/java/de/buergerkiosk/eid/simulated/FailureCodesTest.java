package de.buergerkiosk.eid.simulated;

import static org.junit.jupiter.api.Assertions.assertEquals;

import de.buergerkiosk.eid.EidTrouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class FailureCodesTest {
    @Test
    void everyCodeHasItsRowWithACureForEverybody() throws IOException {
        List<String[]> rows =
                Files.readAllLines(Path.of("failure-codes.md")).stream()
                        .filter(line -> line.startsWith("| EID-"))
                        .map(line -> line.split(" *\\| *", -1))
                        .toList();

        assertEquals(
                Arrays.stream(EidTrouble.values()).map(EidTrouble::code).sorted().toList(),
                rows.stream().map(cells -> cells[1]).sorted().toList());
        for (String[] cells : rows) {
            // a leading and a trailing empty cell around five full ones
            assertEquals(7, cells.length, cells[1]);
            assertEquals(5, Arrays.stream(cells).filter(cell -> !cell.isBlank()).count(), cells[1]);
        }
    }
}
