package de.buergerkiosk.payment.zvt;

import java.time.LocalDateTime;
import java.util.List;

/** What a terminal does besides taking payments, each with its command (PA00P015 chapter 2). */
public sealed interface Duty {
    /** 06 50: daily closing; see {@link ZvtTerminal#close}, which writes it ahead. */
    record EndOfDay() implements Duty {}

    /** 06 10: what a daily closing would say now. */
    record TurnoverTotals() implements Duty {}

    /** 06 70: talks to the host. */
    record Diagnosis() implements Duty {}

    /** 06 93: completes the start-up. */
    record Initialisation() implements Duty {}

    /** 06 79. */
    record SelfTest() implements Duty {}

    /** 06 1A. */
    record PrintSystemConfiguration() implements Duty {}

    /** 08 10: the terminal may fetch new software when it wants to. */
    record SoftwareUpdate() implements Duty {}

    /** 06 02: the terminal forgets the registration. */
    record LogOff() implements Duty {}

    /** 06 18: the terminal restarts; it may hang up at once. */
    record Reset() implements Duty {}

    /** 06 91. */
    record SetTime(LocalDateTime time) implements Duty {}

    /**
     * 06 E0.
     *
     * @param lines one to eight, each at most 40 characters
     * @param seconds how long they are shown; 0 for until something else is
     */
    record DisplayText(List<String> lines, int seconds) implements Duty {
        public DisplayText {
            lines = List.copyOf(lines);
            if (lines.isEmpty() || lines.size() > 8 || seconds < 0 || seconds > 255) {
                throw new IllegalArgumentException("one to eight lines, 0 to 255 seconds");
            }
            if (lines.stream().anyMatch(line -> line.length() > 40)) {
                throw new IllegalArgumentException("a line has at most 40 characters");
            }
        }
    }

    /** 06 20: prints the receipts of the last transaction again. */
    record RepeatReceipt() implements Duty {}
}
