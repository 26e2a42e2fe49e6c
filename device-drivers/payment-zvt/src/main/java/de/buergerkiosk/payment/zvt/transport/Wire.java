package de.buergerkiosk.payment.zvt.transport;

import de.buergerkiosk.payment.zvt.wire.Apdu;
import java.time.Duration;
import java.util.Optional;

/**
 * An open line to the other end, over which whole APDUs go (PA00P016). Used by one thread at a time;
 * {@link #close} may come from another one. After a {@link WireException} the wire is of no more
 * use.
 */
public interface Wire extends AutoCloseable {
    /** Hands the bytes to the line; on a serial line it has been acknowledged there. */
    void send(Apdu apdu) throws WireException, InterruptedException;

    /** The next APDU, or nothing after that time of silence. */
    Optional<Apdu> receive(Duration silence) throws WireException, InterruptedException;

    @Override
    void close();
}
