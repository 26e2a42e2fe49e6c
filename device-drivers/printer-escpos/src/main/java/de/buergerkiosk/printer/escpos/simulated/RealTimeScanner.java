package de.buergerkiosk.printer.escpos.simulated;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds the commands that a printer obeys the moment they arrive: while it is offline, with a full
 * buffer, and even when their bytes stand inside a picture.
 */
final class RealTimeScanner {
    private static final byte[] CLEAR = {0x10, 0x14, 8, 1, 3, 0x14, 1, 6, 2, 8};

    private final List<Byte> recent = new ArrayList<>();

    /** What was found at a byte. */
    sealed interface Found {
        record Nothing() implements Found {}

        /** DLE EOT n, n from 1 to 4. */
        record Status(int which) implements Found {}

        /** DLE ENQ n: 1 resumes, 2 gives up what was being printed. */
        record Recover(boolean clear) implements Found {}

        /** DLE DC4 8. */
        record Clear() implements Found {}
    }

    Found next(byte value) {
        recent.add(value);
        if (recent.size() > CLEAR.length) {
            recent.removeFirst();
        }
        if (endsWith(0x10, 0x04) && value >= 1 && value <= 4) {
            return new Found.Status(value);
        } else if (endsWith(0x10, 0x05) && (value == 1 || value == 2)) {
            return new Found.Recover(value == 2);
        } else if (recent.size() == CLEAR.length && Arrays.equals(CLEAR, recentBytes())) {
            return new Found.Clear();
        }
        return new Found.Nothing();
    }

    /** Whether these two stand before the newest byte. */
    private boolean endsWith(int first, int second) {
        int size = recent.size();
        return size >= 3 && recent.get(size - 3) == first && recent.get(size - 2) == second;
    }

    private byte[] recentBytes() {
        byte[] bytes = new byte[recent.size()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = recent.get(i);
        }
        return bytes;
    }
}
