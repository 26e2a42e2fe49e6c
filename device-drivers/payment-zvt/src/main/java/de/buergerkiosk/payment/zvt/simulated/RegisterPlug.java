package de.buergerkiosk.payment.zvt.simulated;

import de.buergerkiosk.payment.zvt.wire.Octets;
import java.io.IOException;

/** The terminal's end of a line to a register: raw bytes out. What comes in goes to the {@link Inbox}. */
public interface RegisterPlug {
    void write(Octets bytes) throws IOException;

    /** Cuts the line; done twice it does nothing. */
    void close();
}
