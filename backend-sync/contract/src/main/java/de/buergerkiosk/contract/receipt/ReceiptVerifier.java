package de.buergerkiosk.contract.receipt;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import de.buergerkiosk.contract.filing.FilingId;
import de.buergerkiosk.contract.json.CanonicalJson;
import de.buergerkiosk.contract.json.Fields;
import de.buergerkiosk.contract.json.MalformedDocument;
import de.buergerkiosk.contract.receipt.ReceiptVerdict.Refused;
import de.buergerkiosk.contract.receipt.ReceiptVerdict.Verified;
import java.text.ParseException;

/** Verifies receipts with the centre's public key: algorithm, type and key are pinned. */
public final class ReceiptVerifier {
    /** A receipt has about 700 characters. */
    private static final int CHARACTERS_MAX = 8_000;

    private final ECKey key;
    private final ECDSAVerifier verifier;

    private ReceiptVerifier(ECKey key) throws JOSEException {
        this.key = key;
        this.verifier = new ECDSAVerifier(key);
    }

    /**
     * From {@link ReceiptSigner#verificationKey()}.
     *
     * @throws MalformedDocument when it is not a public key on P-256 with a key id
     */
    public static ReceiptVerifier of(String jwk) {
        try {
            var key = ECKey.parse(jwk);
            if (key.isPrivate() || !Curve.P_256.equals(key.getCurve()) || key.getKeyID() == null) {
                throw new MalformedDocument("jwk", "must be a public key on P-256 with a kid");
            }
            return new ReceiptVerifier(key);
        } catch (ParseException | JOSEException e) {
            throw new MalformedDocument("jwk", "is not a JWK");
        }
    }

    /** Whether this receipt proves that the centre has exactly this content of this filing. */
    public ReceiptVerdict verify(String jws, FilingId id, String digest) {
        if (jws.length() > CHARACTERS_MAX) {
            return new Refused("the receipt is too long");
        }
        try {
            var parsed = JWSObject.parse(jws);
            var header = parsed.getHeader();
            if (!JWSAlgorithm.ES256.equals(header.getAlgorithm())) {
                return new Refused("the receipt is not signed with ES256");
            }
            if (!ReceiptSigner.TYPE.equals(header.getType())) {
                return new Refused("the receipt has another type than secevent+jwt");
            }
            if (!key.getKeyID().equals(header.getKeyID())) {
                return new Refused("the receipt is signed with another key");
            }
            if (!parsed.verify(verifier)) {
                return new Refused("the signature is wrong");
            }
            return claims(parsed.getPayload().toBytes(), id, digest);
        } catch (ParseException e) {
            return new Refused("the receipt is not a JWS in compact form");
        } catch (JOSEException e) {
            return new Refused("the signature cannot be checked");
        } catch (MalformedDocument e) {
            return new Refused("the receipt is malformed: " + e.getMessage());
        }
    }

    private static ReceiptVerdict claims(byte[] json, FilingId id, String digest) {
        var claims = Fields.of(CanonicalJson.read(json, CHARACTERS_MAX));
        var issuer = claims.text("iss");
        var subject = claims.text("sub");
        var number = claims.text("jti");
        var issuedAt = claims.number("iat");
        var events = claims.object("events");
        var event = events.object(ReceiptSigner.EVENT).version(1);
        var receipt =
                new DeliveryReceipt(
                        FilingId.parse(event.text("id")),
                        event.text("digest"),
                        event.instant("receivedAt"),
                        event.text("number"));
        event.end();
        events.end();
        claims.end();
        if (!issuer.equals(ReceiptSigner.ISSUER)
                || !subject.equals(ReceiptSigner.SUBJECT + receipt.id())
                || !number.equals(receipt.number())
                || issuedAt != receipt.receivedAt().getEpochSecond()) {
            return new Refused("the receipt contradicts itself");
        }
        if (!receipt.id().equals(id)) {
            return new Refused("the receipt is for another filing");
        }
        if (!receipt.digest().equals(digest)) {
            return new Refused("the receipt is for another content of this filing");
        }
        return new Verified(receipt);
    }
}
