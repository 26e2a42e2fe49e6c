package de.buergerkiosk.central.appointment;

/** What became of a wish. */
public sealed interface HoldOutcome {
    /** Its place is kept now. */
    record Granted(Appointment appointment) implements HoldOutcome {}

    /** It was granted before; this is what became of it. */
    record Repeated(Appointment appointment) implements HoldOutcome {}

    /** Another wish came under this number before. */
    record Conflicting() implements HoldOutcome {}

    /** Nothing is free there any more, or nothing ever was. */
    record Taken() implements HoldOutcome {}

    /** It can never be granted; {@code field} says where the trouble is. */
    record Refused(String field, String problem) implements HoldOutcome {}
}
