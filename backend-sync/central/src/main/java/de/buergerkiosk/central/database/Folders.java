package de.buergerkiosk.central.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;

/** Folders that others may pass through but not write to. */
final class Folders {
    private Folders() {}

    /** Makes it, where it is missing, so that every account can enter; never widens an old one. */
    static void makeOpen(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        makeParent(folder);
        Files.createDirectory(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    static void makeParent(Path path) throws IOException {
        var parent = path.getParent();
        if (parent != null) {
            makeOpen(parent);
        }
    }

    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var all = Files.walk(folder)) {
            for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
