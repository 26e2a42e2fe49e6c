package de.buergerkiosk.forms;

import java.time.LocalDate;
import java.util.Map;

/**
 * What the form knows beside the answers.
 *
 * @param today the day the filing is made; fees and deadlines are taken on it
 * @param identity attributes of the identified person, for example {@code person.familyNames},
 *     {@code person.givenNames}, {@code person.address.street} (street and house number in one
 *     line), {@code person.address.zipCode}, {@code person.address.city}; empty without
 *     identification
 */
public record FormContext(LocalDate today, Map<String, String> identity) {
    public FormContext {
        identity = Map.copyOf(identity);
    }

    @Override
    public String toString() {
        return "FormContext[today=" + today + ", identity=[personal]]";
    }
}
