package de.buergerkiosk.care;

import java.time.Instant;
import java.util.Map;

/** Wrong tries at the staff door, across every restart. */
public interface Tries {
    /** How often it went wrong in a row, and until when nothing is tried. */
    record Count(int wrong, Instant lockedUntil) {
        public static final Count NONE = new Count(0, Instant.EPOCH);
    }

    /**
     * Of one subject.
     *
     * @param subject a known staff code, or the kiosk as a whole
     */
    Count of(String subject);

    /** All of them in one step; durable when it returns. */
    void keep(Map<String, Count> counts);
}
