package de.buergerkiosk.card.pcsc;

import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a reader can do besides carrying commands (PC/SC part 10, with its amendment 1 for PACE as
 * TR-03119 asks of comfort readers).
 *
 * @param pinPad whether a PIN can be typed and verified at the reader
 * @param pace what the reader itself does of PACE
 */
public record ReaderAbilities(boolean pinPad, Set<Pace> pace) {
    /** CM_IOCTL_GET_FEATURE_REQUEST of pcsc-lite: 0x42000000 + 3400. */
    static final int FEATURE_REQUEST = 0x42000000 + 3400;

    /** GetReadersPACECapabilities: function 1, no input. */
    static final byte[] PACE_CAPABILITIES = {1, 0, 0};

    static final int VERIFY_PIN_DIRECT = 0x06;
    static final int EXECUTE_PACE = 0x20;
    private static final int CONTROL_CODE_BYTES = 4;
    private static final int RESULT_BYTES = 4;

    public ReaderAbilities {
        pace = Set.copyOf(pace);
    }

    /** Parts of PACE in a reader; the bits of GetReadersPACECapabilities. */
    public enum Pace {
        /** The PIN typed at the reader never leaves it. */
        GENERIC(0x40),
        /** Knows the certificates of German online identification. */
        EID(0x20),
        /** Qualified signatures. */
        SIGNATURE(0x10),
        /** Can end a channel. */
        DESTROY_CHANNEL(0x80);

        private final int bit;

        Pace(int bit) {
            this.bit = bit;
        }
    }

    static ReaderAbilities none() {
        return new ReaderAbilities(false, Set.of());
    }

    /**
     * The features of a reader: tag, length 4, control code with its highest byte first; one after
     * the other.
     *
     * @return control codes by tag; empty when the bytes are not of that form
     */
    static Optional<Map<Integer, Integer>> features(byte[] answer) {
        var features = new TreeMap<Integer, Integer>();
        int at = 0;
        while (at < answer.length) {
            if (at + 2 + CONTROL_CODE_BYTES > answer.length
                    || answer[at + 1] != CONTROL_CODE_BYTES) {
                return Optional.empty();
            }
            int code = 0;
            for (int i = 0; i < CONTROL_CODE_BYTES; i++) {
                code = (code << 8) | (answer[at + 2 + i] & 0xFF);
            }
            features.put(answer[at] & 0xFF, code);
            at += 2 + CONTROL_CODE_BYTES;
        }
        return Optional.of(features);
    }

    /**
     * The PACE capabilities: result (4 bytes, lowest first), length (2 bytes, lowest first), and a
     * map of bits that some readers begin with its own length.
     */
    static Set<Pace> paceCapabilities(byte[] answer) {
        if (answer.length < RESULT_BYTES + 3) {
            return Set.of();
        }
        for (int i = 0; i < RESULT_BYTES; i++) {
            if (answer[i] != 0) {
                return Set.of();
            }
        }
        int length = (answer[4] & 0xFF) | ((answer[5] & 0xFF) << 8);
        if (length < 1 || length != answer.length - RESULT_BYTES - 2) {
            return Set.of();
        }
        int bits = (length > 1 ? answer[7] : answer[6]) & 0xFF;
        var capabilities = EnumSet.noneOf(Pace.class);
        for (Pace each : Pace.values()) {
            if ((bits & each.bit) != 0) {
                capabilities.add(each);
            }
        }
        return capabilities;
    }
}
