package de.buergerkiosk.booking;

import de.buergerkiosk.contract.appointment.LentNumbers;
import java.time.LocalDate;
import java.util.UUID;

/** Where the blocks of numbers are kept that the centre has lent. Every change is durable. */
public interface Blocks {
    int left(String venue, LocalDate day);

    /**
     * Under which number a block is asked for: that of a question without an answer, which is asked
     * again, or this fresh one, written down.
     */
    UUID asking(String venue, LocalDate day, UUID fresh);

    /** The answer; the same one again changes nothing. */
    void lent(UUID id, LentNumbers numbers);

    /** The centre will not lend under this number. */
    void refused(UUID id);
}
