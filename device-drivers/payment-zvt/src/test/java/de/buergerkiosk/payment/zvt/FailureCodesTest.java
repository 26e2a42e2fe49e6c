package de.buergerkiosk.payment.zvt;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FailureCodesTest {
    @Test
    void everyCodeInTheSourcesHasItsRowAndEveryRowItsCode() throws Exception {
        var inSources = new TreeSet<String>();
        var quoted = Pattern.compile("\"(PAY(?:-[A-Z0-9]+)+)\"");
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
                quoted.matcher(Files.readString(file))
                        .results()
                        .forEach(match -> inSources.add(match.group(1)));
            }
        }
        var inHandbook = new TreeSet<String>();
        for (String line : Files.readAllLines(Path.of("failure-codes.md"))) {
            String[] cells = line.split(" *\\| *", -1);
            assertEquals(7, cells.length, line);
            if (cells[1].startsWith("PAY-")) {
                inHandbook.add(cells[1]);
            }
        }
        assertEquals(inSources, inHandbook);
    }
}
