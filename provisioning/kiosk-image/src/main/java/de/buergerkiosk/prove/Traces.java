package de.buergerkiosk.prove;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/** Searches files byte by byte for what a citizen entered. */
final class Traces {
    private static final long FILE_BYTES_MAX = 200_000_000;

    private Traces() {}

    /** Files below the folders that hold any of the markers, as {@code file: marker}. */
    static List<String> find(List<Path> folders, List<String> markers) throws IOException {
        var search = new Search(markers);
        for (var folder : folders) {
            if (Files.exists(folder)) {
                Files.walkFileTree(folder, search);
            }
        }
        return search.found;
    }

    /** Looks at every file of a folder in which processes are still at work. */
    static final class Search extends SimpleFileVisitor<Path> {
        private final List<String> markers;
        private final List<String> found = new ArrayList<>();

        Search(List<String> markers) {
            this.markers = markers;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
            if (attributes.isRegularFile()) {
                search(file, markers, found);
            }
            return FileVisitResult.CONTINUE;
        }

        /** A process has just removed its own temporary file or folder; else it is trouble. */
        @Override
        public FileVisitResult visitFileFailed(Path file, IOException trouble) throws IOException {
            if (trouble instanceof NoSuchFileException) {
                return FileVisitResult.CONTINUE;
            }
            throw trouble;
        }
    }

    private static void search(Path file, List<String> markers, List<String> found)
            throws IOException {
        String bytes;
        try {
            if (Files.size(file) > FILE_BYTES_MAX) {
                throw new IOException("too large to search: " + file);
            }
            // One character per byte: a marker is found as its UTF-8 and as its UTF-16 bytes.
            bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (NoSuchFileException e) {
            return; // A process has just removed its own temporary file.
        }
        for (var marker : markers) {
            for (var charset :
                    List.of(
                            StandardCharsets.UTF_8,
                            StandardCharsets.UTF_16LE,
                            StandardCharsets.ISO_8859_1)) {
                var needle = new String(marker.getBytes(charset), StandardCharsets.ISO_8859_1);
                if (bytes.contains(needle)) {
                    found.add(file.getFileName() + ": " + marker);
                    break;
                }
            }
        }
    }
}
