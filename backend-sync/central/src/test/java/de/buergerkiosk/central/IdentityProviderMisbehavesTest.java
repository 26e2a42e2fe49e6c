package de.buergerkiosk.central;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.central.oidc.simulated.OidcFault;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever the provider does wrong, nobody gets in, and the page says what to do. */
@TestInstance(Lifecycle.PER_CLASS)
class IdentityProviderMisbehavesTest {
    private final CityDesk city = place();

    private static CityDesk place() {
        try {
            return CityDesk.open();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @AfterAll
    void close() {
        city.close();
    }

    @ParameterizedTest
    @CsvSource({
        "CLOCK_AHEAD, CEN-OIDC-CLOCK",
        "CLOCK_BEHIND, CEN-OIDC-CLOCK",
        "FOREIGN_KEY, CEN-OIDC-TOKEN",
        "FOREIGN_AUDIENCE, CEN-OIDC-TOKEN",
        "FOREIGN_NONCE, CEN-OIDC-TOKEN",
        "FOREIGN_ISSUER, CEN-OIDC-TOKEN",
        "NO_SIGNATURE, CEN-OIDC-TOKEN",
        "TOKEN_DOWN, CEN-OIDC-DOWN"
    })
    void nobodyGetsInAndThePageNamesTheTrouble(OidcFault fault, String code) throws Exception {
        try (var browser = new AccountBrowser(city.port())) {
            city.provider.misbehave(fault);
            var refused = browser.signIn("petra.parken");
            assertTrue(refused.body().contains(code), () -> fault + ": " + refused.body());
            browser.assertNobodyIsIn();
            city.provider.misbehave(OidcFault.NONE);
            // the provider remembers who it was
            assertEquals("/filings", browser.toTheProvider().at().getPath());
        }
    }

    @Test
    void aDeskWhoseProviderIsDownStartsAndSaysSo() throws Exception {
        try (var other = CityDesk.open()) {
            other.provider.close();
            try (var browser = new AccountBrowser(other.port())) {
                assertEquals(200, browser.go("/login").status());
                var refused = browser.toTheProvider();
                assertEquals(503, refused.status());
                assertTrue(refused.body().contains("CEN-OIDC-DOWN"), refused.body());
                var english = browser.go(refused.at().getPath() + "?why=provider-down&lang=en");
                assertTrue(english.body().contains("does not answer"), english.body());
            }
        }
    }
}
