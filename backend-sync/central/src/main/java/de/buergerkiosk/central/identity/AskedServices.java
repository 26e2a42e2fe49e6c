package de.buergerkiosk.central.identity;

import java.util.Optional;

/** The services that the city offers; kiosks name a service, never the attributes. */
public interface AskedServices {
    /** No service at all. */
    AskedServices NONE = _ -> Optional.empty();

    Optional<Known> of(String service);

    /** A service that there is. */
    sealed interface Known {
        record Asks(ServiceAsking service) implements Known {}

        /** Anybody may use it. */
        record AsksNobody() implements Known {}
    }
}
