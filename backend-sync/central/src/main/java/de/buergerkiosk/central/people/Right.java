package de.buergerkiosk.central.people;

/**
 * Something that not everybody may do at the desk. {@link Person.Role} says who may; a new one is
 * nobody's until a role names it.
 */
public enum Right {
    /** Sees that there are filings of the own offices, and opens them. */
    READ_OWN_FILINGS,
    /** Calls waiting numbers to a counter of the own offices. */
    CALL_NUMBERS,
    /** Sees that there are filings, of every office, and opens none. */
    LIST_ALL_FILINGS,
    /** Sees whether the audit trail is whole, and what stands in it. */
    SEE_TRAIL,
    /** Sees kiosks, their settings, releases and incidents. */
    SEE_FLEET,
    /** Sees mails that did not get out, and says what becomes of them. */
    SETTLE_MAILS,
    /** Says that an incident was seen. */
    ACKNOWLEDGE,
    /** Makes the code with which a machine becomes a kiosk that is known already. */
    ENROL,
    /** Makes kiosks known, moves them, shuts the door to lost machines. */
    MANAGE_FLEET,
    /** Changes what kiosks are to be. */
    CHANGE_LAYERS,
    /** Sends changes to kiosks, stops them and takes them back. */
    RELEASE
}
