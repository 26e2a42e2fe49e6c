package de.buergerkiosk.scanner.simulated;

/** What happens at the simulated scanner. */
public sealed interface ScannerEvent {
    /** A host has come or gone. */
    record Host(boolean connected) implements ScannerEvent {}

    /**
     * A code was held before it.
     *
     * @param octets how long it was
     * @param heard whether a host was there to hear it
     */
    record Shown(int octets, boolean heard) implements ScannerEvent {}
}
