package de.buergerkiosk.care;

/** What the staff log remembers; its words are data. Never renamed: they stand in files. */
public enum CareEvent {
    CAME_IN,
    WENT,
    WALKED_AWAY,
    /** A wrong PIN, or a code that nobody has. */
    REFUSED,
    LOCKED,
    /** The right PIN of somebody whose time is over. */
    EXPIRED,
    PAPER_CHANGED,
    TEST_PRINT,
    TERMINAL_TEST,
    READER_TEST,
    PART_RESTARTED,
    OUT_OF_ORDER,
    IN_SERVICE,
    DAY_CLOSING
}
