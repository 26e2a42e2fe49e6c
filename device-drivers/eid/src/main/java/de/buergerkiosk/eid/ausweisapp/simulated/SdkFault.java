package de.buergerkiosk.eid.ausweisapp.simulated;

/** Misbehaviour that a client has to survive. */
public enum SdkFault {
    /** Answers RUN_AUTH with text that is not JSON. */
    NOT_JSON,
    /** Answers RUN_AUTH with JSON that is no message. */
    NO_MESSAGE,
    /** Answers RUN_AUTH with a message of two million characters. */
    HUGE_MESSAGE,
    /** Answers RUN_AUTH with bytes. */
    BINARY,
    /** Answers RUN_AUTH with messages without end. */
    FLOOD,
    /** Never answers RUN_AUTH. */
    SILENT,
    /** Closes the connection when it should ask for the PIN. */
    CLOSES_AT_PIN,
    /** Asks for the PIN before anybody has consented. */
    PIN_BEFORE_CONSENT,
    /** Asks for the PIN of a card whose online function is off. */
    PIN_OF_A_DEACTIVATED_CARD,
    /** Asks for nothing while a card lies there that cannot be used, as 1.26.2 does. */
    SILENT_ABOUT_UNUSABLE_CARDS,
    /** Gives -1 for the tries left until it asks for digits, as 2.x does. */
    TRIES_TOLD_LATE,
    /** Gives -1 for the tries left also while it asks for digits. */
    TRIES_NEVER_TOLD,
    /** Stops reading at 40 percent, until the card is gone. */
    STOPS_READING,
    /** Confirms more rights than those that were granted. */
    MORE_RIGHTS,
    /** The server behind it has the card compare with another age than the service's. */
    OTHER_AGE,
    /** Claims success before a card was there. */
    SUCCESS_WITHOUT_CARD,
    /** Ends well, without saying where to go on. */
    SUCCESS_WITHOUT_URL,
    /** Ends well, and goes on at another place than the server's. */
    SUCCESS_ELSEWHERE,
    /** Tells a bug of its own in the middle. */
    INTERNAL_ERROR,
    /** Takes CANCEL and does not end. */
    IGNORES_CANCEL,
    /** The server behind it cannot be reached. */
    SERVER_UNREACHABLE,
    /** The certificate of the service is not trusted. */
    SERVER_UNTRUSTED,
    /** Refuses a connection because of another client. */
    TAKEN,
    /** Refuses a connection because it is no AusweisApp. */
    NO_SDK,
    /** Knows workflows only, and none of the questions about itself and its readers. */
    KNOWS_NO_QUESTIONS,
    /** Knows only the first level of its interface. */
    LEVEL_ONE_ONLY
}
