package de.buergerkiosk.card.pcsc;

import java.util.Optional;
import javax.smartcardio.CardException;

/** The codes of PC/SC, which Java hides in the messages of causes. */
final class Pcsc {
    private Pcsc() {}

    /** For example {@code SCARD_E_NO_READERS_AVAILABLE}. */
    static Optional<String> code(CardException trouble) {
        for (Throwable at = trouble; at != null; at = at.getCause()) {
            String message = at.getMessage();
            if (message != null && message.matches("SCARD_[A-Z_0-9]+")) {
                return Optional.of(message);
            }
        }
        return Optional.empty();
    }
}
