package de.buergerkiosk.eid.ausweisapp;

import de.buergerkiosk.eid.EidTrouble;
import java.net.URI;

/** Where AusweisApp listens. */
public sealed interface Whereabouts {
    /** At this WebSocket address, {@code ws://127.0.0.1:24727/eID-Kernel} for example. */
    record At(URI address) implements Whereabouts {}

    /** Nowhere, and why. */
    record Nowhere(EidTrouble trouble, String observed) implements Whereabouts {}
}
