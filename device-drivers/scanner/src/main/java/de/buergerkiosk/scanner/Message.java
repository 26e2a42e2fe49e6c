package de.buergerkiosk.scanner;

import de.buergerkiosk.ports.scan.ScanOutcome.Why;
import de.buergerkiosk.ports.scan.ScannedCode;

/** What came from the scanner, from the first byte to the CR, already judged. */
sealed interface Message {
    /** Of a form that may pass. */
    record Code(ScannedCode code) implements Message {}

    /** A code, but none that may pass. */
    record Unfit(Why why) implements Message {}

    /** It does not say what kind of code it is: the scanner is not set up. */
    record Bare() implements Message {}
}
