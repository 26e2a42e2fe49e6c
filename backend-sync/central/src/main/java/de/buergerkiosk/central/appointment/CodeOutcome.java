package de.buergerkiosk.central.appointment;

import java.time.Duration;

/** What came of a code, whatever was asked with it. */
public sealed interface CodeOutcome {
    /** As asked, or it was so already. */
    record Done(Appointment appointment) implements CodeOutcome {}

    /** Nobody has this code, or it is mistyped. */
    record Unknown() implements CodeOutcome {}

    /** Too many unknown codes came from this kiosk. */
    record TooMany(Duration pause) implements CodeOutcome {}

    /** Its state does not allow that; it stays as it is. */
    record NotNow(Appointment appointment) implements CodeOutcome {}

    /** It is over. */
    record Past(Appointment appointment) implements CodeOutcome {}

    /** It is another day, or much later today. */
    record TooEarly(Appointment appointment) implements CodeOutcome {}

    /** It is at another venue. */
    record Elsewhere(Appointment appointment) implements CodeOutcome {}

    /** The wished time is not free; the old one is kept. */
    record Taken(Appointment appointment) implements CodeOutcome {}

    /** The request can never be met; {@code field} says where the trouble is. */
    record Refused(String field, String problem) implements CodeOutcome {}
}
