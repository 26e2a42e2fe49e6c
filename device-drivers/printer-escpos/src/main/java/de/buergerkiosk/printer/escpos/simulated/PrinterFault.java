package de.buergerkiosk.printer.escpos.simulated;

import java.util.Arrays;
import java.util.Optional;

/** Misbehaviour that the simulated printer can be told to show. */
public enum PrinterFault {
    PAPER_OUT("paper-out", "The roll is empty from the start."),
    PAPER_LOW("paper-low", "The roll is near its end; printing still works."),
    PAPER_OUT_MIDWAY(
            "paper-out-midway", "The roll ends after 200 dot rows of a receipt (25 mm), once."),
    COVER_OPEN("cover-open", "The cover stands open from the start."),
    CUTTER_JAM("cutter-jam", "The knife is stuck: each cut fails with an auto-cutter error."),
    OFFLINE("offline", "The printer is offline and does not say why."),
    MUTE("mute", "Takes the connection and the bytes, answers nothing and prints nothing."),
    CUT_MIDWAY("cut-midway", "The line breaks after 100 dot rows of a receipt, once."),
    CUT_BEFORE_CONFIRM(
            "cut-before-confirm",
            "The line breaks when the receipt is out, before it is confirmed."),
    SLOW("slow", "Each line of text takes 50 ms, and the line takes few bytes at a time."),
    NO_PROCESS_ID("no-process-id", "An old printer: ignores GS ( H and answers GS r only.");

    private final String word;
    private final String sentence;

    PrinterFault(String word, String sentence) {
        this.word = word;
        this.sentence = sentence;
    }

    /** As on the command line, such as {@code paper-out}. */
    public String word() {
        return word;
    }

    public String sentence() {
        return sentence;
    }

    public static Optional<PrinterFault> of(String word) {
        return Arrays.stream(values()).filter(f -> f.word.equals(word)).findFirst();
    }
}
