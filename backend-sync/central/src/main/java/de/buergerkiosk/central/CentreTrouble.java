package de.buergerkiosk.central;

import java.io.Serial;

/** Why the centre cannot start or go on; the message starts with its failure code. */
public final class CentreTrouble extends Exception {
    @Serial private static final long serialVersionUID = 1L;

    private final String code;

    /**
     * A trouble with its cure.
     *
     * @param code entry of the handbook of failure codes
     * @param message what is wrong and what to do, in English
     */
    public CentreTrouble(String code, String message) {
        super(code + " " + message);
        this.code = code;
    }

    public String code() {
        return code;
    }
}
