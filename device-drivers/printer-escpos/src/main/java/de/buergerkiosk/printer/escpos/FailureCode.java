package de.buergerkiosk.printer.escpos;

import de.buergerkiosk.ports.Fault;

/** Everything that can go wrong with the receipt printer; explained in {@code failure-codes.md}. */
enum FailureCode {
    UNREACHABLE("PRN-UNREACHABLE"),
    MUTE("PRN-MUTE"),
    BUSY("PRN-BUSY"),
    OFFLINE("PRN-OFFLINE"),
    COVER_OPEN("PRN-COVER-OPEN"),
    PAPER_OUT("PRN-PAPER-OUT"),
    PAPER_LOW("PRN-PAPER-LOW"),
    CUTTER("PRN-CUTTER"),
    OVERHEATED("PRN-OVERHEATED"),
    MECHANICS("PRN-MECHANICS"),
    BROKEN("PRN-BROKEN"),
    LINE_LOST("PRN-LINE-LOST"),
    STALLED("PRN-STALLED"),
    NO_CONFIRMATION("PRN-NO-CONFIRMATION");

    private final String code;

    FailureCode(String code) {
        this.code = code;
    }

    Fault fault(String detail) {
        return new Fault(code, detail);
    }
}
