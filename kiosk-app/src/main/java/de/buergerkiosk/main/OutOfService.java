package de.buergerkiosk.main;

/** The kiosk cannot take citizens; the message tells staff the field, the place and the cure. */
public sealed class OutOfService extends Exception permits DataInUse {
    private static final long serialVersionUID = 1;
    private final String code;

    OutOfService(String code, String message, Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    OutOfService(String code, String message) {
        super(message);
        this.code = code;
    }

    /** A failure code of the handbook. */
    public String code() {
        return code;
    }
}
