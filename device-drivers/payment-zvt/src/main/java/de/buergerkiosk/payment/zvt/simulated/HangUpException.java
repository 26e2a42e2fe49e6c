package de.buergerkiosk.payment.zvt.simulated;

/** The register is gone, or the terminal itself has cut the line. */
final class HangUpException extends Exception {
    private static final long serialVersionUID = 1L;

    HangUpException(String why) {
        super(why);
    }
}
