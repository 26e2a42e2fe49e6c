package de.buergerkiosk.scanner;

import de.buergerkiosk.ports.Fault;

/** Everything that can go wrong with the code scanner; explained in {@code failure-codes.md}. */
enum FailureCode {
    UNREACHABLE("SCN-UNREACHABLE"),
    LINE_LOST("SCN-LINE-LOST"),
    BUSY("SCN-BUSY"),
    NO_AIM("SCN-NO-AIM"),
    NO_SUFFIX("SCN-NO-SUFFIX");

    private final String code;

    FailureCode(String code) {
        this.code = code;
    }

    Fault fault(String detail) {
        return new Fault(code, detail);
    }
}
