package de.buergerkiosk.screen;

/** Something that is kept from visit to visit and can forget what it showed. */
interface Wiped {
    /** Forgets every text and entry; the next page fills it again. */
    void wipe();
}
