package de.buergerkiosk.card.pcsc;

import java.util.List;
import java.util.Optional;

/** What lies in a reader, as far as it may be looked at. */
public sealed interface CardLook {
    /** Nothing. */
    record Empty() implements CardLook {}

    /** A card that was not asked anything. */
    record Untouched() implements CardLook {}

    /** Another program works with it; it was left alone. */
    record InUse() implements CardLook {}

    /** It does not answer: upside down, the wrong side, or broken. */
    record Mute() implements CardLook {}

    /**
     * An eID document.
     *
     * @param atr as upper-case hex
     * @param paceProtocols object identifiers
     */
    record Eid(String atr, List<String> paceProtocols) implements CardLook {
        public Eid {
            paceProtocols = List.copyOf(paceProtocols);
        }
    }

    /**
     * A card that is no eID document.
     *
     * @param observed what it answered instead
     */
    record Foreign(String atr, Optional<String> observed) implements CardLook {}
}
