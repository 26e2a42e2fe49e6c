package de.buergerkiosk.agent.enrol;

import java.io.Serial;

/** Why a machine did not become a kiosk; the message begins with a failure code and names the cure. */
public final class EnrolTrouble extends Exception {
    @Serial private static final long serialVersionUID = 1L;

    private final String code;

    EnrolTrouble(String code, String message) {
        super(code + " " + message);
        this.code = code;
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }

    public String code() {
        return code;
    }
}
