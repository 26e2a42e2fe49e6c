package de.buergerkiosk.central.people;

import java.time.Instant;
import java.util.Optional;

/** Where the people of the desk are kept. */
public interface PeopleBook {
    Optional<Known> find(String name);

    /** Adds a person, or gives a known one a new password and new rights. */
    void put(Person person, String passwordHash, Instant now);

    boolean isEmpty();

    /** A person with the bcrypt hash of the password. */
    record Known(Person person, String passwordHash) {
        @Override
        public String toString() {
            return person.name();
        }
    }
}
