package de.buergerkiosk.central.oidc;

import de.buergerkiosk.central.people.Person;

/** What the desk makes of a token that was verified. */
public sealed interface Admission {
    record Welcome(Person person) implements Admission {}

    /** Somebody whom the city knows and the desk does not let in. */
    record Refused(Why why, String name) implements Admission {}

    /** Why not; each has a page that says what to do. */
    enum Why {
        /** No value of the role claim means a role here. */
        NO_ROLE,
        /** Two roles in one hand: separation of duties. */
        TWO_ROLES,
        /** A clerk for no office that is known here. */
        NO_OFFICE,
        /** The token has no name for the audit trail. */
        NO_NAME,
        /** Somebody with a password of ours has that name, and the trail must tell them apart. */
        NAME_TAKEN,
        /** The simulated provider's token at a desk that is no demonstration. */
        SIMULATED
    }
}
