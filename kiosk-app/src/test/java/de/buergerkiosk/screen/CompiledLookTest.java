package de.buergerkiosk.screen;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The compiled style sheet of the first page is the one that {@code look.css} makes with this
 * JavaFX. After a change of either: {@code -Dtest=CompiledLookTest -Dgoldens.update=true}.
 */
class CompiledLookTest {
    private static final Path FOLDER = Path.of("src/main/resources/screen/compiled");

    private final Stylesheet look = new Stylesheet(DisplayProfile.PORTRAIT_21_INCH);
    private final String name =
            Path.of(look.compiledName(TextSize.NORMAL)).getFileName().toString();

    @Test
    void isUpToDateAndAlone(@TempDir Path folder) throws IOException {
        var fresh = compiled(folder);
        if (Boolean.getBoolean("goldens.update")) {
            Files.createDirectories(FOLDER);
            for (var old : files()) {
                Files.delete(FOLDER.resolve(old));
            }
            Files.write(FOLDER.resolve(name), fresh);
        }

        assertEquals(List.of(name), files());
        assertArrayEquals(fresh, Files.readAllBytes(FOLDER.resolve(name)));
    }

    /** Else the first page would be styled from text, slowly, and nobody would notice. */
    @Test
    void isWhatTheFirstPageIsStyledBy() {
        assertTrue(look.address(TextSize.NORMAL).endsWith(name), look.address(TextSize.NORMAL));
        for (var other : List.of(TextSize.SMALL, TextSize.LARGE, TextSize.LARGEST)) {
            assertTrue(look.address(other).startsWith("data:text/css"), other.name());
        }
    }

    private byte[] compiled(Path folder) throws IOException {
        var text = Files.writeString(folder.resolve("look.css"), look.text(TextSize.NORMAL));
        var binary = folder.resolve("look.bss");
        javafx.css.Stylesheet.convertToBinary(text.toFile(), binary.toFile());
        return Files.readAllBytes(binary);
    }

    private static List<String> files() throws IOException {
        try (var all = Files.list(FOLDER)) {
            return all.map(each -> each.getFileName().toString()).sorted().toList();
        }
    }
}
