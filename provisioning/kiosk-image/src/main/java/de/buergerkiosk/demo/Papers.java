package de.buergerkiosk.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;

/** What a citizen takes away, under the names that the report promises. */
final class Papers {
    private Papers() {}

    static void collect(House.Places places) throws IOException {
        var out = places.out();
        copyLast(places.papers(), ".png", out.resolve("receipt.png"));
        copyLast(places.papers(), ".txt", out.resolve("receipt.txt"));
        copyLast(places.documents(), ".pdf", out.resolve("permit.pdf"));
    }

    private static void copyLast(Path folder, String ending, Path to) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (var files = Files.list(folder)) {
            var last =
                    files.filter(file -> file.toString().endsWith(ending))
                            .max(Comparator.naturalOrder());
            if (last.isPresent()) {
                Files.copy(last.get(), to, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
