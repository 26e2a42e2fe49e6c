package de.buergerkiosk.ports.eid;

import java.util.Optional;

/**
 * A look at the card readers from outside, that touches no card and may be taken while an eID client
 * works with one. Clients tell little about cards that they do not know, and some tell nothing.
 *
 * <p>Drivers that can look are found by {@code ServiceLoader}.
 */
public interface CardGlance {
    /** Sees nothing. */
    CardGlance BLIND = _ -> Lying.UNKNOWN;

    /** Whether a card lies in that reader; in any reader, if none is named. */
    Lying look(Optional<String> reader);

    /** What a look shows. */
    enum Lying {
        PRESENT,
        ABSENT,
        /** There is no reader, or nobody who could be asked. */
        UNKNOWN
    }
}
