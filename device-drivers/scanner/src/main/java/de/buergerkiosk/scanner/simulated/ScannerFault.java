package de.buergerkiosk.scanner.simulated;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** Misbehaviour that the simulated scanner can be told to show. */
public enum ScannerFault {
    NO_AIM("no-aim", "Not set up: sends codes without AIM id."),
    NO_SUFFIX("no-suffix", "Not set up: sends codes without CR at the end."),
    LINE_FEED("line-feed", "Ends each code with CR and LF, as some models do."),
    NOISE("noise", "Sends some bytes of noise and a CR, a moment before each code."),
    SLOW("slow", "Sends a byte every 20 ms."),
    CUT_MIDWAY("cut-midway", "The line breaks in the middle of a code, once."),
    LIES_THERE(
            "lies-there", "The code stays before the glass and is sent ten times, every 100 ms."),
    MUTE("mute", "Takes the connection and sends nothing.");

    private final String word;
    private final String sentence;

    ScannerFault(String word, String sentence) {
        this.word = word;
        this.sentence = sentence;
    }

    /** As on the command line, such as {@code no-aim}. */
    public String word() {
        return word;
    }

    public String sentence() {
        return sentence;
    }

    public static Optional<ScannerFault> of(String word) {
        return Arrays.stream(values()).filter(f -> f.word.equals(word)).findFirst();
    }

    static String words() {
        return Arrays.stream(values()).map(ScannerFault::word).collect(Collectors.joining(", "));
    }
}
