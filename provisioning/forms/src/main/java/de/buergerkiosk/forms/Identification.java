package de.buergerkiosk.forms;

import java.util.Set;

/** Whether a service must know who the citizen is. */
public sealed interface Identification {
    /** Anybody may use the service. */
    record NotNeeded() implements Identification {}

    /**
     * The citizen identifies with the online ID.
     *
     * @param required rights without which the service cannot work, named as {@code EidRight}
     * @param optional rights the citizen may deselect
     * @param purpose why the office needs them, shown before the PIN
     */
    record Needed(Set<String> required, Set<String> optional, Localized purpose)
            implements Identification {
        public Needed {
            required = Set.copyOf(required);
            optional = Set.copyOf(optional);
            if (required.isEmpty()) {
                throw new IllegalArgumentException("identification without any right");
            }
        }
    }
}
