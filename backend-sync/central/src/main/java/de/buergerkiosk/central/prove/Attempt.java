package de.buergerkiosk.central.prove;

import java.time.Instant;
import java.util.UUID;

/**
 * What one client did and what it was told.
 *
 * @param round {@code last-places} or {@code storm}
 * @param what {@code book}, {@code repeat}, {@code move} or {@code cancel}
 * @param outcome the word for the answer; {@code error} for an exception
 * @param code what the client holds in hand afterwards; empty where it holds nothing
 */
record Attempt(
        String round,
        int client,
        String what,
        UUID request,
        String service,
        Instant start,
        String outcome,
        String code) {
    String csv() {
        return String.join(
                ",",
                round,
                "" + client,
                what,
                request.toString(),
                service,
                start.toString(),
                outcome,
                code);
    }
}
