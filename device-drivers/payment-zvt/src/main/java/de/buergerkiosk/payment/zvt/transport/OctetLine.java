package de.buergerkiosk.payment.zvt.transport;

import de.buergerkiosk.payment.zvt.wire.Octets;
import java.time.Duration;

/** A line that carries bytes and knows nothing of what they mean. */
public interface OctetLine extends AutoCloseable {
    void write(Octets bytes) throws WireException, InterruptedException;

    /** Some bytes, as they come, or none after that time of silence. */
    Octets read(Duration silence) throws WireException, InterruptedException;

    /** How long so many bytes are on their way. */
    Duration transmission(int bytes);

    @Override
    void close();
}
