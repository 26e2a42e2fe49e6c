package de.buergerkiosk.eid.identify;

import de.buergerkiosk.ports.eid.EidResult.Reason;

/** How an identification ended, in the words of the command. */
enum Outcome {
    IDENTIFIED("identified"),
    REFUSED("refused"),
    CANCELLED("cancelled"),
    WRONG_PIN("wrong-pin"),
    NO_CARD("no-card"),
    CARD_REMOVED("card-removed"),
    FOREIGN_CARD("foreign-card"),
    DEACTIVATED("deactivated"),
    TRANSPORT_PIN("transport-pin"),
    BLOCKED("blocked"),
    TIMEOUT("timeout"),
    UNAVAILABLE("unavailable"),
    FAILED("failed");

    private final String word;

    Outcome(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }

    static Outcome of(Reason reason) {
        return switch (reason) {
            case CANCELLED -> CANCELLED;
            case CARD_REMOVED -> CARD_REMOVED;
            case NO_CARD -> NO_CARD;
            case FOREIGN_CARD -> FOREIGN_CARD;
            case DEACTIVATED -> DEACTIVATED;
            case TRANSPORT_PIN -> TRANSPORT_PIN;
            case BLOCKED -> BLOCKED;
            case REFUSED -> REFUSED;
            case TIMEOUT -> TIMEOUT;
            case UNAVAILABLE -> UNAVAILABLE;
            case FAILED -> FAILED;
        };
    }
}
