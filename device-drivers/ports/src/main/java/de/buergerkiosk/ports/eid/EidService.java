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
    /** Opens a session for exactly the rights that the service needs. */
    Opening open(EidRequest request) throws InterruptedException;

    /**
     * The same for no municipal service.
     *
     * @throws IllegalArgumentException for {@link EidRight#AGE_VERIFICATION} and {@link
     *     EidRight#ADDRESS_VERIFICATION}, which need a value to compare with
     */
    default Opening open(Set<EidRight> required, Set<EidRight> optional, String transactionInfo)
            throws InterruptedException {
        return open(EidRequest.withoutErrand(required, optional, transactionInfo));
    }

    /** The identity behind a refresh address: delivered once, then forgotten. */
    Delivery collect(URI refreshAddress) throws InterruptedException;

    /**
     * The client ended without an identity: the service forgets the session.
     *
     * @return why the eID server itself refused, where it did; clients hear no more than that
     */
    default Optional<EidResult.Ended> abandon(URI tcTokenUrl) throws InterruptedException {
        return Optional.empty();
    }

    /** Whether a session could be opened. */
    sealed interface Opening {
        record Opened(URI tcTokenUrl) implements Opening {}

        record Unavailable(Fault fault) implements Opening {}
    }

    /** What came of a collection. */
    sealed interface Delivery {
        record Delivered(Person identified) implements Delivery {}

        record Refused(EidResult.Reason reason, Fault fault) implements Delivery {}

        /** Empty when refused. */
        default Optional<Person> person() {
            return switch (this) {
                case Delivered(var identified) -> Optional.of(identified);
                case Refused _ -> Optional.empty();
            };
        }
    }
}
