package de.buergerkiosk.ports.scan;

import de.buergerkiosk.ports.Personal;
import java.util.Objects;

/**
 * What stood in a code.
 *
 * @param text 1 to 600 characters of printable ASCII without quotes, backslash and angle brackets;
 *     personal, because whoever has the code of an appointment has the appointment
 */
public record ScannedCode(Kind kind, Personal<String> text) {
    /** In characters: what the kiosk prints as QR code, it can read. */
    public static final int TEXT_MAX = 600;

    /** What a code is drawn as. */
    public enum Kind {
        QR,
        DATA_MATRIX,
        AZTEC,
        PDF417,
        /** Bars of one dimension, of any sort. */
        BARS
    }

    public ScannedCode {
        Objects.requireNonNull(kind);
        String revealed = text.reveal();
        if (revealed.isEmpty()
                || revealed.length() > TEXT_MAX
                || !revealed.chars().allMatch(ScannedCode::isAllowed)) {
            throw new IllegalArgumentException("text of a code that may not pass");
        }
    }

    /** Whether codes of ours have this character. */
    public static boolean isAllowed(int character) {
        return character >= ' ' && character <= '~' && "\"'`\\<>".indexOf(character) < 0;
    }
}
