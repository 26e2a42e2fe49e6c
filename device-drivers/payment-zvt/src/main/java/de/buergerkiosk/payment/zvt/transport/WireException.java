package de.buergerkiosk.payment.zvt.transport;

import de.buergerkiosk.payment.zvt.wire.ForeignSpeechException;

/** The line cannot be opened, or is of no more use. */
public final class WireException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Trouble trouble;

    /** What happened to the line; no detail holds bytes that went over it. */
    public sealed interface Trouble {
        String detail();

        /** It could not be opened. */
        record Unreachable(String detail) implements Trouble {}

        /** It was open and is gone. */
        record Lost(String detail) implements Trouble {}

        /** An APDU began and did not end in time. */
        record Unfinished(String detail) implements Trouble {}

        /** A frame of the serial line was not acknowledged, however often it was sent. */
        record Unacknowledged(String detail) implements Trouble {}

        /** Frames of the serial line arrive damaged, however often they are sent again. */
        record Noisy(String detail) implements Trouble {}

        /** Whoever is at the other end speaks something else. */
        record Foreign(ForeignSpeechException.Speech speech, String detail) implements Trouble {}
    }

    public WireException(Trouble trouble) {
        super(trouble.detail());
        this.trouble = trouble;
    }

    public Trouble trouble() {
        return trouble;
    }
}
