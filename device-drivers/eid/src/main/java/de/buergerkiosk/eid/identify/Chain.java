package de.buergerkiosk.eid.identify;

import de.buergerkiosk.eid.simulated.server.Refusal;
import de.buergerkiosk.ports.eid.EidClient;
import de.buergerkiosk.ports.eid.EidRight;
import de.buergerkiosk.ports.eid.EidService;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Everything that one identification needs.
 *
 * @param service delivers the identity; empty when the session is somebody else's
 * @param refusal why the service itself ended it; clients only hear that it did
 */
record Chain(
        EidClient client,
        Optional<EidService> service,
        Supplier<Optional<Refusal>> refusal,
        List<AutoCloseable> rest)
        implements AutoCloseable {
    /** What the command asks for when the session is its own. */
    static final Set<EidRight> REQUIRED =
            Set.of(
                    EidRight.FAMILY_NAMES,
                    EidRight.GIVEN_NAMES,
                    EidRight.DATE_OF_BIRTH,
                    EidRight.ADDRESS);

    Chain {
        rest = List.copyOf(rest);
    }

    /** With the session of somebody else. */
    static Chain foreign(EidClient client) {
        return new Chain(client, Optional.empty(), Optional::empty, List.of());
    }

    /** Where the session is to be had, or why there is none. */
    EidService.Opening session(Optional<URI> foreign) throws InterruptedException {
        if (foreign.isPresent()) {
            return new EidService.Opening.Opened(foreign.get());
        }
        return service.orElseThrow().open(REQUIRED, Set.of(), "Bürgerkiosk: identify");
    }

    @Override
    public void close() {
        client.close();
        for (AutoCloseable each : rest) {
            try {
                each.close();
            } catch (Exception e) {
                // everything else still has to be closed, and the process ends anyway
                System.err.println("identify: not closed cleanly: " + e.getClass().getSimpleName());
            }
        }
    }
}
