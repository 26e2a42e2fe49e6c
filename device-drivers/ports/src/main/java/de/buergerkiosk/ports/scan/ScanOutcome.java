package de.buergerkiosk.ports.scan;

import de.buergerkiosk.ports.Fault;

/** How waiting for a code ended. */
public sealed interface ScanOutcome {
    /** A code was shown. Whether it is one that was meant is for the asker to find out. */
    record Read(ScannedCode code) implements ScanOutcome {}

    /** Something was shown that can be no code of ours; its content is forgotten already. */
    record Refused(Why why) implements ScanOutcome {}

    /** Nobody showed anything in time. */
    record NothingShown() implements ScanOutcome {}

    /** The reader does not work; there has to be another way. */
    record Failed(Fault fault) implements ScanOutcome {}

    /** Why a code was refused. */
    enum Why {
        /** Longer than {@link ScannedCode#TEXT_MAX}. */
        TOO_LONG,
        /** Empty, or with a character that no code of ours has. */
        FORBIDDEN_CHARACTER,
        /** A kind of code that is not among {@link ScannedCode.Kind}. */
        OTHER_KIND
    }
}
