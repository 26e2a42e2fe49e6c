package de.buergerkiosk.eid.simulated.eac;

/** The terminal's end of a secure channel: counts its messages. Not for several threads. */
public final class SecureChannel {
    private final SessionKeys keys;
    private long counter;

    public SecureChannel(SessionKeys keys) {
        this.keys = keys;
    }

    public CommandApdu protect(CommandApdu plain) {
        return keys.protect(plain, ++counter);
    }

    public ResponseApdu unprotect(ResponseApdu secured) throws Malformed {
        return keys.unprotect(secured, ++counter);
    }
}
