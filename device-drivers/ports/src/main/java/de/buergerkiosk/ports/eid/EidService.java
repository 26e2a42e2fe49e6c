package de.buergerkiosk.ports.eid;

import de.buergerkiosk.ports.Fault;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/**
 * The base service that starts identifications and delivers identities (eService, TR-03130). Bound
 * to the visit: a session belongs to the one who opened it.
 */
public interface EidService {
    /**
     * Opens a session for exactly the rights that the service needs.
     *
     * @throws IllegalArgumentException for {@link EidRight#AGE_VERIFICATION} and {@link
     *     EidRight#ADDRESS_VERIFICATION}, which compare with a value that this call cannot carry yet
     */
    Opening open(Set<EidRight> required, Set<EidRight> optional, String transactionInfo)
            throws InterruptedException;

    /** The identity behind a refresh address: delivered once, then forgotten; empty when refused. */
    Optional<Person> collect(URI refreshAddress) throws InterruptedException;

    /** Whether a session could be opened. */
    sealed interface Opening {
        record Opened(URI tcTokenUrl) implements Opening {}

        record Unavailable(Fault fault) implements Opening {}
    }
}
