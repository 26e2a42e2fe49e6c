package de.buergerkiosk.central.appointment;

/** What came of a press at the counter. */
public sealed interface QueueOutcome {
    /** As asked, or it was so already. */
    record Done(Queued ticket) implements QueueOutcome {}

    /** There is nobody to call. */
    record NobodyWaits() implements QueueOutcome {}

    /** Somebody else was faster, or its state does not allow that; it stays as it is. */
    record NotNow(Queued ticket) implements QueueOutcome {}

    /** This counter has called somebody who is not done yet. */
    record Busy(Queued ticket) implements QueueOutcome {}

    /** No such number in today's list of this venue. */
    record Unknown() implements QueueOutcome {}
}
