package de.buergerkiosk.central.desk;

import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.core.converter.ClaimTypeConverter;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/** Verifies ID tokens: signature, issuer, audience and times (OpenID Connect Core 3.1.3.7). */
final class IdTokens implements JwtDecoderFactory<ClientRegistration> {
    /** The token is of another time: one of the two clocks is wrong. */
    static final String CLOCK = "clock";

    private static final Duration SKEW = Duration.ofSeconds(60);

    private final InstantSource clock;
    private final Map<String, JwtDecoder> decoders = new ConcurrentHashMap<>();

    IdTokens(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public JwtDecoder createDecoder(ClientRegistration registration) {
        var keys = String.valueOf(registration.getProviderDetails().getJwkSetUri());
        return decoders.computeIfAbsent(keys, address -> decoder(address, registration));
    }

    private JwtDecoder decoder(String keys, ClientRegistration registration) {
        // only public keys: a shared secret must not pass for one of them
        var decoder =
                NimbusJwtDecoder.withJwkSetUri(keys)
                        .jwsAlgorithms(all -> all.addAll(List.of(SignatureAlgorithm.values())))
                        .restOperations(OidcHttp.template())
                        .build();
        var rules = new OidcIdTokenValidator(registration);
        rules.setClock(clock.withZone(ZoneOffset.UTC));
        rules.setClockSkew(SKEW);
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<Jwt>(times(), rules));
        decoder.setClaimSetConverter(
                new ClaimTypeConverter(
                        OidcIdTokenDecoderFactory.createDefaultClaimTypeConverters()));
        return decoder;
    }

    private OAuth2TokenValidator<Jwt> times() {
        return token -> {
            var now = clock.instant();
            var issued = token.getIssuedAt();
            var expires = token.getExpiresAt();
            var early = issued != null && issued.minus(SKEW).isAfter(now);
            var late = expires != null && expires.plus(SKEW).isBefore(now);
            return early || late
                    ? OAuth2TokenValidatorResult.failure(new OAuth2Error(CLOCK))
                    : OAuth2TokenValidatorResult.success();
        };
    }
}
