package de.buergerkiosk.central;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.central.oidc.simulated.OidcFault;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Over real HTTP: a desk, an identity provider, and a browser between them. */
@TestInstance(Lifecycle.PER_CLASS)
class StaffSignInWithCityAccountsTest {
    private CityDesk city = place();
    private AccountBrowser browser = new AccountBrowser(0);

    private static CityDesk place() {
        try {
            return CityDesk.open();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @BeforeAll
    void stands() {
        assertTrue(city.port() > 0);
    }

    @BeforeEach
    void begin() {
        city.provider.misbehave(OidcFault.NONE);
        browser = new AccountBrowser(city.port());
    }

    @AfterEach
    void end() {
        browser.close();
    }

    @AfterAll
    void close() {
        city.close();
    }

    @Test
    void theLoginPageOffersTheAccountFirstAndThePasswordBesideIt() throws Exception {
        var page = browser.go("/login").body();
        var account = page.indexOf("Mit Verwaltungskonto anmelden");
        assertTrue(account > 0 && account < page.indexOf("name=\"password\""), page);
        assertTrue(page.contains("simuliert"), page);
        var english = browser.go("/login?lang=en").body();
        assertTrue(english.contains("Sign in with your administration account"), english);
    }

    @Test
    void aClerkComesToTheFilingsUnderTheOwnName() throws Exception {
        var choice = browser.toTheProvider();
        assertEquals(city.provider.port(), choice.at().getPort());
        assertTrue(choice.body().contains("Simulation"));
        var before = browser.session();
        var page = browser.press(choice, "petra.parken");
        assertEquals("/filings", page.at().getPath());
        assertTrue(page.body().contains("Angemeldet: Petra Parken"), page.body());
        assertNotEquals(before, browser.session(), "the session gets a new number");
        assertEquals(403, browser.one(browser.desk("/kiosks")).statusCode());
    }

    @Test
    void askedForAreCodePkceStateAndNonce() throws Exception {
        var start = browser.one(browser.desk("/oauth2/authorization/city"));
        var target = start.headers().firstValue("Location").orElseThrow();
        for (var part :
                List.of(
                        "response_type=code",
                        "code_challenge_method=S256",
                        "code_challenge=",
                        "state=",
                        "nonce=",
                        "scope=openid")) {
            assertTrue(target.contains(part), () -> part + " in " + target);
        }
    }

    @Test
    void adminAndTechnicianComeInWithTheirRoles() throws Exception {
        for (var person : List.of("vera.verwaltung", "tara.technik")) {
            try (var each = new AccountBrowser(city.port())) {
                assertEquals(200, each.signIn(person).status(), person);
            }
        }
    }

    @Test
    void signingOutEndsTheSessionHereAndAtTheProvider() throws Exception {
        var page = browser.signIn("petra.parken");
        var again = browser.toTheProvider();
        assertEquals("/filings", again.at().getPath(), "the provider remembers");
        var bye = browser.signOut(page.at().equals(again.at()) ? again : page);
        assertEquals("/login", bye.at().getPath());
        assertTrue(bye.body().contains("Sie sind abgemeldet"), bye.body());
        browser.assertNobodyIsIn();
        assertEquals(
                city.provider.port(),
                browser.toTheProvider().at().getPort(),
                "the provider asks again who it is");
    }

    @Test
    void whoHasNoRoleHearsWhomToAskAndMaySignInAsSomebodyElse() throws Exception {
        var refused = browser.signIn("nina.neu");
        assertEquals(403, refused.status());
        assertTrue(refused.body().contains("Ihr Konto hat hier keine Rolle"), refused.body());
        assertTrue(refused.body().contains("Bitte wenden Sie sich an"), refused.body());
        assertTrue(refused.body().contains("CEN-OIDC-NO-ROLE"), refused.body());
        browser.assertNobodyIsIn();
        var choice = browser.go("/oauth2/authorization/city?again");
        assertEquals(city.provider.port(), choice.at().getPort(), "it asks again who it is");
        assertEquals("/filings", browser.press(choice, "petra.parken").at().getPath());
    }

    @Test
    void rolesMayStandInTheUserInfoAlone() throws Exception {
        city.provider.misbehave(OidcFault.ROLES_IN_USERINFO);
        assertEquals("/filings", browser.signIn("petra.parken").at().getPath());
    }

    @Test
    void twoRolesInOneHandAreRefused() throws Exception {
        city.provider.misbehave(OidcFault.TWO_ROLES);
        var refused = browser.signIn("petra.parken");
        assertTrue(refused.body().contains("mehr als eine Rolle"), refused.body());
        browser.assertNobodyIsIn();
    }

    @Test
    void whoCancelsIsNotInAndMayTryAgain() throws Exception {
        var refused = browser.press(browser.toTheProvider(), "");
        assertTrue(refused.body().contains("Anmeldung abgebrochen"), refused.body());
        browser.assertNobodyIsIn();
    }

    @Test
    void anAnswerThatNobodyAskedForIsStale() throws Exception {
        var refused = browser.go("/login/oauth2/code/city?code=abc&state=def");
        assertEquals(400, refused.status());
        assertTrue(refused.body().contains("abgelaufen"), refused.body());
    }

    @Test
    void theAnswerToAnotherBrowserDoesNotCount() throws Exception {
        try (var thief = new AccountBrowser(city.port())) {
            var choice = browser.toTheProvider();
            var page = Pattern.compile("name=\"page\" value=\"([^\"]+)\"").matcher(choice.body());
            assertTrue(page.find());
            // signing in as oneself in somebody else's browser: the state is of another session
            thief.toTheProvider();
            var stolen = thief.press(choice, "petra.parken");
            assertTrue(stolen.body().contains("abgelaufen"), stolen.body());
            thief.assertNobodyIsIn();
        }
    }

    @Test
    void passwordsStillCountForScriptsAndAtTheForm() throws Exception {
        var login = browser.go("/login");
        assertTrue(login.body().contains("name=\"username\""));
        assertEquals(401, browser.one(browser.desk("/api/filings")).statusCode());
    }

    @Test
    void theTrailTellsWhoCameAndWhoWasRefusedAndTheFormMayLeadToTheProvider() throws Exception {
        var page = browser.signIn("petra.parken");
        var policy = page.answer().headers().firstValue("Content-Security-Policy").orElse("");
        assertTrue(policy.contains("form-action 'self' " + city.provider.issuer()), policy);
        var cookie = browser.go("/login").answer().headers().allValues("Set-Cookie");
        assertFalse(cookie.stream().anyMatch(c -> c.contains("SameSite=None")), cookie.toString());
    }
}
