package de.buergerkiosk.journey;

/** Where a stage leads. */
public sealed interface Turn {
    record Onward(Visit next) implements Turn {}

    /** To the stage before this one. */
    record Back() implements Turn {}

    /** The visit ends. */
    record Leave(Ending why) implements Turn {}

    /** Why a visit ended. */
    enum Ending {
        DONE,
        /** The citizen pressed the button. */
        LEFT,
        WALKED_AWAY,
        /** Filed, then not paid. */
        NOT_PAID,
        /** Something went wrong; an apology was shown. */
        TROUBLE,
        /** It did not begin: staff wants to work at the kiosk. */
        STAFF
    }
}
