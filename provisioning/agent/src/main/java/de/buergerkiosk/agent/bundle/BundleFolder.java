package de.buergerkiosk.agent.bundle;

import de.buergerkiosk.contract.bundle.BundlePath;
import de.buergerkiosk.contract.json.MalformedDocument;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;

/** What lies in a folder, as it will lie in a bundle. Links are not followed but refused. */
final class BundleFolder {
    private static final int FILES_MAX = 5_000;
    private static final int DEPTH_MAX = 16;
    private static final long BYTES_MAX = 64L << 20;

    private BundleFolder() {}

    static SequencedMap<BundlePath, byte[]> read(Path folder) throws Trouble {
        if (!Files.isDirectory(folder)) {
            throw new Trouble("--from: " + folder + " is not a folder");
        }
        var files = new TreeMap<BundlePath, byte[]>();
        long bytes = 0;
        for (var file : all(folder)) {
            if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
                continue;
            }
            var name = folder.relativize(file).toString();
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                throw new Trouble(name + " is a link or no plain file; put the file itself there");
            }
            try {
                bytes += Files.size(file);
                if (bytes > BYTES_MAX) {
                    throw new Trouble(
                            "the folder has more than "
                                    + BYTES_MAX
                                    + " bytes; a bundle takes no more");
                }
                files.put(new BundlePath(name), Files.readAllBytes(file));
            } catch (MalformedDocument e) {
                throw new Trouble(name + " cannot be in a bundle: its path " + e.problem());
            } catch (IOException e) {
                throw new Trouble(name + " cannot be read: " + e);
            }
        }
        if (files.isEmpty()) {
            throw new Trouble(
                    "--from: "
                            + folder
                            + " has no file; a bundle carries folders of "
                            + BundlePath.PARTS.stream().sorted().toList());
        }
        return files;
    }

    private static List<Path> all(Path folder) throws Trouble {
        try (var walk = Files.walk(folder, DEPTH_MAX)) {
            var all = walk.limit(2L * FILES_MAX + 1).sorted().toList();
            if (all.size() > 2 * FILES_MAX) {
                throw new Trouble("--from: more than " + FILES_MAX + " files and folders");
            }
            return all;
        } catch (IOException | UncheckedIOException e) {
            throw new Trouble("--from: " + folder + " cannot be read: " + e);
        }
    }
}
