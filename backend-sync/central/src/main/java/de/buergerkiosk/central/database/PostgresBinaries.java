package de.buergerkiosk.central.database;

import de.buergerkiosk.central.CentreTrouble;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** The PostgreSQL programs: unpacked once from the jar of this machine's kind, by Java alone. */
final class PostgresBinaries {
    private static final String DONE = "unpacked";

    private final Path folder;

    private PostgresBinaries(Path folder) {
        this.folder = folder;
    }

    /** Unpacks below the folder unless that was finished before. */
    static PostgresBinaries unpacked(Path folder) throws CentreTrouble, IOException {
        var ready = folder.resolve(DONE);
        if (!Files.exists(ready)) {
            Folders.delete(folder);
            Folders.makeOpen(folder);
            try (var archive = PostgresBinaries.class.getResourceAsStream(archiveName())) {
                if (archive == null) {
                    throw new CentreTrouble(
                            "CEN-DB-START",
                            "there is no PostgreSQL for "
                                    + System.getProperty("os.arch")
                                    + " in this build; give the centre a database with"
                                    + " --database-url");
                }
                unpack(archive, folder);
            }
            Files.createFile(ready);
        }
        return new PostgresBinaries(folder);
    }

    String program(String name) {
        return folder.resolve("bin").resolve(name).toString();
    }

    private static String archiveName() {
        return switch (System.getProperty("os.arch").toLowerCase(Locale.ROOT)) {
            case "amd64", "x86_64" -> "/postgres-linux-x86_64.txz";
            case "aarch64", "arm64" -> "/postgres-linux-arm_64.txz";
            case String other -> "/postgres-linux-" + other + ".txz";
        };
    }

    private static void unpack(InputStream archive, Path folder) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZInputStream(archive))) {
            for (TarArchiveEntry entry; (entry = tar.getNextEntry()) != null; ) {
                var target = folder.resolve(entry.getName()).normalize();
                if (!target.startsWith(folder)) {
                    throw new IOException("entry leaves the folder: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Folders.makeOpen(target);
                } else if (entry.isSymbolicLink()) {
                    Folders.makeParent(target);
                    Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
                } else {
                    Folders.makeParent(target);
                    Files.copy(tar, target, StandardCopyOption.REPLACE_EXISTING);
                    var mode = (entry.getMode() & 0100) == 0 ? "rw-r--r--" : "rwxr-xr-x";
                    Files.setPosixFilePermissions(target, PosixFilePermissions.fromString(mode));
                }
            }
        }
    }
}
