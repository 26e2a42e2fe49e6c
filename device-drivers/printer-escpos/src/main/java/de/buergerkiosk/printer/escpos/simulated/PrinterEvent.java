package de.buergerkiosk.printer.escpos.simulated;

/** Something worth telling whoever watches the simulated printer. */
public sealed interface PrinterEvent {
    /** A paper came out; the file names are those inside the output folder, or empty. */
    record PaperOut(Paper paper, String pngFile, String textFile) implements PrinterEvent {}

    /** Cut although nothing was printed since the last cut; no paper is counted. */
    record Scrap() implements PrinterEvent {}

    /** The host did something that a careful host does not do; the printer went on as it could. */
    record Complaint(String about) implements PrinterEvent {}

    /** A host came or went. */
    record Host(boolean connected) implements PrinterEvent {}

    /** The status changed. */
    record Status(boolean paper, boolean paperLow, boolean coverOpen, boolean error, boolean online)
            implements PrinterEvent {}

    /** Buffers were emptied on request of the host. */
    record Cleared() implements PrinterEvent {}
}
