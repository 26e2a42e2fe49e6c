package de.buergerkiosk.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/**
 * A folder for the data of one run, gone afterwards. It lies below the system's folder for temporary
 * files, because PostgreSQL's account must be able to reach it and cannot enter a home folder.
 */
public record Scratch(Path folder) implements AutoCloseable {

    public static Scratch make(Path root) throws IOException {
        var mark = Integer.toHexString(root.toAbsolutePath().hashCode());
        var folder =
                Files.createTempDirectory(
                        "buergerkiosk-" + mark + "-",
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rwx--x--x")));
        return new Scratch(folder);
    }

    /** A folder below that one, for what must lie on the disk that the kiosk uses. */
    public static Scratch in(Path parent) throws IOException {
        Files.createDirectories(parent);
        return new Scratch(Files.createTempDirectory(parent, "scratch-"));
    }

    /**
     * Deletes what an earlier run left in the folder. Folders go only where our mark says that they
     * are ours; the mark is left for the next run.
     */
    public static void empty(Path folder) throws IOException {
        Files.createDirectories(folder);
        var mark = folder.resolve(".buergerkiosk-run");
        var ours = Files.exists(mark);
        Files.writeString(mark, "");
        try (var entries = Files.list(folder)) {
            for (var entry : entries.toList()) {
                var name = entry.getFileName().toString();
                if (name.matches("[0-9]{2}-[a-z0-9-]+\\.png|receipt\\.(png|txt)|permit\\.pdf")
                        || name.matches("(report|crash)\\.json")
                        || (ours && name.matches("logs|papers|documents"))) {
                    delete(entry);
                }
            }
        }
    }

    static void delete(Path tree) throws IOException {
        Files.walkFileTree(
                tree,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                            throws IOException {
                        Files.delete(file);
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e)
                            throws IOException {
                        Files.delete(folder);
                        return FileVisitResult.CONTINUE;
                    }
                });
    }

    @Override
    public void close() {
        try {
            delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove " + folder, e);
        }
    }
}
