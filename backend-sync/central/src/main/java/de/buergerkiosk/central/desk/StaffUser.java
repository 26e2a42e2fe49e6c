package de.buergerkiosk.central.desk;

import de.buergerkiosk.central.people.Person;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;

/** On the way from a verified token to a {@link StaffLogin}. */
final class StaffUser extends DefaultOidcUser {
    private static final long serialVersionUID = 1;

    private final transient Person person;

    StaffUser(Person person, OidcIdToken token) {
        super(List.copyOf(DeskAccess.authorities(person)), token);
        this.person = person;
    }

    Person person() {
        return person;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return super.equals(other) && other instanceof StaffUser u && u.person.equals(person);
    }

    @Override
    public int hashCode() {
        return 31 * super.hashCode() + person.hashCode();
    }
}
