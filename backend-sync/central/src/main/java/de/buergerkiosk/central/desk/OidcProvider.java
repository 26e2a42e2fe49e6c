package de.buergerkiosk.central.desk;

import de.buergerkiosk.central.oidc.CityAccounts;
import de.buergerkiosk.contract.json.CanonicalJson;
import de.buergerkiosk.contract.json.MalformedDocument;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The city's identity provider as its discovery document describes it (OpenID Connect Discovery
 * 1.0). It is asked when somebody signs in and not before, so that the desk starts without it.
 */
final class OidcProvider implements ClientRegistrationRepository {
    static final String ID = "city";
    private static final Duration KEPT = Duration.ofHours(1);
    private static final int BYTES_MAX = 256 << 10;

    private final CityAccounts accounts;
    private final RestClient http = RestClient.create(OidcHttp.template());
    private final InstantSource clock;
    private @Nullable Known known;

    OidcProvider(CityAccounts accounts, InstantSource clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    /** What was read, and until when nobody asks again. */
    private record Known(
            ClientRegistration registration, Optional<URI> endSession, Instant until) {}

    /** It does not answer, or not as it must. */
    static final class Unavailable extends RuntimeException {
        private static final long serialVersionUID = 1;

        Unavailable(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }

    @Override
    public @Nullable ClientRegistration findByRegistrationId(String id) {
        return ID.equals(id) ? known().registration() : null;
    }

    /** Where to end the session at the provider too; empty when it cannot or nobody asked it yet. */
    synchronized Optional<URI> endSession() {
        return Optional.ofNullable(known).flatMap(Known::endSession);
    }

    private synchronized Known known() {
        var last = known;
        if (last != null && clock.instant().isBefore(last.until())) {
            return last;
        }
        try {
            var fresh = read();
            known = fresh;
            return fresh;
        } catch (RestClientException | IllegalArgumentException e) {
            if (last != null) {
                return last;
            }
            throw new Unavailable("the identity provider cannot be asked what it is", e);
        }
    }

    private Known read() {
        var issuer = accounts.settings().issuer().toString();
        var address =
                (issuer.endsWith("/") ? issuer : issuer + "/") + ".well-known/openid-configuration";
        var bytes = http.get().uri(URI.create(address)).retrieve().body(byte[].class);
        var json = CanonicalJson.read(Objects.requireNonNullElse(bytes, new byte[0]), BYTES_MAX);
        if (!issuer.equals(json.path("issuer").asString())) {
            throw new MalformedDocument("issuer", "is another than the one in the settings");
        }
        var methods = json.path("token_endpoint_auth_methods_supported");
        var inBody =
                methods.isArray()
                        && has(methods, "client_secret_post")
                        && !has(methods, "client_secret_basic");
        var registration =
                ClientRegistration.withRegistrationId(ID)
                        .clientId(accounts.settings().clientId())
                        .clientSecret(accounts.secret())
                        .clientAuthenticationMethod(
                                inBody
                                        ? ClientAuthenticationMethod.CLIENT_SECRET_POST
                                        : ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                        .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                        .clientSettings(
                                ClientRegistration.ClientSettings.builder()
                                        .requireProofKey(true)
                                        .build())
                        .redirectUri("{baseUrl}/login/oauth2/code/{registrationId}")
                        .scope("openid", "profile")
                        .issuerUri(issuer)
                        .authorizationUri(endpoint(json, "authorization_endpoint").toString())
                        .tokenUri(endpoint(json, "token_endpoint").toString())
                        .jwkSetUri(endpoint(json, "jwks_uri").toString());
        if (json.has("userinfo_endpoint")) {
            registration
                    .userInfoUri(endpoint(json, "userinfo_endpoint").toString())
                    .userNameAttributeName("sub");
        }
        return new Known(
                registration.build(),
                json.has("end_session_endpoint")
                        ? Optional.of(endpoint(json, "end_session_endpoint"))
                        : Optional.empty(),
                clock.instant().plus(KEPT));
    }

    private static boolean has(JsonNode array, String value) {
        return array.valueStream().anyMatch(each -> value.equals(each.asString()));
    }

    private URI endpoint(ObjectNode json, String field) {
        var address = URI.create(json.path(field).asString());
        var scheme = accounts.settings().demo() ? "http" : "https";
        if (!scheme.equals(address.getScheme()) || address.getHost() == null) {
            throw new MalformedDocument(field, "must be an address with " + scheme);
        }
        return address;
    }
}
