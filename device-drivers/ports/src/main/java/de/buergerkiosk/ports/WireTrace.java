package de.buergerkiosk.ports;

/**
 * Hears what goes over a device's wire, already redacted by the driver: no card numbers, no
 * personal data. Recorded traces are test data.
 */
public interface WireTrace {
    /** A trace that forgets everything. */
    WireTrace NONE =
            new WireTrace() {
                @Override
                public void sent(String redactedHex) {}

                @Override
                public void received(String redactedHex) {}
            };

    /** A new connection; what comes next goes over it. */
    default void opened() {}

    /** Kiosk to device; upper-case hex, redacted. */
    void sent(String redactedHex);

    /** Device to kiosk; upper-case hex, redacted. */
    void received(String redactedHex);
}
