package de.buergerkiosk.eid.simulated.server;

import de.buergerkiosk.ports.Personal;
import de.buergerkiosk.ports.eid.EidRight;
import de.buergerkiosk.ports.eid.Person;
import java.util.EnumMap;
import java.util.Optional;
import java.util.Set;

/**
 * What the card told, as getResult carries it (TR-03130-1, 3.3.2).
 *
 * @param person attributes that were granted and are on the card; the pseudonym among them
 * @param granted what the citizen allowed
 * @param ageFulfilled answer of age verification, where it was asked and granted
 * @param placeFulfilled answer of place verification, likewise
 */
public record IdentityResult(
        Person person,
        Set<EidRight> granted,
        Optional<Boolean> ageFulfilled,
        Optional<Boolean> placeFulfilled) {
    public IdentityResult {
        granted = Set.copyOf(granted);
    }

    /** The person with the answers of the comparisons among the attributes. */
    public Person identified() {
        var attributes = new EnumMap<EidRight, Personal<String>>(EidRight.class);
        attributes.putAll(person.attributes());
        ageFulfilled.ifPresent(
                yes -> attributes.put(EidRight.AGE_VERIFICATION, Personal.of(yes.toString())));
        placeFulfilled.ifPresent(
                yes -> attributes.put(EidRight.ADDRESS_VERIFICATION, Personal.of(yes.toString())));
        return new Person(attributes, person.address());
    }
}
