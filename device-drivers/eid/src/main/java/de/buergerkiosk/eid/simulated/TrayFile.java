package de.buergerkiosk.eid.simulated;

import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code tray.json} on disk: always whole for a reader, never two writers at once, in one process or
 * in several.
 */
final class TrayFile {
    /** A tray file beyond this is not one of ours. */
    static final int BYTES_MAX = 64 * 1024;

    /** Holding the lock takes milliseconds; who waits longer meets a process that hangs. */
    private static final Duration LOCK_WAIT_MAX = Duration.ofSeconds(2);

    private static final Duration LOCK_RETRY = Duration.ofMillis(5);

    // a file lock belongs to the whole process, so writers of one process queue here first
    private static final ReentrantLock WRITERS = new ReentrantLock();
    private static final Condition LOCK_RETRIED = WRITERS.newCondition();

    private final Path folder;
    private final Path file;

    TrayFile(Path folder) {
        this.folder = folder;
        this.file = folder.resolve("tray.json");
    }

    TrayContent read() throws IOException {
        byte[] json;
        // a stream without channel: an interrupt must not look like a reader that fails
        try (var in = new FileInputStream(file.toFile())) {
            json = in.readNBytes(BYTES_MAX + 1);
        } catch (FileNotFoundException e) {
            if (Files.notExists(file)) {
                return TrayContent.EMPTY;
            }
            throw e;
        }
        if (json.length > BYTES_MAX) {
            throw new IOException("tray.json is longer than " + BYTES_MAX + " bytes");
        }
        try {
            return parse(json);
        } catch (IllegalArgumentException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    /** Reads, changes and writes as one step; gives what stands in the file then. */
    TrayContent change(UnaryOperator<TrayContent> change) throws IOException, InterruptedException {
        if (!WRITERS.tryLock(LOCK_WAIT_MAX.toNanos(), TimeUnit.NANOSECONDS)) {
            throw new IOException("the tray is busy in this process");
        }
        try {
            Files.createDirectories(folder);
            try (var channel =
                            FileChannel.open(
                                    folder.resolve("tray.lock"),
                                    StandardOpenOption.CREATE,
                                    StandardOpenOption.WRITE);
                    FileLock lock = lock(channel)) {
                if (!lock.isValid()) {
                    throw new IOException("the lock of the tray was lost");
                }
                TrayContent next = change.apply(read());
                write(next);
                return next;
            }
        } catch (ClosedByInterruptException e) {
            // the channel turned the interrupt into its own; nothing was changed
            Thread.interrupted();
            throw (InterruptedException) new InterruptedException().initCause(e);
        } finally {
            WRITERS.unlock();
        }
    }

    private static FileLock lock(FileChannel channel) throws IOException, InterruptedException {
        long left = LOCK_WAIT_MAX.toNanos();
        while (true) {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return lock;
            }
            if (left <= 0) {
                throw new IOException("another process holds tray.lock");
            }
            long slice = LOCK_RETRY.toNanos();
            left -= slice - LOCK_RETRIED.awaitNanos(slice);
        }
    }

    private void write(TrayContent content) throws IOException {
        Path next = folder.resolve("tray.json.next");
        byte[] json = StrictJson.MAPPER.writeValueAsBytes(json(content));
        try (var out = new FileOutputStream(next.toFile())) {
            out.write(json);
            // a spent PIN try stays spent, as on a real card
            out.getFD().sync();
        }
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static TrayContent parse(byte[] json) {
        StrictJson tray = StrictJson.parse(json, "tray.json");
        tray.onlyKeys(
                Set.of(
                        "card",
                        "insertion",
                        "straight",
                        "readerAttached",
                        "serverReachable",
                        "triesLeft"));
        var tries = new TreeMap<String, Integer>();
        for (Map.Entry<String, Long> entry : tray.counts("triesLeft").entrySet()) {
            tries.put(entry.getKey(), Math.toIntExact(Math.min(entry.getValue(), 99)));
        }
        Optional<String> card = tray.optionalText("card");
        return new TrayContent(
                card,
                tray.count("insertion", 0),
                tray.flag("straight", true),
                tray.flag("readerAttached", true),
                tray.flag("serverReachable", true),
                tries);
    }

    private static ObjectNode json(TrayContent content) {
        ObjectNode json = StrictJson.MAPPER.createObjectNode();
        content.card().ifPresentOrElse(card -> json.put("card", card), () -> json.putNull("card"));
        json.put("insertion", content.insertion());
        json.put("straight", content.straight());
        json.put("readerAttached", content.readerAttached());
        json.put("serverReachable", content.serverReachable());
        ObjectNode tries = json.putObject("triesLeft");
        new TreeMap<>(content.triesLeft()).forEach(tries::put);
        return json;
    }
}
