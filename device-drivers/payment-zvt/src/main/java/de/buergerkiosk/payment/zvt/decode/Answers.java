package de.buergerkiosk.payment.zvt.decode;

import de.buergerkiosk.payment.zvt.wire.MalformedException;
import de.buergerkiosk.payment.zvt.wire.Octets;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What the commands have in common: hex from the arguments or line by line, answers in order. */
final class Answers {
    private Answers() {}

    /** Reads bytes and says what they mean; false when they mean nothing whole. */
    interface Reading {
        boolean read(Octets bytes, DecodedPrinter out) throws MalformedException, IOException;
    }

    /** Bytes that may turn out to be none. */
    private interface Input {
        Octets bytes() throws MalformedException;
    }

    /**
     * Answers on standard output; errors are answers, too.
     *
     * @param words hex, or {@code -} alone for lines on standard input
     * @return the exit code: 1 when the bytes of the arguments mean nothing whole
     */
    static int give(List<String> words, boolean json, Reading reading) throws IOException {
        OutputStream out =
                new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16);
        try (DecodedPrinter printer = json ? new DecodedJson(out) : new DecodedTable(out)) {
            if (!words.equals(List.of("-"))) {
                byte[] hex = String.join(" ", words).getBytes(StandardCharsets.ISO_8859_1);
                return give(() -> HexInput.read(hex, 0, hex.length), reading, printer) ? 0 : 1;
            }
            var lines = new HexLines(new FileInputStream(FileDescriptor.in));
            while (lines.next()) {
                boolean _ = give(lines::bytes, reading, printer);
                // somebody may wait for this answer before asking the next question
                if (!lines.hasMoreAtOnce()) {
                    printer.flush();
                }
            }
            return 0;
        }
    }

    private static boolean give(Input input, Reading reading, DecodedPrinter printer)
            throws IOException {
        try {
            return reading.read(input.bytes(), printer);
        } catch (MalformedException malformed) {
            printer.print(malformed);
            return false;
        } finally {
            printer.endLine();
        }
    }
}
