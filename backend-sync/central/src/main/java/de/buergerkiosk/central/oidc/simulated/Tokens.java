package de.buergerkiosk.central.oidc.simulated;

import static java.nio.charset.StandardCharsets.US_ASCII;

import de.buergerkiosk.central.oidc.FrontDesk;
import de.buergerkiosk.contract.json.CanonicalJson;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import tools.jackson.databind.node.ObjectNode;

/** Makes and reads ID tokens: JWS compact, RS256, as every client must understand (OIDC Core 15.1). */
final class Tokens {
    static final Duration LIFE = Duration.ofMinutes(5);
    private static final int KEY_BITS = 2048;
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final KeyPair key;
    private final String keyId;
    private final String issuer;
    private final InstantSource clock;

    Tokens(String issuer, InstantSource clock) {
        this.issuer = issuer;
        this.clock = clock;
        this.key = pair();
        this.keyId = CanonicalJson.sha256(key.getPublic().getEncoded()).substring(0, 16);
    }

    private static KeyPair pair() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(KEY_BITS);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has RSA", e);
        }
    }

    /** What {@code jwks_uri} answers. */
    ObjectNode keys() {
        var open = (RSAPublicKey) key.getPublic();
        var json = CanonicalJson.object();
        json.putArray("keys")
                .addObject()
                .put("kty", "RSA")
                .put("use", "sig")
                .put("alg", "RS256")
                .put("kid", keyId)
                .put("n", number(open.getModulus()))
                .put("e", number(open.getPublicExponent()));
        return json;
    }

    private static String number(java.math.BigInteger value) {
        var bytes = value.toByteArray();
        var from = bytes.length > 1 && bytes[0] == 0 ? 1 : 0;
        return BASE64.encodeToString(java.util.Arrays.copyOfRange(bytes, from, bytes.length));
    }

    /** Claims that token and user info share. */
    static ObjectNode claims(ExamplePerson person, boolean roles) {
        var json = CanonicalJson.object();
        json.put("sub", CanonicalJson.sha256(person.login().getBytes(US_ASCII)).substring(0, 32));
        json.put("preferred_username", person.login());
        json.put("name", person.name());
        json.put(FrontDesk.SIMULATED, true);
        if (roles) {
            var array = json.putArray("roles");
            person.roles().forEach(array::add);
        }
        var offices = json.putArray("offices");
        person.offices().forEach(offices::add);
        return json;
    }

    String idToken(ExamplePerson person, String client, String nonce, OidcFault fault) {
        var now = now(fault);
        var json = claims(person, fault != OidcFault.ROLES_IN_USERINFO);
        if (fault == OidcFault.TWO_ROLES) {
            json.putArray("roles").add(ExamplePerson.ADMIN).add(ExamplePerson.CLERK);
        }
        json.put("iss", fault == OidcFault.FOREIGN_ISSUER ? issuer + "/other" : issuer);
        json.put("aud", fault == OidcFault.FOREIGN_AUDIENCE ? "another-client" : client);
        json.put("nonce", fault == OidcFault.FOREIGN_NONCE ? "of-another-sign-in" : nonce);
        json.put("iat", now.getEpochSecond());
        json.put("auth_time", now.getEpochSecond());
        json.put("exp", now.plus(LIFE).getEpochSecond());
        return signed(json, fault);
    }

    private Instant now(OidcFault fault) {
        return switch (fault) {
            case CLOCK_AHEAD -> clock.instant().plus(Duration.ofMinutes(10));
            case CLOCK_BEHIND -> clock.instant().minus(Duration.ofHours(1));
            default -> clock.instant();
        };
    }

    private String signed(ObjectNode claims, OidcFault fault) {
        var none = fault == OidcFault.NO_SIGNATURE;
        var header = CanonicalJson.object().put("alg", none ? "none" : "RS256");
        header.put("typ", "JWT").put("kid", keyId);
        var text =
                BASE64.encodeToString(CanonicalJson.bytes(header))
                        + "."
                        + BASE64.encodeToString(CanonicalJson.bytes(claims));
        if (none) {
            return text + ".";
        }
        try {
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign((fault == OidcFault.FOREIGN_KEY ? pair() : key).getPrivate());
            signature.update(text.getBytes(US_ASCII));
            return text + "." + BASE64.encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the key does not sign", e);
        }
    }

    /** Whether that is a token of ours; an old one is, too, for it ends a session. */
    boolean isOurs(String token) {
        var dot = token.lastIndexOf('.');
        if (dot < 0) {
            return false;
        }
        try {
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initVerify(key.getPublic());
            signature.update(token.substring(0, dot).getBytes(US_ASCII));
            return signature.verify(Base64.getUrlDecoder().decode(token.substring(dot + 1)));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }
}
