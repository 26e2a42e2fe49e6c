package de.buergerkiosk.ports.eid;

import de.buergerkiosk.ports.Personal;
import java.util.Set;

/** What the citizen answers to an {@link EidEvent}. */
public sealed interface EidReply {
    /** Goes on with these optional rights. */
    record Consent(Set<EidRight> optionalGranted) implements EidReply {
        public Consent {
            optionalGranted = Set.copyOf(optionalGranted);
        }
    }

    /**
     * PIN or CAN: six digits. The client clears the array after use, whatever happens.
     *
     * <p>Five digits for a PIN say that the citizen only has the transport PIN of the letter: the
     * client ends with {@link EidResult.Reason#TRANSPORT_PIN} and does not spend a try of the card.
     * Any other length is asked again, also without spending a try.
     */
    record Secret(Personal<char[]> digits) implements EidReply {}

    record Acknowledged() implements EidReply {}

    record Cancel() implements EidReply {}
}
