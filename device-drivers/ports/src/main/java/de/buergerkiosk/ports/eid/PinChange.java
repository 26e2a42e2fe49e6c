package de.buergerkiosk.ports.eid;

import de.buergerkiosk.ports.Fault;

/** How a change of the PIN ended. */
public sealed interface PinChange {
    /** The card has the new PIN. */
    record Changed() implements PinChange {}

    /** It ended otherwise; the card has the PIN that it had. */
    record Ended(EidResult.Reason reason, Fault fault) implements PinChange {}
}
