package de.buergerkiosk.payment.zvt.journal;

import de.buergerkiosk.ports.payment.PaymentEntry;
import de.buergerkiosk.ports.payment.PaymentJournal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A payment journal in one file, a line of JSON for each entry. A line is on the disk when {@link
 * #write} returns. One process at a time may write.
 */
public final class FileJournal implements PaymentJournal, AutoCloseable {
    private final FileChannel channel;
    private final Map<String, List<PaymentEntry>> byReference = new LinkedHashMap<>();
    private long count;
    private int lastReceiptNumber;
    private String lastCheck;
    private long length;

    private FileJournal(FileChannel channel, JournalText text) {
        this.channel = channel;
        this.lastCheck = text.lastCheck();
        this.length = text.wholeBytes();
        text.entries().forEach(this::remember);
    }

    private void remember(PaymentEntry entry) {
        byReference.computeIfAbsent(entry.reference(), _ -> new ArrayList<>()).add(entry);
        count++;
        if (entry.receiptNumber() > 0) {
            lastReceiptNumber = entry.receiptNumber();
        }
    }

    /**
     * Opens or makes the file, and takes away what a crash left of a line.
     *
     * @throws JournalException when it cannot be written, is damaged, or another process has it
     */
    public static FileJournal open(Path file) throws JournalException {
        boolean made = !Files.exists(file);
        if (!made && !Files.isRegularFile(file)) {
            throw JournalException.unusable(file.toString(), "not a file");
        }
        FileChannel channel = channel(file);
        try {
            lock(file, channel);
            JournalText text = JournalText.read(file);
            if (text.torn()) {
                channel.truncate(text.wholeBytes());
            }
            channel.position(text.wholeBytes());
            channel.force(true);
            if (made) {
                makeNameDurable(file);
            }
            return new FileJournal(channel, text);
        } catch (IOException unusable) {
            throw closing(channel, JournalException.unusable(file.toString(), because(unusable)));
        } catch (JournalException refused) {
            throw closing(channel, refused);
        }
    }

    private static FileChannel channel(Path file) throws JournalException {
        try {
            return FileChannel.open(
                    file,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE);
        } catch (IOException unusable) {
            throw JournalException.unusable(file.toString(), because(unusable));
        }
    }

    /** Held until the channel is closed. */
    private static void lock(Path file, FileChannel channel) throws JournalException, IOException {
        try {
            Optional<FileLock> lock = Optional.ofNullable(channel.tryLock());
            if (lock.isEmpty()) {
                throw JournalException.locked(file.toString());
            }
        } catch (OverlappingFileLockException mine) {
            throw JournalException.locked(file.toString());
        }
    }

    private static JournalException closing(FileChannel channel, JournalException trouble) {
        try {
            channel.close();
        } catch (IOException closed) {
            trouble.addSuppressed(closed);
        }
        return trouble;
    }

    private static String because(IOException trouble) {
        return trouble.getClass().getSimpleName() + ": " + trouble.getMessage();
    }

    /** A new file's name is on the disk only when its directory is. */
    private static void makeNameDurable(Path file) throws IOException {
        Path directory = Optional.ofNullable(file.toAbsolutePath().getParent()).orElseThrow();
        try (FileChannel names = FileChannel.open(directory, StandardOpenOption.READ)) {
            names.force(true);
        }
    }

    @Override
    public synchronized void write(PaymentEntry entry) {
        var line = JournalLine.after(count + 1, lastCheck, entry);
        var bytes = ByteBuffer.wrap((line.text() + "\n").getBytes(StandardCharsets.UTF_8));
        int size = bytes.remaining();
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes, length + bytes.position());
            }
            channel.force(false);
        } catch (IOException full) {
            takeBack(full);
            throw new UncheckedIOException("the payment journal cannot be written", full);
        }
        length += size;
        lastCheck = line.check();
        remember(entry);
    }

    /** Half a line may not be followed by another one; if even this fails, opening again cures it. */
    private void takeBack(IOException trouble) {
        try {
            channel.truncate(length);
        } catch (IOException still) {
            trouble.addSuppressed(still);
        }
    }

    @Override
    public synchronized List<PaymentEntry> entries(String reference) {
        return List.copyOf(byReference.getOrDefault(reference, List.of()));
    }

    @Override
    public synchronized int lastReceiptNumber() {
        return lastReceiptNumber;
    }

    @Override
    public synchronized List<String> references() {
        return List.copyOf(byReference.keySet());
    }

    /** Lets go of the file and its lock. */
    @Override
    public synchronized void close() {
        try {
            channel.close();
        } catch (IOException afterForce) {
            throw new UncheckedIOException(afterForce);
        }
    }
}
