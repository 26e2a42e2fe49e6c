package de.buergerkiosk.eid.simulated.client;

/** The eID server is not one to go on with; says what was seen and never what was asked for. */
public final class ServerTrouble extends Exception {
    private final Kind kind;

    /** What kind of trouble it is. */
    public enum Kind {
        /** It does not answer, or not in time. */
        SILENT,
        /** It knows no such session, or the session was used before. */
        SESSION,
        /** It answers what no server may answer. */
        BROKEN,
        /** It is not the one that it says, or may not do what it wants. */
        UNTRUSTED,
        /** It has ended the authentication; the card was not accepted. */
        REFUSES
    }

    public ServerTrouble(Kind kind, String observed) {
        super(observed);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }

    public String observed() {
        return String.valueOf(getMessage());
    }
}
