package de.buergerkiosk.agent.apply;

import de.buergerkiosk.agent.DurableFile;
import de.buergerkiosk.contract.bundle.Bundle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Comparator;
import java.util.function.Predicate;

/** Puts the files of a bundle where the kiosk reads them. */
final class Unpacking {
    private Unpacking() {}

    /** A folder of that name is whole, and exactly this bundle; anything else is replaced. */
    static void into(Path folder, Bundle bundle, Runnable inTheMiddle) throws IOException {
        if (isWhole(folder, bundle)) {
            return;
        }
        remove(folder);
        var fresh = folder.resolveSibling(folder.getFileName() + ".new");
        remove(fresh);
        DurableFile.folder(fresh);
        for (var entry : bundle.files().entrySet()) {
            var file = fresh.resolve(entry.getKey().text());
            Files.createDirectories(DurableFile.around(file));
            DurableFile.write(file, entry.getValue());
            inTheMiddle.run();
        }
        Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
        DurableFile.force(DurableFile.around(folder));
    }

    private static boolean isWhole(Path folder, Bundle bundle) throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        for (var entry : bundle.files().entrySet()) {
            var file = folder.resolve(entry.getKey().text());
            if (!Files.isRegularFile(file)
                    || !Arrays.equals(Files.readAllBytes(file), entry.getValue())) {
                return false;
            }
        }
        try (var all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).count() == bundle.files().size();
        }
    }

    /** Removes every kept bundle and every folder whose digest nobody needs. */
    static void keepOnly(Path folder, Predicate<String> needed) throws IOException {
        for (var part : new String[] {"bundles", "unpacked"}) {
            try (var all = Files.list(folder.resolve(part))) {
                for (var each : all.toList()) {
                    var name = String.valueOf(each.getFileName());
                    var digest = name.substring(0, Math.min(64, name.length()));
                    if (!needed.test(digest)) {
                        remove(each);
                    }
                }
            }
        }
    }

    private static void remove(Path path) throws IOException {
        if (Files.notExists(path)) {
            return;
        }
        try (var all = Files.walk(path)) {
            for (var each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
