package de.buergerkiosk.payment.zvt.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.ports.payment.PaymentEntry;
import de.buergerkiosk.ports.payment.PaymentStep;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a crash leaves is mended, what somebody changed is named, and nothing is lost. */
class FileJournalTest {
    private static final Instant NOW = Instant.parse("2026-11-23T09:15:00Z");

    @TempDir Path folder = Path.of("");

    private Path file() {
        return folder.resolve("journal");
    }

    private static PaymentEntry entry(String reference, PaymentStep step, int receipt) {
        return new PaymentEntry(reference, step, NOW, "amount=3070 \"ä\"", receipt);
    }

    private void writeThree() throws JournalException {
        try (FileJournal journal = FileJournal.open(file())) {
            journal.write(entry("A", PaymentStep.INTENT, 0));
            journal.write(entry("B", PaymentStep.INTENT, 0));
            journal.write(entry("A", PaymentStep.SENT, 7));
        }
    }

    private String code(Path path) {
        return assertThrows(
                        JournalException.class,
                        () -> {
                            try (FileJournal journal = FileJournal.open(path)) {
                                throw new AssertionError("opened: " + journal.references());
                            }
                        })
                .fault()
                .code();
    }

    @Test
    void whatWasWrittenIsThereAfterwards() throws Exception {
        writeThree();
        try (FileJournal journal = FileJournal.open(file())) {
            assertEquals(List.of("A", "B"), journal.references());
            assertEquals(
                    List.of(entry("A", PaymentStep.INTENT, 0), entry("A", PaymentStep.SENT, 7)),
                    journal.entries("A"));
            assertEquals(7, journal.lastReceiptNumber());
            journal.write(entry("C", PaymentStep.INTENT, 0));
        }
        assertEquals(4, JournalText.read(file()).entries().size());
        assertEquals(
                Files.readString(file()), JournalText.written(JournalText.read(file()).entries()));
    }

    @Test
    void everyTornLastLineIsTakenAway() throws Exception {
        writeThree();
        byte[] whole = Files.readAllBytes(file());
        int lastLine = Files.readString(file()).strip().lastIndexOf('\n') + 1;
        int bytesBefore =
                Files.readString(file())
                        .substring(0, lastLine)
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8)
                        .length;
        for (int length = bytesBefore + 1; length < whole.length; length++) {
            Files.write(file(), java.util.Arrays.copyOf(whole, length));
            assertTrue(JournalText.read(file()).torn());
            try (FileJournal journal = FileJournal.open(file())) {
                assertEquals(1, journal.entries("A").size(), "cut after " + length);
                journal.write(entry("A", PaymentStep.DONE, 0));
            }
            assertEquals(3, JournalText.read(file()).entries().size());
        }
    }

    @Test
    void everyChangedByteIsNoticed() throws Exception {
        writeThree();
        byte[] whole = Files.readAllBytes(file());
        for (int at = 0; at < whole.length - 1; at++) {
            byte[] changed = whole.clone();
            changed[at] ^= 0x04;
            Files.write(file(), changed);
            assertEquals("PAY-JOURNAL-DAMAGED", code(file()), "byte " + at);
        }
    }

    @Test
    void aMissingLineIsNoticed() throws Exception {
        writeThree();
        List<String> lines = Files.readAllLines(file());
        Files.writeString(file(), lines.get(0) + "\n" + lines.get(2) + "\n");
        assertEquals("PAY-JOURNAL-DAMAGED", code(file()));
        Files.writeString(file(), lines.get(1) + "\n" + lines.get(0) + "\n");
        assertEquals("PAY-JOURNAL-DAMAGED", code(file()));
    }

    @Test
    void aForeignFileIsLeftAsItIs() throws IOException {
        Files.writeString(file(), "dear diary\n");
        assertEquals("PAY-JOURNAL-DAMAGED", code(file()));
        assertEquals("dear diary\n", Files.readString(file()));
    }

    @Test
    void onlyOneMayWrite() throws Exception {
        try (FileJournal first = FileJournal.open(file())) {
            assertEquals("PAY-JOURNAL-LOCKED", code(file()));
            first.write(entry("A", PaymentStep.INTENT, 0));
        }
        writeThree();
    }

    @Test
    void whatCannotBeAJournalIsNamed() throws IOException {
        assertEquals("PAY-JOURNAL-UNUSABLE", code(folder));
        assertEquals("PAY-JOURNAL-UNUSABLE", code(folder.resolve("none/journal")));
        var missing =
                assertThrows(
                        JournalException.class, () -> JournalText.read(folder.resolve("none")));
        assertEquals("PAY-JOURNAL-MISSING", missing.fault().code());
        Files.writeString(file(), "", StandardOpenOption.CREATE);
    }
}
