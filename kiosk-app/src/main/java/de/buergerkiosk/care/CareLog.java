package de.buergerkiosk.care;

import java.time.Instant;
import java.util.List;

/** Who did what at the kiosk: append-only, chained by hashes, durable, and without any PIN. */
public interface CareLog {
    /**
     * One line.
     *
     * @param staff code of the person; empty where nobody known is meant
     * @param detail codes, cents and outcomes, for whoever reads it later; at most 200 characters
     */
    record Entry(Instant at, String staff, CareEvent event, String detail) {}

    /** Durable when it returns. */
    void write(String staff, CareEvent event, String detail);

    /** Newest first. */
    List<Entry> latest(int max);

    /** Whether no line was changed afterwards. */
    boolean isSound();
}
