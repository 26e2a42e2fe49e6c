package de.buergerkiosk.payment.zvt.wire;

/** Whoever answers on that port does not speak ZVT over TCP. */
public final class ForeignSpeechException extends Exception {
    private static final long serialVersionUID = 1L;

    /** What it speaks instead, as far as the first bytes tell. */
    public enum Speech {
        /** DLE STX framing or raw ACK/NAK: a serial-to-network converter, or a terminal set to it. */
        SERIAL_FRAMING,
        TLS,
        /** Readable text, such as the greeting of another server. */
        TEXT_BANNER,
        GARBAGE
    }

    private final Speech speech;

    public ForeignSpeechException(Speech speech, String detail) {
        super(detail);
        this.speech = speech;
    }

    public Speech speech() {
        return speech;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }
}
