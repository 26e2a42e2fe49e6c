package de.buergerkiosk.central.fleet;

import de.buergerkiosk.contract.fleet.Enrolled;
import java.time.Duration;
import java.time.Instant;

/** What became of a wish to enrol. */
public sealed interface EnrolOutcome {
    /** The kit; the very same again when the same key asks again with the same code. */
    record Welcome(Enrolled kit, boolean repeated) implements EnrolOutcome {}

    /** Nobody has this code. */
    record Unknown() implements EnrolOutcome {}

    /** Used by another key: by another machine, or by this one before it lost its key. */
    record Used() implements EnrolOutcome {}

    /** Too old, or replaced by a newer code for the same kiosk. */
    record Over(Instant expired) implements EnrolOutcome {}

    /** The kiosk's clock is too far from ours; the code was not used. */
    record ClockOff(Instant centre) implements EnrolOutcome {}

    /** Too many unknown codes came from there. */
    record Later(Duration pause) implements EnrolOutcome {}

    /** What was sent cannot be signed. */
    record Refused(String field, String problem) implements EnrolOutcome {}
}
