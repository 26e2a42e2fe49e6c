package de.buergerkiosk.contract.bundle;

/** Why a kiosk does not take a bundle; the words are those of the command and of the console. */
public enum Reason {
    /** Larger than a kiosk reads, as a whole or in a part. */
    TOO_LARGE("too-large"),
    /** Not a bundle of this version, or authentic and yet against its own rules. */
    MALFORMED("malformed"),
    /** Altered after it was signed, or not signed with both algorithms. */
    TAMPERED("tampered"),
    /** Signed in order, but by nobody whom the root names. */
    WRONG_ROOT("wrong-root"),
    /** For other kiosks. */
    FOREIGN("foreign"),
    /** Older than what the kiosk knows. */
    ROLLBACK("rollback"),
    /** No longer to be applied. */
    EXPIRED("expired");

    private final String word;

    Reason(String word) {
        this.word = word;
    }

    /** As the command prints it. */
    public String word() {
        return word;
    }
}
