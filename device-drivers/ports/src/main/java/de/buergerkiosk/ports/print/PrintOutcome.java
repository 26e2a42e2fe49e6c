package de.buergerkiosk.ports.print;

import de.buergerkiosk.ports.Fault;

/** How a print ended. */
public sealed interface PrintOutcome {
    /** The printer confirmed: all of it is on paper, and cut. */
    record Printed() implements PrintOutcome {}

    /** It is not (or not wholly) on paper, and the printer said why. */
    record Halted(Fault fault) implements PrintOutcome {}

    /** The line broke after the bytes went out: it may or may not be on paper. */
    record Unknown(Fault fault) implements PrintOutcome {}
}
