package de.buergerkiosk.eid.simulated.client;

import de.buergerkiosk.eid.simulated.eac.Bytes;
import de.buergerkiosk.eid.simulated.paos.TcToken;
import java.net.URI;
import java.util.Set;

/** The way to one eID server for one authentication. */
public interface ServerLine extends AutoCloseable {
    /** Fetches the TCToken as it comes. */
    String tcToken(URI tcTokenUrl) throws ServerTrouble, InterruptedException;

    /** Sends a message to the address in the token, and gives the answer as it comes. */
    String exchange(TcToken token, String message) throws ServerTrouble, InterruptedException;

    /** SHA-256 of every TLS certificate that was met on the way so far. */
    Set<Bytes> tlsHashes();

    @Override
    void close();
}
