package de.buergerkiosk.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Replaces a damaged file by a fresh one that holds all that could still be read, so that a power
 * cut at any point loses nothing: until the fresh file is complete and durable, the damaged one
 * stays where it is and the next start begins anew; from then on the next start goes on.
 *
 * <pre>
 * kiosk.db                     damaged, untouched
 * kiosk.new.db                 being filled; a leftover of it is worth nothing
 * kiosk.damaged-DATE.db        the damaged file by its second name, for the admin
 * kiosk.ready.db               complete: from here on there is no way back
 * kiosk.db                     the fresh file
 * </pre>
 */
final class SetAside {
    private final Path file;
    private final Path fresh;
    private final Path ready;
    private final Consumer<Step> passed;

    /** What is durable by now; tests stop the process there. */
    enum Step {
        BEGUN,
        FILLED,
        LINKED,
        READY,
        LOG_GONE,
        REPLACED
    }

    SetAside(Path file, Consumer<Step> passed) {
        this.file = file;
        this.fresh = file.resolveSibling("kiosk.new.db");
        this.ready = file.resolveSibling("kiosk.ready.db");
        this.passed = passed;
    }

    /** Goes on where an earlier start was cut. */
    void resume() {
        try {
            if (Files.exists(ready)) {
                finish();
            }
            deleteWithCompanions(fresh);
        } catch (IOException e) {
            throw cannot(e);
        }
    }

    /**
     * Does all of it.
     *
     * @param damage what the check of the file said
     */
    void replace(String damage, Instant now) {
        try {
            var aside = aside(now);
            deleteWithCompanions(fresh);
            try (var database = Database.make(fresh)) {
                passed.accept(Step.BEGUN);
                CarryOver.fill(file, String.valueOf(aside.getFileName()), database, damage, now);
            }
            // The last connection has written the log into the file and taken it away.
            if (Files.exists(companion(fresh, "-wal"))) {
                throw new IOException("the log of " + fresh + " is still there");
            }
            force(fresh);
            passed.accept(Step.FILLED);
            keep(companion(file, "-wal"), companion(aside, "-wal"));
            keep(file, aside);
            forceFolder();
            passed.accept(Step.LINKED);
            Files.move(fresh, ready, StandardCopyOption.ATOMIC_MOVE);
            forceFolder();
            passed.accept(Step.READY);
            finish();
        } catch (IOException e) {
            throw cannot(e);
        }
    }

    /** The old log goes first: SQLite would read it into whatever file bears the name. */
    private void finish() throws IOException {
        Files.deleteIfExists(companion(file, "-wal"));
        Files.deleteIfExists(companion(file, "-shm"));
        forceFolder();
        passed.accept(Step.LOG_GONE);
        Files.move(
                ready, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        forceFolder();
        passed.accept(Step.REPLACED);
    }

    /** The name tells when; a start that was cut may have given the file its name already. */
    private Path aside(Instant now) throws IOException {
        var earlier = earlier();
        if (earlier.isPresent()) {
            return earlier.get();
        }
        var stamp = now.toString().replaceAll("[^0-9]", "").substring(0, 14);
        var aside = file.resolveSibling("kiosk.damaged-" + stamp + ".db");
        for (int i = 2; Files.exists(aside, LinkOption.NOFOLLOW_LINKS); i++) {
            aside = file.resolveSibling("kiosk.damaged-" + stamp + "-" + i + ".db");
        }
        return aside;
    }

    private Optional<Path> earlier() throws IOException {
        try (var named = Files.newDirectoryStream(file.getParent(), "kiosk.damaged-*.db")) {
            for (var each : named) {
                if (Files.mismatch(each, file) == -1) {
                    return Optional.of(each);
                }
            }
        }
        return Optional.empty();
    }

    /** A second name costs nothing; where the file system knows none, a copy. */
    private static void keep(Path from, Path to) throws IOException {
        if (!Files.exists(from)) {
            return;
        }
        Files.deleteIfExists(to);
        try {
            Files.createLink(to, from);
        } catch (UnsupportedOperationException | IOException e) {
            var part = Path.of(to + ".part");
            Files.copy(from, part, StandardCopyOption.REPLACE_EXISTING);
            force(part);
            Files.move(part, to, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private static void deleteWithCompanions(Path database) throws IOException {
        for (var suffix : List.of("", "-wal", "-shm", "-journal")) {
            Files.deleteIfExists(companion(database, suffix));
        }
    }

    private static Path companion(Path database, String suffix) {
        return Path.of(database + suffix);
    }

    private static void force(Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /** Makes names durable: POSIX keeps them in the folder, not in the file. */
    private void forceFolder() throws IOException {
        try (var channel = FileChannel.open(file.getParent(), StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private Database.Unusable cannot(IOException e) {
        return new Database.Unusable(
                "kiosk.data: %s is damaged and cannot be replaced (%s); make room on the disk, and"
                                .formatted(file, e.getMessage())
                        + " let this user own everything in the folder",
                e);
    }
}
