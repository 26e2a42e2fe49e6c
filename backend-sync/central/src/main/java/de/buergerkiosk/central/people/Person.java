package de.buergerkiosk.central.people;

import java.util.Set;

/**
 * Somebody who works at the desk.
 *
 * @param name to log in with
 * @param offices whose filings a clerk sees; a lead sees the list of all
 */
public record Person(String name, String displayName, Role role, Set<String> offices) {
    public Person {
        offices = Set.copyOf(offices);
    }

    /** What somebody may do. */
    public enum Role {
        /** Lists and opens the filings of their offices. */
        CLERK,
        /** Sees the list of all filings and the kiosks, and no content. */
        LEAD,
        /** Says what kiosks are to be and looks after them; sees no filing. */
        ADMIN
    }

    /** Whether this person may read filings of this office. */
    public boolean opens(String office) {
        return role == Role.CLERK && offices.contains(office);
    }

    /** Whether this person may see kiosks and what is wrong with them, and say that it was seen. */
    public boolean looksAfterKiosks() {
        return switch (role) {
            case ADMIN -> true;
            case CLERK, LEAD -> false;
        };
    }

    /** Whether this person may say what kiosks are to be, and which machine is one. */
    public boolean changesKiosks() {
        return role == Role.ADMIN;
    }

    /** Whether this person may see that a filing of this office exists. */
    public boolean lists(String office) {
        return role == Role.LEAD || offices.contains(office);
    }
}
