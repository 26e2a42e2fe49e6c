package de.buergerkiosk.contract.seal;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSADecrypter;
import com.nimbusds.jose.crypto.RSAEncrypter;
import de.buergerkiosk.contract.filing.Delivery;
import de.buergerkiosk.contract.filing.FilingContent;
import de.buergerkiosk.contract.filing.FilingId;
import de.buergerkiosk.contract.json.MalformedDocument;
import java.text.ParseException;

/**
 * Seals as FIT-Connect does: JWE in compact form (RFC 7516), RSA-OAEP-256 and A256GCM, content type
 * {@code application/json}, key id = the office. The filing's number stands in the protected header,
 * which is authenticated with the content: a seal cannot be moved to another filing.
 */
public final class Seal {
    private static final String FILING = "filing";

    private Seal() {}

    /** Once sealed, whoever sealed cannot read it again. */
    public static String seal(FilingContent content, FilingId id, OfficeKey key) {
        var header =
                new JWEHeader.Builder(JWEAlgorithm.RSA_OAEP_256, EncryptionMethod.A256GCM)
                        .contentType("application/json")
                        .keyID(key.office())
                        .customParam(FILING, id.toString())
                        .customParam("v", 1)
                        .build();
        var jwe = new JWEObject(header, new Payload(content.json()));
        try {
            jwe.encrypt(new RSAEncrypter(key.key()));
        } catch (JOSEException e) {
            throw new IllegalStateException("sealing needs RSA-OAEP-256 and A256GCM", e);
        }
        return jwe.serialize();
    }

    /**
     * Opens a seal at the desk.
     *
     * @throws SealBroken when it is not a seal of this filing for this office, was changed on the
     *     way, or its content does not follow the contract
     */
    public static FilingContent open(String jwe, FilingId expected, OfficePrivateKey key)
            throws SealBroken {
        try {
            if (jwe.length() > Delivery.SEALED_CHARACTERS_MAX) {
                throw new SealBroken("the seal is too large");
            }
            var parsed = JWEObject.parse(jwe);
            check(parsed.getHeader(), expected, key.office());
            parsed.decrypt(new RSADecrypter(key.key()));
            return FilingContent.parse(parsed.getPayload().toBytes());
        } catch (ParseException e) {
            throw new SealBroken("the seal is not a JWE in compact form");
        } catch (JOSEException e) {
            // never with the cause: how it failed helps only an attacker
            throw new SealBroken("the seal does not open with the office's key");
        } catch (MalformedDocument e) {
            throw new SealBroken("the sealed content is malformed: " + e.getMessage());
        }
    }

    /**
     * Looks at the protected header only; needs no key, so the device door can refuse what no desk
     * could open.
     *
     * @throws SealBroken when it is not addressed to this office or is of another filing
     */
    public static void checkAddress(String jwe, FilingId expected, String office)
            throws SealBroken {
        try {
            check(JWEObject.parse(jwe).getHeader(), expected, office);
        } catch (ParseException e) {
            throw new SealBroken("the seal is not a JWE in compact form");
        }
    }

    private static void check(JWEHeader header, FilingId expected, String office)
            throws SealBroken {
        if (!JWEAlgorithm.RSA_OAEP_256.equals(header.getAlgorithm())
                || !EncryptionMethod.A256GCM.equals(header.getEncryptionMethod())
                || header.getCompressionAlgorithm() != null) {
            throw new SealBroken("the seal uses other algorithms than RSA-OAEP-256 and A256GCM");
        }
        if (!office.equals(header.getKeyID())) {
            throw new SealBroken("the seal is for another office");
        }
        if (!expected.toString().equals(header.getCustomParam(FILING))) {
            throw new SealBroken("the seal belongs to another filing");
        }
        if (!(header.getCustomParam("v") instanceof Number version) || version.longValue() != 1) {
            throw new SealBroken("the seal has another version than 1");
        }
    }
}
