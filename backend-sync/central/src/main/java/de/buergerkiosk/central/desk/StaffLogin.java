package de.buergerkiosk.central.desk;

import de.buergerkiosk.central.people.Person;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** Somebody who signed in with an account of the city. */
final class StaffLogin extends AbstractAuthenticationToken {
    private static final long serialVersionUID = 1;

    private final transient Person person;
    private final String idToken;

    StaffLogin(Person person, String idToken) {
        super(DeskAccess.authorities(person));
        this.person = person;
        this.idToken = idToken;
        setAuthenticated(true);
    }

    @Override
    public Object getPrincipal() {
        return person;
    }

    @Override
    public String getCredentials() {
        return "";
    }

    /** The provider wants it back when the session ends. */
    String idToken() {
        return idToken;
    }
}
