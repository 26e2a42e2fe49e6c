package de.buergerkiosk.payment.paypage.simulated;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What the simulated provider does wrong. */
public enum PageFault {
    NONE("everything works"),
    MUTE("takes connections and answers nothing"),
    DOWN("answers every question with 503"),
    NO_ACCESS("gives no tokens"),
    TOKEN_ONCE("takes each token for one question only"),
    NO_TENANT("does not know the authority: NO_VALID_ORIGINATOR_OR_ENDPOINT"),
    CREATE_LOST("makes the transaction, and its answer is lost each time"),
    CREATE_LOST_ONCE(
            "makes the transaction, its first answer is lost; asked again it exists already"),
    NO_PAGE("makes a transaction without an address to pay at"),
    EVIL_PAGE("names an address that no telephone should open"),
    GARBAGE("answers what is no JSON"),
    OTHER_AMOUNT("repeats another amount than was asked for"),
    PAID_OTHER_AMOUNT("has another amount once it is paid"),
    NO_WITHDRAWAL("cannot withdraw a page: version 1.0.0 of the specification to the letter"),
    PAID_MEANWHILE("the citizen pays in the moment in which the page is withdrawn"),
    MUTE_ONCE_OPEN("answers nothing from the moment on in which the page is open"),
    DECLINE("the bank says no when the citizen pays");

    private final String meaning;

    PageFault(String meaning) {
        this.meaning = meaning;
    }

    /** In one sentence. */
    public String meaning() {
        return meaning;
    }

    /** As it is named on the command line. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** By its word. */
    public static Optional<PageFault> named(String word) {
        return Arrays.stream(values()).filter(fault -> fault.word().equals(word)).findFirst();
    }
}
