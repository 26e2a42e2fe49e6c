package de.buergerkiosk.printer.escpos;

import de.buergerkiosk.ports.DeviceState;
import de.buergerkiosk.ports.Fault;
import java.util.Optional;

/** How the printer says it is, from either kind of status report. */
record PrinterStatus(
        boolean offline,
        boolean coverOpen,
        boolean paperOut,
        boolean paperLow,
        boolean cutterJammed,
        boolean mechanicalError,
        boolean broken,
        boolean overheated) {

    /** The four answers to DLE EOT 1 to 4. */
    static PrinterStatus ofRealTime(int printer, int offline, int error, int paper) {
        return new PrinterStatus(
                has(printer, 0x08),
                has(offline, 0x04),
                has(offline, 0x20) || has(paper, 0x60),
                has(paper, 0x0C),
                has(error, 0x08),
                has(error, 0x04),
                has(error, 0x20),
                has(error, 0x40));
    }

    static PrinterStatus ofAutomatic(Reply.Automatic status) {
        return new PrinterStatus(
                has(status.first(), 0x08),
                has(status.first(), 0x20),
                has(status.third(), 0x0C),
                has(status.third(), 0x03),
                has(status.second(), 0x08),
                has(status.second(), 0x04),
                has(status.second(), 0x20),
                has(status.second(), 0x40));
    }

    /** Why it cannot print, if so; the cause that has to be cured first. */
    Optional<Fault> down() {
        if (broken) {
            return fault(FailureCode.BROKEN, "unrecoverable error reported");
        } else if (coverOpen) {
            return fault(FailureCode.COVER_OPEN, "cover open reported");
        } else if (paperOut) {
            return fault(FailureCode.PAPER_OUT, "paper end reported");
        } else if (cutterJammed) {
            return fault(FailureCode.CUTTER, "auto-cutter error reported");
        } else if (overheated) {
            return fault(FailureCode.OVERHEATED, "automatically recoverable error reported");
        } else if (mechanicalError) {
            return fault(FailureCode.MECHANICS, "recoverable error reported");
        } else if (offline) {
            return fault(FailureCode.OFFLINE, "offline reported without a cause");
        }
        return Optional.empty();
    }

    DeviceState state() {
        return down().<DeviceState>map(DeviceState.Down::new)
                .orElseGet(() ->
                        paperLow
                                ? new DeviceState.Limited(
                                        FailureCode.PAPER_LOW.fault("near end reported"))
                                : new DeviceState.Ready());
    }

    private static Optional<Fault> fault(FailureCode code, String detail) {
        return Optional.of(code.fault(detail));
    }

    private static boolean has(int bits, int mask) {
        return (bits & mask) != 0;
    }
}
