package de.buergerkiosk.forms;

/** What the kiosk offers while it cannot reach the centre. */
public enum OfflinePolicy {
    /** The service works in full; the filing is carried later. */
    ALLOW,
    /** The filing is taken as a request that the office confirms later. */
    REQUEST,
    /** The service is not offered. */
    DENY
}
