package de.buergerkiosk.contract.receipt;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import de.buergerkiosk.contract.json.CanonicalJson;
import de.buergerkiosk.contract.json.MalformedDocument;
import java.text.ParseException;

/**
 * Signs receipts as security event tokens (RFC 8417) in JWS compact form, ES256, as FIT-Connect's
 * event log does with its own key type.
 */
public final class ReceiptSigner {
    static final JOSEObjectType TYPE = new JOSEObjectType("secevent+jwt");
    static final String EVENT = "urn:buergerkiosk:event:filing-received";
    static final String ISSUER = "urn:buergerkiosk:centre";
    static final String SUBJECT = "urn:buergerkiosk:filing:";

    private final ECKey key;
    private final ECDSASigner signer;

    private ReceiptSigner(ECKey key) throws JOSEException {
        this.key = key;
        this.signer = new ECDSASigner(key);
    }

    /**
     * From a private key as {@link #newKey()} makes it.
     *
     * @throws MalformedDocument when it is not a private key on P-256 with a key id
     */
    public static ReceiptSigner of(String jwk) {
        try {
            var key = ECKey.parse(jwk);
            if (!key.isPrivate() || !Curve.P_256.equals(key.getCurve()) || key.getKeyID() == null) {
                throw new MalformedDocument("jwk", "must be a private key on P-256 with a kid");
            }
            return new ReceiptSigner(key);
        } catch (ParseException | JOSEException e) {
            throw new MalformedDocument("jwk", "is not a JWK");
        }
    }

    /** A new private key as JWK; keep it secret. */
    public static String newKey() {
        try {
            return new ECKeyGenerator(Curve.P_256)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.ES256)
                    .keyIDFromThumbprint(true)
                    .generate()
                    .toJSONString();
        } catch (JOSEException e) {
            throw new IllegalStateException("every Java makes keys on P-256", e);
        }
    }

    /** The public half as JWK, for the kiosks. */
    public String verificationKey() {
        return key.toPublicJWK().toJSONString();
    }

    /** Not repeatable: each signature differs, so the centre keeps the one it gave out. */
    public String sign(DeliveryReceipt receipt) {
        var claims = CanonicalJson.object();
        claims.put("iss", ISSUER);
        claims.put("iat", receipt.receivedAt().getEpochSecond());
        claims.put("jti", receipt.number());
        claims.put("sub", SUBJECT + receipt.id());
        claims.putObject("events")
                .putObject(EVENT)
                .put("v", 1)
                .put("id", receipt.id().toString())
                .put("digest", receipt.digest())
                .put("receivedAt", CanonicalJson.time(receipt.receivedAt()))
                .put("number", receipt.number());
        var header =
                new JWSHeader.Builder(JWSAlgorithm.ES256).type(TYPE).keyID(key.getKeyID()).build();
        var jws = new JWSObject(header, new Payload(CanonicalJson.bytes(claims)));
        try {
            jws.sign(signer);
        } catch (JOSEException e) {
            throw new IllegalStateException("signing needs ES256", e);
        }
        return jws.serialize();
    }
}
