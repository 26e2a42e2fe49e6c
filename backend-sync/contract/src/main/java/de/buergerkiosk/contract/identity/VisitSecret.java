package de.buergerkiosk.contract.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.crypto.ECDHDecrypter;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import de.buergerkiosk.contract.json.MalformedDocument;
import java.text.ParseException;
import java.util.UUID;

/** The private half of a visit's key. It lives in the kiosk's memory, for one identification. */
public final class VisitSecret {
    private final ECKey key;

    private VisitSecret(ECKey key) {
        this.key = key;
    }

    public static VisitSecret make() {
        try {
            return new VisitSecret(new ECKeyGenerator(Curve.P_256).generate());
        } catch (JOSEException e) {
            throw new IllegalStateException("every Java makes keys on P-256", e);
        }
    }

    public VisitKey open() {
        return new VisitKey(key);
    }

    /**
     * Opens what the centre sealed for this identification.
     *
     * @throws IdentitySealBroken when it is not that, was changed on the way, or is malformed
     */
    public Identity open(String jwe, UUID identification) throws IdentitySealBroken {
        if (jwe.length() > IdentitySeal.CHARACTERS_MAX) {
            throw new IdentitySealBroken("the seal is too large");
        }
        try {
            var parsed = JWEObject.parse(jwe);
            IdentitySeal.check(parsed.getHeader(), identification);
            parsed.decrypt(new ECDHDecrypter(key));
            return Identity.parse(parsed.getPayload().toBytes());
        } catch (JOSEException e) {
            throw new IdentitySealBroken("the seal does not open with the visit's key");
        } catch (MalformedDocument e) {
            throw new IdentitySealBroken("the sealed identity is malformed: " + e.getMessage());
        } catch (ParseException | IllegalArgumentException e) {
            throw new IdentitySealBroken("the seal is not a JWE in compact form");
        }
    }

    @Override
    public String toString() {
        return "VisitSecret";
    }
}
