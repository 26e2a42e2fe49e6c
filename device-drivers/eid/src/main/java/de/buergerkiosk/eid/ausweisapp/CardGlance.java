package de.buergerkiosk.eid.ausweisapp;

/**
 * A look at the readers from outside, that touches no card. AusweisApp before API level 3 tells
 * nothing about cards that it does not know; whoever sees that a reader is not empty can.
 */
public interface CardGlance {
    /** Sees nothing. */
    CardGlance NONE = () -> false;

    /** Whether some card lies in a reader of the citizen. */
    boolean cardPresent();
}
