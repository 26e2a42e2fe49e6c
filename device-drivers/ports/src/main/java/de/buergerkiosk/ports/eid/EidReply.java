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

    /** PIN, CAN: six digits. The client clears the array after use. */
    record Secret(Personal<char[]> digits) implements EidReply {}

    record Acknowledged() implements EidReply {}

    record Cancel() implements EidReply {}
}
