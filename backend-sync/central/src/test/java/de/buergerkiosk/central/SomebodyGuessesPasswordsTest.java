package de.buergerkiosk.central;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.central.audit.AuditList;
import de.buergerkiosk.central.people.LoginThrottle;
import de.buergerkiosk.central.people.Logins;
import de.buergerkiosk.central.people.Logins.Try;
import de.buergerkiosk.central.people.Passwords;
import de.buergerkiosk.central.people.PeopleBook;
import de.buergerkiosk.central.people.Person;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SomebodyGuessesPasswordsTest {
    private static final Passwords PASSWORDS = new Passwords(new SecureRandom());

    private Instant now = Instant.parse("2026-11-23T12:00:00Z");
    private final AuditList trail = new AuditList();
    private final Logins logins =
            new Logins(new OnePerson(), PASSWORDS, new LoginThrottle(() -> now), trail, () -> now);

    @Test
    void rightPasswordOpensWrongOneDoesNot() {
        assertInstanceOf(Try.Granted.class, logins.check("parken", "secret", "a"));
        assertInstanceOf(Try.Denied.class, logins.check("parken", "Secret", "a"));
        assertInstanceOf(Try.Denied.class, logins.check("nobody", "secret", "a"));
        assertInstanceOf(Try.Denied.class, logins.check("parken", "x".repeat(100), "a"));
        assertInstanceOf(Try.Denied.class, logins.check("nobody", "", "a"));
    }

    @Test
    void afterFiveFailuresEvenTheRightPasswordWaitsAQuarterOfAnHour() {
        for (int i = 0; i < 5; i++) {
            assertInstanceOf(Try.Denied.class, logins.check("parken", "wrong" + i, "a"));
        }
        assertInstanceOf(Try.Later.class, logins.check("parken", "secret", "b"));
        now = now.plus(Duration.ofMinutes(14));
        assertInstanceOf(Try.Later.class, logins.check("parken", "secret", "b"));
        now = now.plus(Duration.ofMinutes(2));
        assertInstanceOf(Try.Granted.class, logins.check("parken", "secret", "b"));
    }

    @Test
    void oneAddressWithManyNamesIsStoppedToo() {
        for (int i = 0; i < 50; i++) {
            assertInstanceOf(Try.Denied.class, logins.check("name" + i, "x", "a"));
        }
        assertInstanceOf(Try.Later.class, logins.check("parken", "secret", "a"));
        assertInstanceOf(Try.Granted.class, logins.check("parken", "secret", "b"));
    }

    @Test
    void deniedLoginsAreNotedWithoutWhatWasTyped() {
        logins.check("parken", "typed-secret", "a");
        logins.check("typed-secret", "x", "a");
        assertEquals(1, trail.entries().size());
        assertEquals("login-denied", trail.entries().getFirst().event());
        assertFalse(trail.entries().toString().contains("typed-secret"));
    }

    @Test
    void formAnswersAndCountsAlike() throws Exception {
        try (var desk = new TestDesk()) {
            assertEquals("/login?denied", TestDesk.location(desk.login("gast", "x")));
            assertFalse(desk.get("/login").body().contains("class=\"note"), "nothing to say yet");
            var denied = desk.get("/login?denied").body();
            assertTrue(denied.contains("stimmt nicht"), denied);
            assertFalse(denied.contains("Zu viele"), denied);
            for (int i = 0; i < 4; i++) {
                desk.login("gast", "x");
            }
            assertEquals("/login?later", TestDesk.location(desk.login("gast", "x")));
        }
    }

    @Test
    void formWithoutItsTokenIsRefused() throws Exception {
        try (var desk = new TestDesk()) {
            var answer =
                    desk.postRaw(
                            "/login", "username=parken&password=" + TestDesk.password("parken"));
            assertEquals(403, answer.statusCode());
            assertEquals("/login", TestDesk.location(desk.get("/filings")));
        }
    }

    @Test
    void cookieIsHardenedAndLogoutEndsTheSession() throws Exception {
        try (var desk = new TestDesk()) {
            var cookie = desk.get("/login").headers().firstValue("Set-Cookie").orElse("");
            assertTrue(cookie.startsWith("desk="), cookie);
            assertTrue(cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict"), cookie);
            desk.login("parken", TestDesk.password("parken"));
            assertEquals(200, desk.get("/filings").statusCode());
            assertEquals("/login?bye", TestDesk.location(desk.post("/filings", "/logout")));
            assertEquals(302, desk.get("/filings").statusCode());
        }
    }

    private static final class OnePerson implements PeopleBook {
        private final Known known =
                new Known(
                        new Person(
                                "parken",
                                "Petra Parken",
                                Person.Role.CLERK,
                                Set.of("traffic-office")),
                        PASSWORDS.hash("secret"));

        @Override
        public Optional<Known> find(String name) {
            return Optional.of(known).filter(k -> k.person().name().equals(name));
        }

        @Override
        public void put(Person person, String passwordHash, Instant now) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean isEmpty() {
            return false;
        }
    }
}
