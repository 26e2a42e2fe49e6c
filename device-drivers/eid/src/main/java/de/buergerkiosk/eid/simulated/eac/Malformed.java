package de.buergerkiosk.eid.simulated.eac;

/** Bytes from outside are not what the specification says; the message never quotes them. */
public final class Malformed extends Exception {
    public Malformed(String what) {
        super(what);
    }
}
