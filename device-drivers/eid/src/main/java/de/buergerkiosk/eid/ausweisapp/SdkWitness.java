package de.buergerkiosk.eid.ausweisapp;

/**
 * Hears every message that AusweisApp sends, in their order, on a thread of the connection; returns
 * at once. PIN, CAN and PUK are in no message, only in commands.
 */
public interface SdkWitness {
    /** A witness who forgets everything. */
    SdkWitness NONE = _ -> {};

    void heard(SdkMessage message);

    /** That command leaves now. Only its name, never a value. */
    default void sent(String command) {}
}
