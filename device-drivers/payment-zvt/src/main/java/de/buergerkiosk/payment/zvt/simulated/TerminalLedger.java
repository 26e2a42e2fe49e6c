package de.buergerkiosk.payment.zvt.simulated;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The terminal's books: what it booked and what it reversed, in order. With a file each line is on
 * the disk before the terminal goes on, and a restarted terminal remembers. This is the truth that
 * the kiosk's journal is compared with.
 */
final class TerminalLedger {
    static final String FILE_NAME = "terminal-ledger.jsonl";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Optional<Path> file;
    private final List<LedgerEntry> entries = new ArrayList<>();
    private int receiptNumber;
    private int traceNumber;

    private TerminalLedger(Optional<Path> file) {
        this.file = file;
    }

    static TerminalLedger inMemory() {
        return new TerminalLedger(Optional.empty());
    }

    static TerminalLedger in(Path directory) throws IOException {
        Files.createDirectories(directory);
        return at(directory.resolve(FILE_NAME));
    }

    static TerminalLedger at(Path file) throws IOException {
        var ledger = new TerminalLedger(Optional.of(file));
        if (Files.exists(file)) {
            ledger.load(file);
        }
        return ledger;
    }

    /** A line that a crash cut off was never acted upon: it is removed. */
    private void load(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        int whole = bytes.length;
        while (whole > 0 && bytes[whole - 1] != '\n') {
            whole--;
        }
        String text = new String(bytes, 0, whole, StandardCharsets.UTF_8);
        for (String line : text.lines().toList()) {
            try {
                remember(JSON.readValue(line, LedgerEntry.class));
            } catch (JacksonException broken) {
                throw new IOException("not a terminal ledger: " + file, broken);
            }
        }
        if (whole < bytes.length) {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.truncate(whole);
            }
        }
    }

    synchronized void write(LedgerEntry entry) {
        file.ifPresent(path -> append(path, entry));
        remember(entry);
    }

    private static void append(Path path, LedgerEntry entry) {
        byte[] line = (JSON.writeValueAsString(entry) + "\n").getBytes(StandardCharsets.UTF_8);
        try (FileChannel channel =
                FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            var bytes = ByteBuffer.wrap(line);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private void remember(LedgerEntry entry) {
        entries.add(entry);
        switch (entry.kind()) {
            case BOOKED, REVERSED, REFUNDED -> {
                receiptNumber = entry.receiptNumber();
                traceNumber = entry.traceNumber();
            }
            // a voided booking is told with its own receipt number, a closing has none
            case VOIDED, CLOSED -> traceNumber = entry.traceNumber();
        }
    }

    /** Receipt numbers start again at 1. */
    synchronized void restartReceiptNumbers() {
        receiptNumber = 0;
    }

    /** What was written since the last daily closing. */
    synchronized List<LedgerEntry> open() {
        int from = 0;
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i).kind() == LedgerEntry.Kind.CLOSED) {
                from = i + 1;
            }
        }
        return List.copyOf(entries.subList(from, entries.size()));
    }

    /** The booking of that receipt number, unless it has been undone. */
    synchronized Optional<LedgerEntry> booking(int receipt) {
        Optional<LedgerEntry> last =
                open().reversed().stream()
                        .filter(entry -> entry.receiptNumber() == receipt)
                        .filter(entry -> entry.kind() != LedgerEntry.Kind.REVERSED)
                        .findFirst();
        return last.filter(entry -> entry.kind() == LedgerEntry.Kind.BOOKED);
    }

    /** Numbers start again at 1 after the largest one. */
    synchronized int nextReceiptNumber() {
        receiptNumber = receiptNumber >= 9999 ? 1 : receiptNumber + 1;
        return receiptNumber;
    }

    synchronized int nextTraceNumber() {
        traceNumber = traceNumber >= 999_999 ? 1 : traceNumber + 1;
        return traceNumber;
    }

    /** The last payment, reversal or refund. */
    synchronized Optional<LedgerEntry> lastTransaction() {
        return entries.reversed().stream()
                .filter(entry ->
                        switch (entry.kind()) {
                            case BOOKED, VOIDED, REFUNDED -> true;
                            case REVERSED, CLOSED -> false;
                        })
                .findFirst();
    }

    /** The payment, reversal or refund before that one. */
    synchronized Optional<LedgerEntry> before(LedgerEntry later) {
        return entries.subList(0, Math.max(0, entries.indexOf(later))).reversed().stream()
                .filter(entry ->
                        switch (entry.kind()) {
                            case BOOKED, VOIDED, REFUNDED -> true;
                            case REVERSED, CLOSED -> false;
                        })
                .findFirst();
    }

    /** What a reversal undid. */
    synchronized Optional<LedgerEntry> original(LedgerEntry voided) {
        return entries.subList(0, Math.max(0, entries.indexOf(voided))).reversed().stream()
                .filter(entry -> entry.kind() == LedgerEntry.Kind.BOOKED)
                .filter(entry -> entry.receiptNumber() == voided.receiptNumber())
                .findFirst();
    }

    synchronized Optional<LedgerEntry> lastBooking() {
        return entries.reversed().stream()
                .filter(entry -> entry.kind() == LedgerEntry.Kind.BOOKED)
                .findFirst();
    }

    synchronized List<LedgerEntry> all() {
        return List.copyOf(entries);
    }
}
