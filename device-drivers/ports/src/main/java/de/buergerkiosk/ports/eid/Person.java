package de.buergerkiosk.ports.eid;

import de.buergerkiosk.ports.Personal;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An identified person: the attributes that were asked and granted, as text.
 *
 * <p>Dates are ISO 8601; {@link EidRight#AGE_VERIFICATION} and {@link EidRight#ADDRESS_VERIFICATION}
 * are {@code true} or {@code false}; {@link EidRight#ADDRESS} is split into {@link Address} beside the map.
 */
public record Person(
        Map<EidRight, Personal<String>> attributes, Optional<Personal<Address>> address) {
    public Person {
        attributes = Map.copyOf(attributes);
    }

    public Optional<Personal<String>> attribute(EidRight right) {
        return Optional.ofNullable(attributes.get(right));
    }

    /** A copy that holds no more than these rights. */
    public Person only(Set<EidRight> rights) {
        var kept = new EnumMap<EidRight, Personal<String>>(EidRight.class);
        attributes.forEach((right, value) -> {
            if (rights.contains(right)) {
                kept.put(right, value);
            }
        });
        return new Person(kept, rights.contains(EidRight.ADDRESS) ? address : Optional.empty());
    }

    /**
     * A place of residence as the card holds it (TR-03110, GeneralPlace).
     *
     * @param street street and house number in one line
     * @param country ISO 3166-1 alpha-3, or {@code D} for Germany as the card writes it
     */
    public record Address(String street, String zipCode, String city, String country) {}
}
