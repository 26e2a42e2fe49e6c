package de.buergerkiosk.forms;

import java.util.Optional;
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
     * @param ageOver years that the citizen must have reached; goes with {@code AGE_VERIFICATION}
     * @param placeIs beginning of the official municipality key (AGS) in which the citizen must
     *     live; goes with {@code ADDRESS_VERIFICATION}
     * @param purpose why the office needs them, shown before the PIN
     */
    record Needed(
            Set<String> required,
            Set<String> optional,
            Optional<Integer> ageOver,
            Optional<String> placeIs,
            Localized purpose)
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
