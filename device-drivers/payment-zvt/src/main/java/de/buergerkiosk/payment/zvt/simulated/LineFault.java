package de.buergerkiosk.payment.zvt.simulated;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Something that befalls one message between terminal and register.
 *
 * @param message which one, counted from 1 over both directions from when the fault is set
 * @param kind what befalls it
 */
public record LineFault(int message, Kind kind) {
    private static final Pattern TEXT = Pattern.compile("([a-z-]+)@([1-9][0-9]{0,5})");

    /** What can befall a message. */
    public enum Kind {
        LOSE("never arrives, and the line stays"),
        DUPLICATE("arrives twice"),
        LATE("arrives two seconds late"),
        VERY_LATE("arrives seven seconds late, after every usual time-out"),
        CUT_BEFORE("the line is cut instead of it"),
        CUT_AFTER("the line is cut right behind it"),
        CUT_INSIDE("the line is cut in the middle of it"),
        SPLIT("arrives in pieces, with pauses between them"),
        GARBAGE("noise of some bytes arrives in front of it"),
        REBOOT("the terminal restarts instead of it and is away for five seconds");

        private final String description;

        Kind(String description) {
            this.description = description;
        }

        /** Half a sentence in English. */
        public String description() {
            return description;
        }

        /** As in scripts: {@code cut-after}. */
        public String optionName() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public LineFault {
        if (message < 1) {
            throw new IllegalArgumentException("messages are counted from 1: " + message);
        }
    }

    /** Reads {@code cut-after@12}; empty where the text is none. */
    public static Optional<LineFault> read(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int message = Integer.parseInt(matcher.group(2));
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.optionName().equals(matcher.group(1)))
                .findFirst()
                .map(kind -> new LineFault(message, kind));
    }

    /** As {@link #read} takes it. */
    public String text() {
        return kind.optionName() + "@" + message;
    }
}
