package de.buergerkiosk.eid;

/** What the kiosk is running for; a simulated identity must never meet a real errand. */
public enum Environment {
    /** Real citizens, real cards. */
    PRODUCTION,
    /** Demo, training and tests: nobody is identified, and every page says so. */
    DEMO
}
