package de.buergerkiosk.central.mail.simulated;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What the simulated mail server does wrong. */
public enum MailFault {
    NONE("nothing"),
    GREYLIST("says 451 to each recipient the first time, as servers against spam do"),
    FULL("says 452 to each recipient"),
    UNKNOWN("says 550 to each recipient"),
    REFUSE("says 554 after the last dot"),
    HANG_UP_AT_DATA("ends the line instead of asking for the text"),
    HANG_UP_AFTER_DOT("keeps the mail and ends the line without an answer");

    private final String meaning;

    MailFault(String meaning) {
        this.meaning = meaning;
    }

    public String meaning() {
        return meaning;
    }

    /** As on the command line. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<MailFault> named(String word) {
        return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
    }
}
