package de.buergerkiosk.central.filing;

/** What became of a delivery at the device door. */
public sealed interface Arrival {
    /** Kept now; the receipt is durable with it. */
    record Accepted(String receipt) implements Arrival {}

    /** Kept before with the same content: the very same receipt. */
    record Repeated(String receipt) implements Arrival {}

    /** Other content was kept under this number before; that stays. */
    record Conflicting() implements Arrival {}

    /** It will never be taken; {@code field} says where the trouble is. */
    record Refused(String field, String problem) implements Arrival {}

    /** The certificate belongs to another kiosk than the delivery names. */
    record ForeignKiosk(String certified) implements Arrival {}
}
