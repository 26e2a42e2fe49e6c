package de.buergerkiosk.contract.bundle;

import java.time.Instant;
import java.util.Optional;

/**
 * What a kiosk knows when a bundle arrives.
 *
 * @param kiosk its name; without it nothing is foreign
 * @param site where it stands
 * @param knownVersion the greatest version it ever accepted; 0 for none
 * @param knownDigest {@link Bundle#digest()} of that version, where it is known
 * @param at the time
 */
public record Expectation(
        Optional<String> kiosk,
        Optional<String> site,
        long knownVersion,
        Optional<String> knownDigest,
        Instant at) {
    /** Looks at the bundle alone: no kiosk, nothing known. */
    public static Expectation nothing(Instant at) {
        return new Expectation(Optional.empty(), Optional.empty(), 0, Optional.empty(), at);
    }
}
