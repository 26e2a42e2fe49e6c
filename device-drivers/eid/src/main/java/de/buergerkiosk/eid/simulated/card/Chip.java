package de.buergerkiosk.eid.simulated.card;

import de.buergerkiosk.eid.simulated.eac.Bytes;
import java.io.IOException;

/** A chip in a reader's field. */
public interface Chip {
    /**
     * A command to the chip, and its answer.
     *
     * @throws IOException when the chip's memory cannot be written: no answer comes then
     */
    Bytes transmit(Bytes command) throws IOException, InterruptedException;

    /** Power off and on: everything that was agreed is forgotten. */
    void reset();
}
