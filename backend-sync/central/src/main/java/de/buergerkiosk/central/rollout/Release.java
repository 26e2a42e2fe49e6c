package de.buergerkiosk.central.rollout;

import java.time.Instant;

/**
 * Layers as they were at one moment, on their way to kiosks.
 *
 * @param upTo number of the newest change of a layer that is in it
 * @param audience the widest so far
 * @param by login of who made it
 */
public record Release(
        long number,
        long upTo,
        Audience audience,
        State state,
        String note,
        String by,
        Instant at) {
    /** How far it came. */
    public enum State {
        RUNNING,
        STOPPED,
        ROLLED_BACK
    }
}
