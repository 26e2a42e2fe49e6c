package de.buergerkiosk.central.oidc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import de.buergerkiosk.central.audit.AuditList;
import de.buergerkiosk.central.oidc.Admission.Why;
import de.buergerkiosk.central.people.PeopleBook;
import de.buergerkiosk.central.people.Person;
import de.buergerkiosk.central.people.Person.Role;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TokenMakesAPersonTest {
    private static final Instant NOW = Instant.parse("2026-11-30T09:00:00Z");
    private static final OidcSettings SETTINGS =
            OidcSettings.parse(
                    """
                    {"v":1,"issuer":"https://login.city.example/staff","clientId":"desk",
                     "roleClaim":"realm_access.roles",
                     "roles":{"admin":["kiosk-admin"],"clerk":["kiosk-clerk"]},
                     "offices":{"G-Verkehr":"traffic-office"},
                     "contact":"115","passwords":true,"demo":false}
                    """
                            .getBytes(UTF_8));

    private final AuditList audit = new AuditList();
    private final FrontDesk front =
            new FrontDesk(SETTINGS, "traffic-office"::equals, new OneName(), audit, () -> NOW);

    private List<String> trail() {
        return audit.entries().stream()
                .map(entry -> entry.actor() + " " + entry.event() + " " + entry.detail())
                .toList();
    }

    private static final class OneName implements PeopleBook {
        @Override
        public Optional<Known> find(String name) {
            return name.equals("parken")
                    ? Optional.of(
                            new Known(new Person(name, name, Role.CLERK, Set.of()), "no hash"))
                    : Optional.empty();
        }

        @Override
        public void put(Person person, String passwordHash, Instant now) {
            throw new IllegalStateException("nobody is added");
        }

        @Override
        public boolean isEmpty() {
            return false;
        }
    }

    private static Map<String, Object> claims(String name, Object roles, Object offices) {
        return Map.of(
                "preferred_username",
                name,
                "name",
                "Petra Parken",
                "realm_access",
                Map.of("roles", roles),
                "offices",
                offices);
    }

    private Why refused(Map<String, Object> claims) {
        return assertInstanceOf(Admission.Refused.class, front.admit(claims)).why();
    }

    @Test
    void officesOfTheDirectoryBecomeOurs() {
        var person =
                assertInstanceOf(
                                Admission.Welcome.class,
                                front.admit(
                                        claims(
                                                "petra",
                                                List.of("intranet", "kiosk-clerk"),
                                                List.of("G-Verkehr", "G-Kantine"))))
                        .person();
        assertEquals(Set.of("traffic-office"), person.offices());
        assertEquals("Petra Parken", person.displayName());
        assertEquals(List.of("petra login by login.city.example"), trail());
    }

    @Test
    void anAdminHasNoOffice() {
        var admission = front.admit(claims("vera", "kiosk-admin", List.of("traffic-office")));
        assertEquals(
                new Admission.Welcome(new Person("vera", "Petra Parken", Role.ADMIN, Set.of())),
                admission);
    }

    @Test
    void whoeverIsNotLetInIsToldWhy() {
        assertEquals(Why.NO_ROLE, refused(claims("nina", List.of(), List.of())));
        assertEquals(Why.NO_ROLE, refused(claims("nina", 7, List.of())));
        assertEquals(
                Why.TWO_ROLES,
                refused(
                        claims(
                                "vera",
                                List.of("kiosk-admin", "kiosk-clerk"),
                                List.of("traffic-office"))));
        assertEquals(Why.NO_OFFICE, refused(claims("petra", "kiosk-clerk", List.of("moon"))));
        assertEquals(Why.NAME_TAKEN, refused(claims("parken", "kiosk-admin", List.of())));
        assertEquals(Why.NO_NAME, refused(claims("a b", "kiosk-admin", List.of())));
        assertEquals(Why.SIMULATED, refused(Map.of(FrontDesk.SIMULATED, true)));
    }

    @Test
    void refusalsStandInTheTrail() {
        var _ = refused(claims("nina", List.of(), List.of()));
        assertEquals(List.of("nina login-refused no-role"), trail());
    }
}
