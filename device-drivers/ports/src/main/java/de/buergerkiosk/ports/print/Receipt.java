package de.buergerkiosk.ports.print;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * A receipt as data: the same record is printed, shown and spoken.
 *
 * @param serial identifies this print for the completion handshake and for reprints; not personal
 */
public record Receipt(String serial, List<Line> lines) {
    public Receipt {
        Objects.requireNonNull(serial);
        lines = List.copyOf(lines);
        if (lines.size() > 400) {
            throw new IllegalArgumentException("receipt too long: " + lines.size() + " lines");
        }
    }

    /** One element of a receipt, top to bottom. */
    public sealed interface Line {}

    /** A paragraph; the driver wraps it at word boundaries. */
    public record Text(String text, Style style) implements Line {}

    /** Label at the left, value at the right edge; wraps when both do not fit on one line. */
    public record Pair(String label, String value) implements Line {}

    /** A horizontal rule over the whole width. */
    public record Rule() implements Line {}

    /** White space of that many text lines. */
    public record Gap(int lines) implements Line {}

    /**
     * A QR code with error correction M.
     *
     * @param content 1 to 600 bytes of UTF-8
     */
    public record Qr(String content, String caption) implements Line {
        /** What a phone still reads from a receipt of 80 mm. */
        public static final int BYTES_MAX = 600;

        public Qr {
            int bytes = content.getBytes(StandardCharsets.UTF_8).length;
            if (bytes < 1 || bytes > BYTES_MAX) {
                throw new IllegalArgumentException(
                        "a QR code holds 1 to " + BYTES_MAX + " bytes, not " + bytes);
            }
        }
    }

    /** How a paragraph looks. */
    public enum Style {
        NORMAL,
        BOLD,
        /** Double height and width, centred, bold. */
        TITLE,
        CENTRED,
        SMALL
    }
}
