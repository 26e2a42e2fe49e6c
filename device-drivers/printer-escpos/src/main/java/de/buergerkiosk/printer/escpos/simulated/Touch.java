package de.buergerkiosk.printer.escpos.simulated;

import java.util.Arrays;
import java.util.Optional;

/** What a hand can do to a printer. */
public enum Touch {
    PAPER_OUT("paper out"),
    PAPER_LOW("paper low"),
    PAPER_IN("paper in"),
    COVER_OPEN("cover open"),
    COVER_CLOSE("cover close"),
    CUTTER_JAM("cutter jam"),
    CUTTER_OK("cutter ok"),
    OFFLINE("offline"),
    ONLINE("online");

    private final String words;

    Touch(String words) {
        this.words = words;
    }

    /** As typed, such as {@code paper out}. */
    public String words() {
        return words;
    }

    public static Optional<Touch> of(String words) {
        String plain = words.strip().replaceAll("\\s+", " ");
        return Arrays.stream(values()).filter(t -> t.words.equals(plain)).findFirst();
    }
}
