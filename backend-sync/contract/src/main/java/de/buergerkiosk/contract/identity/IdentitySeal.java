package de.buergerkiosk.contract.identity;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDHEncrypter;
import java.util.UUID;

/**
 * Seals an identity to one visit: JWE in compact form (RFC 7516), ECDH-ES and A256GCM with a key that
 * is made for this seal and thrown away, so that not even the sealing centre opens it again. The
 * identification's number stands in the protected header: a seal cannot be moved to another one.
 */
public final class IdentitySeal {
    static final int CHARACTERS_MAX = 64 << 10;
    private static final String IDENTIFICATION = "identification";

    private IdentitySeal() {}

    public static String seal(Identity identity, UUID identification, VisitKey key) {
        var header =
                new JWEHeader.Builder(JWEAlgorithm.ECDH_ES, EncryptionMethod.A256GCM)
                        .contentType("application/json")
                        .customParam(IDENTIFICATION, identification.toString())
                        .customParam("v", 1)
                        .build();
        var jwe = new JWEObject(header, new Payload(identity.json()));
        try {
            jwe.encrypt(new ECDHEncrypter(key.key()));
        } catch (JOSEException e) {
            throw new IllegalStateException("sealing needs ECDH-ES and A256GCM", e);
        }
        return jwe.serialize();
    }

    static void check(JWEHeader header, UUID expected) throws IdentitySealBroken {
        if (!JWEAlgorithm.ECDH_ES.equals(header.getAlgorithm())
                || !EncryptionMethod.A256GCM.equals(header.getEncryptionMethod())
                || header.getCompressionAlgorithm() != null) {
            throw new IdentitySealBroken("the seal uses other algorithms than ECDH-ES and A256GCM");
        }
        if (!expected.toString().equals(header.getCustomParam(IDENTIFICATION))) {
            throw new IdentitySealBroken("the seal belongs to another identification");
        }
        if (!(header.getCustomParam("v") instanceof Number version) || version.longValue() != 1) {
            throw new IdentitySealBroken("the seal has another version than 1");
        }
    }
}
