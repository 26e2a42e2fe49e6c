package de.buergerkiosk.eid.simulated.server;

/** Why the server gives no identity. */
public enum Refusal {
    SESSION_UNKNOWN("/al/common#unknownError", "no such session waits"),
    SESSION_EXPIRED("/al/common#timeoutError", "the session's time is over"),
    MESSAGE("/al/common#parameterError", "a message that is not of this place"),
    CLIENT_ENDED("/sal#cancellationByUser", "the client has ended the authentication"),
    RIGHTS("/al/common#noPermission", "other rights than were asked for"),
    CARD_NOT_GENUINE("/al/common#noPermission", "the chip is not proved genuine"),
    CARD_EXPIRED("/al/common#noPermission", "the document is no longer valid"),
    CARD_UNREADABLE("/ifdl#unknownError", "the card does not tell what it must");

    private final String minor;
    private final String meaning;

    Refusal(String minor, String meaning) {
        this.minor = minor;
        this.meaning = meaning;
    }

    /** The part behind {@code resultminor}. */
    String minor() {
        return minor;
    }

    public String meaning() {
        return meaning;
    }
}
