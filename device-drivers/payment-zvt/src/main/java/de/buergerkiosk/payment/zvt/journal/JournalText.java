package de.buergerkiosk.payment.zvt.journal;

import de.buergerkiosk.ports.payment.PaymentEntry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A journal as it lies on the disk, read without changing it.
 *
 * @param wholeBytes where the last whole line ends; what stands behind it was never acted upon
 * @param torn whether something stands behind it
 * @param lastCheck of the last line
 */
public record JournalText(
        List<PaymentEntry> entries, long wholeBytes, boolean torn, String lastCheck) {
    /** Years of payments; more is no journal. */
    private static final long BYTES_MAX = 512L * 1024 * 1024;

    public JournalText {
        entries = List.copyOf(entries);
    }

    /**
     * Reads the file.
     *
     * @throws JournalException when it is missing, unreadable or damaged
     */
    public static JournalText read(Path file) throws JournalException {
        try {
            if (Files.exists(file) && !Files.isRegularFile(file)) {
                throw JournalException.unusable(file.toString(), "not a file");
            }
            if (Files.size(file) > BYTES_MAX) {
                throw JournalException.unusable(file.toString(), "larger than any journal");
            }
            return of(file.toString(), Files.readAllBytes(file));
        } catch (NoSuchFileException missing) {
            throw JournalException.missing(file.toString());
        } catch (IOException unreadable) {
            throw JournalException.unusable(file.toString(), String.valueOf(unreadable));
        }
    }

    /** The same as it would lie on the disk. */
    public static String written(List<PaymentEntry> entries) {
        var text = new StringBuilder();
        String check = JournalLine.FIRST_CHECK;
        long number = 0;
        for (PaymentEntry entry : entries) {
            number++;
            var line = JournalLine.after(number, check, entry);
            text.append(line.text()).append('\n');
            check = line.check();
        }
        return text.toString();
    }

    static JournalText of(String name, byte[] bytes) throws JournalException {
        var entries = new ArrayList<PaymentEntry>();
        String check = JournalLine.FIRST_CHECK;
        int start = 0;
        for (int end = newline(bytes, start); end >= 0; end = newline(bytes, start)) {
            String text = new String(bytes, start, end - start, StandardCharsets.UTF_8);
            try {
                var line = JournalLine.read(entries.size() + 1L, check, text);
                entries.add(line.entry());
                check = line.check();
            } catch (JournalLine.Broken broken) {
                throw JournalException.damaged(
                        name, entries.size() + 1L, String.valueOf(broken.getMessage()));
            }
            start = end + 1;
        }
        return new JournalText(entries, start, start < bytes.length, check);
    }

    private static int newline(byte[] bytes, int from) {
        for (int i = from; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                return i;
            }
        }
        return -1;
    }
}
