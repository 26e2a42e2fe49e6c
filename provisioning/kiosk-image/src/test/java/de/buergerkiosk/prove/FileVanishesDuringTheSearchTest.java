package de.buergerkiosk.prove;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process removes its temporary file while the proof searches the folder for traces. */
class FileVanishesDuringTheSearchTest {
    private static final List<String> MARKERS = List.of("Mustermann");

    @TempDir private Path folder;

    @Test
    void theSearchGoesOnAndFindsWhatIsThere() throws IOException {
        Files.createDirectories(folder.resolve("a/b"));
        Files.writeString(folder.resolve("a/b/utf-8"), "xx Mustermann yy");
        Files.writeString(folder.resolve("utf-16"), "Mustermann", StandardCharsets.UTF_16LE);
        Files.writeString(folder.resolve("nothing"), "Muster");

        var found = Traces.find(List.of(folder, folder.resolve("not-there")), MARKERS);

        assertEquals(
                List.of("utf-16: Mustermann", "utf-8: Mustermann"),
                found.stream().sorted().toList());
    }

    @Test
    void whatIsGoneIsPassedOverAndWhatCannotBeReadIsTrouble() throws IOException {
        var search = new Traces.Search(MARKERS);
        var gone = folder.resolve("gone");

        assertEquals(
                FileVisitResult.CONTINUE,
                search.visitFileFailed(gone, new NoSuchFileException(gone.toString())));
        assertThrows(
                AccessDeniedException.class,
                () -> search.visitFileFailed(gone, new AccessDeniedException(gone.toString())));
    }
}
