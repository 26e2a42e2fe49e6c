package de.buergerkiosk.central.people;

import de.buergerkiosk.central.audit.AuditEntry;
import de.buergerkiosk.central.audit.AuditTrail;
import java.time.InstantSource;
import java.util.Optional;

/** Checks who somebody is. Each refusal and each login at the form stands in the audit trail. */
public final class Logins {
    private static final int NAME_CHARACTERS_MAX = 64;

    private final PeopleBook people;
    private final Passwords passwords;
    private final LoginThrottle throttle;
    private final AuditTrail audit;
    private final InstantSource clock;

    public Logins(
            PeopleBook people,
            Passwords passwords,
            LoginThrottle throttle,
            AuditTrail audit,
            InstantSource clock) {
        this.people = people;
        this.passwords = passwords;
        this.throttle = throttle;
        this.audit = audit;
        this.clock = clock;
    }

    /** What a try came to. */
    public sealed interface Try {
        record Granted(Person person) implements Try {}

        /** Name or password is wrong; never says which. */
        record Denied() implements Try {}

        /** Too many failures; later again. */
        record Later() implements Try {}
    }

    /**
     * Checks name and password.
     *
     * @param address where the try came from, for the throttle
     */
    public Try check(String name, String password, String address) {
        if (!throttle.open(name, address)) {
            return new Try.Later();
        }
        var known =
                name.length() > NAME_CHARACTERS_MAX
                        ? Optional.<PeopleBook.Known>empty()
                        : people.find(name);
        var right =
                known.isPresent()
                        ? passwords.matches(password, known.get().passwordHash())
                        : passwords.matchesNobody(password);
        if (known.isPresent() && right) {
            throttle.succeeded(name);
            return new Try.Granted(known.get().person());
        }
        throttle.failed(name, address);
        if (known.isPresent()) {
            // unknown names stay out of the trail: people type passwords into the wrong field
            note(name, "login-denied");
        }
        return new Try.Denied();
    }

    /** Call once per login, not per request. */
    public void loggedIn(Person person) {
        note(person.name(), "login");
    }

    private void note(String name, String event) {
        audit.append(new AuditEntry(clock.instant(), name, event, "", ""));
    }
}
