package de.buergerkiosk.scanner.simulated;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * A code as it is held before the scanner.
 *
 * @param aim what the scanner says of it, such as {@code ]Q1}; empty for bytes of no code at all
 */
public record HeldCode(String aim, Octets content) {
    /** Bytes that nobody changes. */
    public static final class Octets {
        private final byte[] bytes;

        Octets(byte[] bytes) {
            this.bytes = bytes.clone();
        }

        byte[] bytes() {
            return bytes.clone();
        }

        int length() {
            return bytes.length;
        }
    }

    /** What codes are drawn as, and how scanners call it. */
    public enum Drawn {
        QR("qr", "]Q1"),
        DATA_MATRIX("datamatrix", "]d1"),
        AZTEC("aztec", "]z0"),
        PDF417("pdf417", "]L0"),
        BARS("bars", "]C0");

        private final String word;
        private final String aim;

        Drawn(String word, String aim) {
            this.word = word;
            this.aim = aim;
        }

        static Optional<Drawn> of(String word) {
            return Arrays.stream(values()).filter(each -> each.word.equals(word)).findFirst();
        }
    }

    public static HeldCode qr(String text) {
        return of(Drawn.QR, text);
    }

    public static HeldCode of(Drawn drawn, String text) {
        return new HeldCode(drawn.aim, new Octets(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Bytes as they are, with nothing before and nothing behind. */
    public static HeldCode raw(byte[] bytes) {
        return new HeldCode("", new Octets(bytes));
    }

    byte[] sent(boolean aimId, String suffix) {
        var all = new ByteArrayOutputStream();
        if (aimId) {
            all.writeBytes(aim.getBytes(StandardCharsets.US_ASCII));
        }
        all.writeBytes(content.bytes());
        if (!aim.isEmpty()) {
            all.writeBytes(suffix.getBytes(StandardCharsets.US_ASCII));
        }
        return all.toByteArray();
    }
}
