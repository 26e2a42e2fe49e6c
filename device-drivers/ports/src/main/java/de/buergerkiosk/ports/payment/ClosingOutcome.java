package de.buergerkiosk.ports.payment;

import de.buergerkiosk.ports.Fault;

/** How a daily closing of a payment terminal ended. */
public sealed interface ClosingOutcome {
    /**
     * The terminal has closed its day.
     *
     * @param comparison its sums held against the journal
     */
    record Closed(Comparison comparison) implements ClosingOutcome {}

    /** It has not, and may be asked again under the same reference. */
    record NotClosed(Fault fault) implements ClosingOutcome {}

    /** The terminal stays away; whether it closed is asked again under the same reference. */
    record Unclear(Fault fault) implements ClosingOutcome {}

    /** What terminal and journal say. */
    sealed interface Comparison {
        /** The same. */
        record Agree(long cents) implements Comparison {}

        /** Not the same: somebody has to look. */
        record Differ(long terminalCents, long journalCents) implements Comparison {}

        /** The terminal told no sums. */
        record Untold() implements Comparison {}
    }
}
