package de.buergerkiosk.ports.eid;

import de.buergerkiosk.ports.Fault;
import java.net.URI;

/** How an identification ended at the client. */
public sealed interface EidResult {
    /** The server has what it asked for; fetch the identity by this address. */
    record Done(URI refreshAddress) implements EidResult {}

    /** It ended without an identity. */
    record Ended(Reason reason, Fault fault) implements EidResult {}

    enum Reason {
        CANCELLED,
        CARD_REMOVED,
        NO_CARD,
        FOREIGN_CARD,
        DEACTIVATED,
        TRANSPORT_PIN,
        BLOCKED,
        REFUSED,
        TIMEOUT,
        UNAVAILABLE,
        FAILED
    }
}
