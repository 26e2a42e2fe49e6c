package de.buergerkiosk.eid.simulated;

/** What a look into the tray shows. */
public sealed interface TrayLook {
    record Seen(TrayContent content) implements TrayLook {}

    /** The folder or its file cannot be used; says which and why. */
    record Unreadable(String observed) implements TrayLook {}
}
