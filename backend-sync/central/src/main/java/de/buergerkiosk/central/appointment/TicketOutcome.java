package de.buergerkiosk.central.appointment;

/** What became of a ticket that a kiosk reports. */
public sealed interface TicketOutcome {
    /** Kept now. */
    record Kept() implements TicketOutcome {}

    /** Kept before, the same. */
    record Repeated() implements TicketOutcome {}

    /** Its number, or its id, is on another ticket; or its appointment is not booked any more. */
    record Conflicting() implements TicketOutcome {}

    /** Its number was never lent to this kiosk for this day. */
    record NotLent() implements TicketOutcome {}

    /** It can never be kept; {@code field} says where the trouble is. */
    record Refused(String field, String problem) implements TicketOutcome {}
}
