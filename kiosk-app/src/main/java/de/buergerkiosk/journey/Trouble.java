package de.buergerkiosk.journey;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Tells where a bug is without telling what it met: messages may hold personal data. */
public final class Trouble {
    private static final int FRAMES_MAX = 6;

    private Trouble() {}

    /** Classes of the throwable and its causes, and the uppermost frames; no messages. */
    public static String trace(Throwable bug) {
        var text = new StringBuilder();
        int depth = 0;
        for (Throwable at = bug; at != null && depth < 4; at = at.getCause(), depth++) {
            text.append(depth == 0 ? "" : " caused by ")
                    .append(at.getClass().getName())
                    .append(
                            Arrays.stream(at.getStackTrace())
                                    .limit(FRAMES_MAX)
                                    .map(StackTraceElement::toString)
                                    .collect(Collectors.joining(" < ", " at ", "")));
        }
        return text.toString();
    }
}
