package de.buergerkiosk.payment.zvt.decode;

import de.buergerkiosk.payment.zvt.wire.MalformedException;
import de.buergerkiosk.payment.zvt.wire.TextEncoding;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** What the command answers to one line. */
final class Line {
    private Line() {}

    static String json(String hex) {
        return answer(hex, true);
    }

    static String table(String hex) {
        return answer(hex, false);
    }

    private static String answer(String hex, boolean json) {
        var out = new ByteArrayOutputStream();
        try (DecodedPrinter printer = json ? new DecodedJson(out) : new DecodedTable(out)) {
            byte[] text = hex.getBytes(StandardCharsets.ISO_8859_1);
            try {
                printer.print(
                        ApduSequence.read(HexInput.read(text, 0, text.length), TextEncoding.CP437));
            } catch (MalformedException malformed) {
                printer.print(malformed);
            }
        } catch (IOException cannotHappen) {
            throw new UncheckedIOException(cannotHappen);
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
