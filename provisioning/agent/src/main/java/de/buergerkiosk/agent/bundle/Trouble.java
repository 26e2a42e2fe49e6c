package de.buergerkiosk.agent.bundle;

import java.io.Serial;

/** Why a command cannot do its work; the message says what to change. */
final class Trouble extends Exception {
    @Serial private static final long serialVersionUID = 1L;

    Trouble(String message) {
        super(message);
    }
}
