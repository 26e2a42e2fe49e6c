package de.buergerkiosk.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The kiosk's folder, held by this process alone. A second kiosk on the same file would take the
 * first one's visit for one that a power cut left open, and void or release it under its hands.
 *
 * <p>The system gives the lock back when the process is gone, however it went. It is a lock between
 * processes: whoever opens and closes {@code kiosk.lock} in the same process loses it.
 */
final class DataFolder implements AutoCloseable {
    private static final int WORDS_MAX = 40;

    private final Path path;
    private final FileChannel lock;

    private DataFolder(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /**
     * Makes the folder where there is none, and holds it.
     *
     * @throws Database.InUse when another kiosk holds it
     * @throws Database.Unusable when it cannot be written
     */
    static DataFolder hold(Path path) {
        FileChannel channel;
        try {
            Files.createDirectories(path);
            channel =
                    FileChannel.open(
                            path.resolve("kiosk.lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.READ,
                            StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new Database.Unusable(
                    "kiosk.data: cannot write to the folder "
                            + path
                            + "; choose a folder that this user may write",
                    e);
        }
        var held = false;
        try {
            held = isHeld(channel);
            if (!held) {
                throw new Database.InUse(
                        "kiosk.data: another kiosk%s works in the folder %s; stop that one, or give"
                                        .formatted(holder(channel), path)
                                + " this one a folder of its own");
            }
            return new DataFolder(path, channel);
        } catch (IOException e) {
            throw new Database.Unusable(
                    "kiosk.data: cannot lock "
                            + path.resolve("kiosk.lock")
                            + "; choose a folder on a local disk",
                    e);
        } finally {
            if (!held) {
                closeQuietly(channel);
            }
        }
    }

    private static boolean isHeld(FileChannel channel) throws IOException {
        try {
            if (channel.tryLock() == null) {
                return false;
            }
        } catch (OverlappingFileLockException e) {
            return false;
        }
        channel.truncate(0);
        channel.write(bytes("process " + ProcessHandle.current().pid() + "\n"), 0);
        return true;
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** Such as {@code " (process 4711)"}: the number spares staff a search. */
    private static String holder(FileChannel channel) throws IOException {
        var bytes = ByteBuffer.allocate(WORDS_MAX);
        channel.read(bytes, 0);
        var words = new String(bytes.array(), 0, bytes.position(), StandardCharsets.US_ASCII);
        return words.strip().matches("process [0-9]{1,10}") ? " (" + words.strip() + ")" : "";
    }

    Path file() {
        return path.resolve("kiosk.db");
    }

    @Override
    public void close() {
        closeQuietly(lock);
    }

    private static void closeQuietly(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("closing the lock of the kiosk's folder", e);
        }
    }
}
