package de.buergerkiosk.contract.seal;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import de.buergerkiosk.contract.json.MalformedDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The public keys of the offices, from a JWK set (RFC 7517) whose {@code kid} is the office. */
public final class OfficeKeys {
    private static final int FILE_BYTES_MAX = 1_000_000;

    private final Map<String, OfficeKey> byOffice;

    private OfficeKeys(Map<String, OfficeKey> byOffice) {
        this.byOffice = Map.copyOf(byOffice);
    }

    /**
     * Reads a file such as {@code offices.jwks.json}.
     *
     * @throws IOException when the file cannot be read
     * @throws MalformedDocument when it is not a set of RSA keys, or holds a private key, which has
     *     no place where this is read
     */
    public static OfficeKeys read(Path jwks) throws IOException {
        if (Files.size(jwks) > FILE_BYTES_MAX) {
            throw new MalformedDocument("document", "is larger than " + FILE_BYTES_MAX + " bytes");
        }
        return parse(Files.readString(jwks));
    }

    public static OfficeKeys parse(String jwks) {
        try {
            var keys = new TreeMap<String, OfficeKey>();
            for (JWK key : JWKSet.parse(jwks).getKeys()) {
                if (key.isPrivate()) {
                    throw new MalformedDocument("keys", "must hold public keys only");
                }
                if (!(key instanceof RSAKey rsa) || rsa.getKeyID() == null) {
                    throw new MalformedDocument("keys", "must be RSA keys with the office as kid");
                }
                if (keys.put(rsa.getKeyID(), new OfficeKey(rsa.getKeyID(), rsa)) != null) {
                    throw new MalformedDocument("keys", "must hold one key per office");
                }
            }
            return new OfficeKeys(keys);
        } catch (ParseException e) {
            throw new MalformedDocument("document", "is not a JWK set");
        }
    }

    /**
     * The key of an office.
     *
     * @throws MalformedDocument when there is none: the service names an office that the city does
     *     not have
     */
    public OfficeKey of(String office) {
        var key = byOffice.get(office);
        if (key == null) {
            throw new MalformedDocument(
                    "office",
                    "no key for "
                            + office
                            + "; known offices: "
                            + new TreeSet<>(byOffice.keySet()));
        }
        return key;
    }

    public Set<String> offices() {
        return byOffice.keySet();
    }

    /** The JWK set as text; public keys only. */
    public static String json(Collection<OfficeKey> keys) {
        return new JWKSet(keys.stream().<JWK>map(OfficeKey::key).toList()).toString(true);
    }

    /** A new key pair, with the marks that FIT-Connect asks of a destination's key. */
    public static OfficePrivateKey generate(String office) {
        try {
            return new OfficePrivateKey(
                    office,
                    new RSAKeyGenerator(OfficeKey.BITS_MIN)
                            .keyID(office)
                            .keyUse(KeyUse.ENCRYPTION)
                            .algorithm(JWEAlgorithm.RSA_OAEP_256)
                            .generate());
        } catch (JOSEException e) {
            throw new IllegalStateException("every Java makes RSA keys", e);
        }
    }

    /**
     * Reads the private key of one office as {@link #generate} made it.
     *
     * @throws MalformedDocument when it is not a private RSA key with the office as {@code kid}
     */
    public static OfficePrivateKey parsePrivate(String jwk) {
        try {
            var key = RSAKey.parse(jwk);
            if (key.getKeyID() == null) {
                throw new MalformedDocument("kid", "is missing; it names the office");
            }
            return new OfficePrivateKey(key.getKeyID(), key);
        } catch (ParseException e) {
            // without the cause: it may quote the key
            throw new MalformedDocument("document", "is not a private RSA key as JWK");
        }
    }
}
