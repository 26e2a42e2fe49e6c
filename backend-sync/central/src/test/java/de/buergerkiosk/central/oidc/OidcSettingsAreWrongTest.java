package de.buergerkiosk.central.oidc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.central.people.Person.Role;
import de.buergerkiosk.contract.json.MalformedDocument;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OidcSettingsAreWrongTest {
    private static final String GOOD =
            """
            {"v":1,"issuer":"https://login.city.example/staff","clientId":"desk",
             "roles":{"admin":["kiosk-admin"],"clerk":["kiosk-clerk"]},
             "contact":"115","passwords":true,"demo":false}
            """;

    private static OidcSettings parsed(String json) {
        return OidcSettings.parse(json.getBytes(UTF_8));
    }

    @Test
    void whatIsUsualNeedNotBeSaid() {
        var settings = parsed(GOOD);
        assertEquals("oidc.secret", settings.secretFile());
        assertEquals("preferred_username", settings.nameClaim());
        assertEquals("https://login.city.example", settings.origin());
        assertEquals(Set.of("kiosk-admin"), settings.roles().get(Role.ADMIN));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    https://login.city.example/staff | http://login.city.example/staff | issuer
                    https://login.city.example/staff | https://localhost:9000          | issuer
                    https://login.city.example/staff | https://127.0.0.2/x             | issuer
                    https://login.city.example/staff | https://[::1]/x                 | issuer
                    https://login.city.example/staff | https://city.example/?a=b       | issuer
                    https://login.city.example/staff | staff                           | issuer
                    "demo":false                     | "demo":true                     | issuer
                    "kiosk-clerk"                    | "kiosk-admin"                   | roles
                    "clerk"                          | "king"                          | roles.king
                    "contact":"115"                  | "contact":""                    | contact
                    "passwords":true                 | "passwords":"yes"               | passwords
                    "v":1                            | "v":2                           | v
                    "v":1                            | "v":1,"extra":1                 | extra
                    """)
    void theFieldIsNamed(String good, String bad, String field) {
        assertTrue(GOOD.contains(good), good);
        var trouble = assertThrows(MalformedDocument.class, () -> parsed(GOOD.replace(good, bad)));
        assertEquals(field, trouble.field());
    }

    @Test
    void theSimulatedProviderIsForDemonstrationsAlone() {
        var demo =
                GOOD.replace("https://login.city.example/staff", "http://localhost:8096")
                        .replace("\"demo\":false", "\"demo\":true");
        assertTrue(parsed(demo).demo());
        assertThrows(
                MalformedDocument.class,
                () -> parsed(demo.replace("http://localhost:8096", "http://login.city.example")));
    }
}
