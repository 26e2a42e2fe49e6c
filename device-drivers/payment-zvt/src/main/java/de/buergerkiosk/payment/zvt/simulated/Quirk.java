package de.buergerkiosk.payment.zvt.simulated;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What terminals of some vendors do otherwise; seen in the field. Printed by the command. */
public enum Quirk {
    POSITIVE_84_00("acknowledges with 84 00 instead of 80 00"),
    NO_TIMEOUT_BYTE("04 FF without its time-out byte, the container comes at once"),
    NO_RECEIPTS("prints nothing and sends no receipts"),
    PRINT_LINES("sends receipts as single lines although text blocks were offered"),
    PRINT_TLV("appends a container to each print line"),
    LATIN_9("texts in ISO-8859-15, whatever was registered"),
    STATUS_TRIES_3("asks at most three times whether goods are out"),
    ABORT_UNANSWERED("takes no notice of 06 B0, with 84 83 or without an answer, and goes on"),
    NO_ENQUIRY("does not know 05 01 (84 83)"),
    NO_REPEAT("does not know 06 20 (84 83)"),
    EMPTY_REPEAT("ends 06 20 without a result"),
    REVERSES_LAST_ONLY("reverses nothing but its last transaction"),
    NUMBERS_FROM_1_AFTER_CLOSING("receipt numbers start again after each daily closing"),
    CLOSING_DAILY("demands a daily closing after 24 hours (F0)"),
    START_UP_OPEN(
            "says with its registration that initialisation is necessary, and refuses payments");

    private final String description;

    Quirk(String description) {
        this.description = description;
    }

    /** One sentence in English. */
    public String description() {
        return description;
    }

    /** As on the command line: {@code no-repeat}. */
    public String optionName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Quirk> named(String optionName) {
        return Arrays.stream(values())
                .filter(quirk -> quirk.optionName().equals(optionName))
                .findFirst();
    }
}
