package de.buergerkiosk.central.people;

import java.util.EnumSet;
import java.util.Locale;
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

    /**
     * What somebody is, and so what somebody may do: the one place that decides it. Who opens
     * filings never looks after kiosks, and who looks after kiosks never sees a filing.
     */
    public enum Role {
        /** Lists and opens the filings of their offices. */
        CLERK,
        /** Sees the list of all filings and what came from kiosks, and no content. */
        LEAD,
        /** Says what kiosks are to be; sees no filing. */
        ADMIN,
        /** Looks after the machines: sees them, exchanges them; changes nothing that they are to be. */
        TECHNICIAN;

        public Set<Right> rights() {
            return switch (this) {
                case CLERK -> EnumSet.of(Right.READ_OWN_FILINGS, Right.CALL_NUMBERS);
                case LEAD -> EnumSet.of(Right.LIST_ALL_FILINGS, Right.SEE_TRAIL);
                case ADMIN ->
                        EnumSet.of(
                                Right.SEE_FLEET,
                                Right.SETTLE_MAILS,
                                Right.SEE_TRAIL,
                                Right.ACKNOWLEDGE,
                                Right.ENROL,
                                Right.MANAGE_FLEET,
                                Right.CHANGE_LAYERS,
                                Right.RELEASE);
                case TECHNICIAN -> EnumSet.of(Right.SEE_FLEET, Right.ACKNOWLEDGE, Right.ENROL);
            };
        }

        public boolean may(Right right) {
            return rights().contains(right);
        }

        /** As files and settings call it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public boolean may(Right right) {
        return role.may(right);
    }

    /** Whether this person may read filings of this office. */
    public boolean opens(String office) {
        return may(Right.READ_OWN_FILINGS) && offices.contains(office);
    }

    /** Whether this person may see that a filing of this office exists. */
    public boolean lists(String office) {
        return may(Right.LIST_ALL_FILINGS) || opens(office);
    }
}
