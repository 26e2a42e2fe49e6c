package de.buergerkiosk.central.oidc;

import de.buergerkiosk.central.audit.AuditEntry;
import de.buergerkiosk.central.audit.AuditTrail;
import de.buergerkiosk.central.oidc.Admission.Why;
import de.buergerkiosk.central.people.PeopleBook;
import de.buergerkiosk.central.people.Person;
import de.buergerkiosk.central.people.Person.Role;
import java.time.InstantSource;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Says whom a verified token makes at the desk, and notes who came and who was refused. */
public final class FrontDesk {
    /** Marks tokens of the simulated provider. */
    public static final String SIMULATED = "de.buergerkiosk.simulated";

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}._@+-]{1,64}");
    private static final int DISPLAY_CHARACTERS_MAX = 100;
    private static final int VALUES_MAX = 1000;

    private final OidcSettings settings;
    private final Predicate<String> officeIsKnown;
    private final PeopleBook own;
    private final AuditTrail audit;
    private final InstantSource clock;

    public FrontDesk(
            OidcSettings settings,
            Predicate<String> officeIsKnown,
            PeopleBook own,
            AuditTrail audit,
            InstantSource clock) {
        this.settings = settings;
        this.officeIsKnown = officeIsKnown;
        this.own = own;
        this.audit = audit;
        this.clock = clock;
    }

    public OidcSettings settings() {
        return settings;
    }

    /** Decides by the claims of a token whose signature, issuer, audience and times are right. */
    public Admission admit(Map<String, Object> claims) {
        var admission = decide(claims);
        switch (admission) {
            case Admission.Welcome(var person) ->
                    note(person.name(), "login", "by " + settings.issuer().getHost());
            case Admission.Refused(var why, var name) ->
                    note(
                            name.isEmpty() ? "unnamed" : name,
                            "login-refused",
                            why.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
        return admission;
    }

    private Admission decide(Map<String, Object> claims) {
        if (!settings.demo() && claims.containsKey(SIMULATED)) {
            return new Admission.Refused(Why.SIMULATED, "");
        }
        var name = text(claims, settings.nameClaim()).filter(n -> NAME.matcher(n).matches());
        if (name.isEmpty()) {
            return new Admission.Refused(Why.NO_NAME, "");
        }
        if (own.find(name.get()).isPresent()) {
            return new Admission.Refused(Why.NAME_TAKEN, name.get());
        }
        var roles = roles(claims);
        if (roles.size() != 1) {
            return new Admission.Refused(roles.isEmpty() ? Why.NO_ROLE : Why.TWO_ROLES, name.get());
        }
        var role = roles.iterator().next();
        var offices = role == Role.CLERK ? offices(claims) : Set.<String>of();
        if (role == Role.CLERK && offices.isEmpty()) {
            return new Admission.Refused(Why.NO_OFFICE, name.get());
        }
        var display =
                text(claims, "name")
                        .map(String::strip)
                        .filter(n -> !n.isEmpty() && n.length() <= DISPLAY_CHARACTERS_MAX)
                        .orElse(name.get());
        return new Admission.Welcome(new Person(name.get(), display, role, offices));
    }

    private Set<Role> roles(Map<String, Object> claims) {
        var found = EnumSet.noneOf(Role.class);
        for (var value : values(claims, settings.roleClaim())) {
            settings.roles()
                    .forEach((role, named) -> {
                        if (named.contains(value)) {
                            found.add(role);
                        }
                    });
        }
        return found;
    }

    private Set<String> offices(Map<String, Object> claims) {
        var found = new HashSet<String>();
        for (var value : values(claims, settings.officeClaim())) {
            var office = settings.offices().getOrDefault(value, value);
            if (officeIsKnown.test(office)) {
                found.add(office);
            }
        }
        return found;
    }

    private static Optional<String> text(Map<String, Object> claims, String path) {
        return at(claims, path) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    /** One text, or the texts of an array; anything else is nothing. */
    private static List<String> values(Map<String, Object> claims, String path) {
        return switch (at(claims, path)) {
            case String one -> List.of(one);
            case Collection<?> many ->
                    many.stream()
                            .limit(VALUES_MAX)
                            .filter(String.class::isInstance)
                            .map(String.class::cast)
                            .toList();
            case null -> List.of();
            default -> List.of();
        };
    }

    /** The claim of that very name, or, where there is none, along the dots into objects. */
    private static @Nullable Object at(Map<String, Object> claims, String path) {
        if (claims.containsKey(path)) {
            return claims.get(path);
        }
        Object here = claims;
        for (var step : path.split("\\.", -1)) {
            here = here instanceof Map<?, ?> object ? object.get(step) : null;
            if (here == null) {
                return null;
            }
        }
        return here;
    }

    private void note(String name, String event, String detail) {
        audit.append(new AuditEntry(clock.instant(), name, event, "", detail));
    }
}
