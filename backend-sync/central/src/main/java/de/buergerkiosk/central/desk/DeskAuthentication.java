package de.buergerkiosk.central.desk;

import de.buergerkiosk.central.people.Logins;
import de.buergerkiosk.central.people.Person;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** Asks {@link Logins} and speaks Spring Security's language; the principal is the person. */
final class DeskAuthentication implements AuthenticationProvider {
    private final Logins logins;

    DeskAuthentication(Logins logins) {
        this.logins = logins;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        var address =
                attempt.getDetails() instanceof WebAuthenticationDetails details
                        ? details.getRemoteAddress()
                        : "";
        var password = String.valueOf(attempt.getCredentials());
        return switch (logins.check(attempt.getName(), password, String.valueOf(address))) {
            case Logins.Try.Granted(Person person) ->
                    UsernamePasswordAuthenticationToken.authenticated(
                            person, null, DeskAccess.authorities(person));
            case Logins.Try.Denied() -> throw new BadCredentialsException("denied");
            case Logins.Try.Later() -> throw new LockedException("later");
        };
    }

    @Override
    public boolean supports(Class<?> kind) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
    }
}
