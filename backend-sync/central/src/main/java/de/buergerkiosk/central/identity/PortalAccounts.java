package de.buergerkiosk.central.identity;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Accounts of the portal and the browsers that are signed in; keyed by hashes only. */
public interface PortalAccounts {
    /** The account of that pseudonym; made when it comes for the first time. */
    UUID of(String pseudonymHash, UUID ifNew, Instant now);

    /** Keeps a browser until then, and forgets those whose time is over. */
    void keep(String tokenHash, UUID account, Instant now, Instant until);

    Optional<UUID> find(String tokenHash, Instant now);

    void forget(String tokenHash);
}
