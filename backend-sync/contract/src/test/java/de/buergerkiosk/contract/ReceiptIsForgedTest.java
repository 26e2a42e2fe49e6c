package de.buergerkiosk.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.ECKey;
import de.buergerkiosk.contract.filing.FilingId;
import de.buergerkiosk.contract.receipt.DeliveryReceipt;
import de.buergerkiosk.contract.receipt.ReceiptSigner;
import de.buergerkiosk.contract.receipt.ReceiptVerdict.Refused;
import de.buergerkiosk.contract.receipt.ReceiptVerdict.Verified;
import de.buergerkiosk.contract.receipt.ReceiptVerifier;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ReceiptIsForgedTest {
    private static final String DIGEST = "ab".repeat(32);
    private static final String KEY = ReceiptSigner.newKey();
    private static final ReceiptSigner SIGNER = ReceiptSigner.of(KEY);
    private static final ReceiptVerifier VERIFIER = ReceiptVerifier.of(SIGNER.verificationKey());
    private static final DeliveryReceipt RECEIPT =
            new DeliveryReceipt(
                    Examples.ID, DIGEST, Instant.parse("2026-11-23T20:41:00.123Z"), "2026-42-7");

    @Test
    void genuineReceiptVerifies() {
        var verdict = VERIFIER.verify(SIGNER.sign(RECEIPT), Examples.ID, DIGEST);
        assertEquals(RECEIPT, assertInstanceOf(Verified.class, verdict).receipt());
    }

    @Test
    void receiptOfAnotherFilingIsRefused() {
        refused(SIGNER.sign(RECEIPT), Examples.OTHER_ID, DIGEST, "another filing");
    }

    @Test
    void receiptOfAnotherContentIsRefused() {
        refused(SIGNER.sign(RECEIPT), Examples.ID, "cd".repeat(32), "another content");
    }

    @Test
    void receiptOfAnotherCentreIsRefused() {
        var other = ReceiptSigner.of(ReceiptSigner.newKey());
        refused(other.sign(RECEIPT), Examples.ID, DIGEST, "another key");
    }

    @Test
    void anotherKeyUnderTheSameNameIsRefused() throws Exception {
        var own = ECKey.parse(KEY);
        var thief = ECKey.parse(ReceiptSigner.newKey());
        var renamed = new ECKey.Builder(thief).keyID(own.getKeyID()).build();
        var forged = ReceiptSigner.of(renamed.toJSONString()).sign(RECEIPT);
        refused(forged, Examples.ID, DIGEST, "signature is wrong");
    }

    @Test
    void changedClaimsAreRefused() {
        var parts = SIGNER.sign(RECEIPT).split("\\.", -1);
        var other =
                SIGNER.sign(new DeliveryReceipt(Examples.ID, DIGEST, RECEIPT.receivedAt(), "X"))
                        .split("\\.", -1);
        refused(parts[0] + "." + other[1] + "." + parts[2], Examples.ID, DIGEST, "wrong");
    }

    @Test
    void publicKeyUsedAsSharedSecretIsRefused() throws Exception {
        var header =
                new JWSHeader.Builder(JWSAlgorithm.HS256)
                        .type(new JOSEObjectType("secevent+jwt"))
                        .keyID(ECKey.parse(KEY).getKeyID())
                        .build();
        var jws = new JWSObject(header, new Payload("{}"));
        jws.sign(new MACSigner(SIGNER.verificationKey()));
        refused(jws.serialize(), Examples.ID, DIGEST, "ES256");
    }

    @Test
    void signedButUnknownClaimsAreRefused() throws Exception {
        var key = ECKey.parse(KEY);
        var header =
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .type(new JOSEObjectType("secevent+jwt"))
                        .keyID(key.getKeyID())
                        .build();
        var jws = new JWSObject(header, new Payload("{\"iss\":\"urn:buergerkiosk:centre\"}"));
        jws.sign(new ECDSASigner(key));
        refused(jws.serialize(), Examples.ID, DIGEST, "malformed");
    }

    @Test
    void tokenOfAnotherTypeIsRefused() throws Exception {
        var key = ECKey.parse(KEY);
        var genuine = JWSObject.parse(SIGNER.sign(RECEIPT));
        var header = new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).build();
        var jws = new JWSObject(header, genuine.getPayload());
        jws.sign(new ECDSASigner(key));
        refused(jws.serialize(), Examples.ID, DIGEST, "type");
    }

    @Test
    void junkIsRefused() {
        for (var junk : new String[] {"", "a.b.c", "{}", "..", "x".repeat(10_000)}) {
            assertInstanceOf(Refused.class, VERIFIER.verify(junk, Examples.ID, DIGEST), junk);
        }
    }

    @Test
    void verifierTakesNoPrivateKey() {
        assertThrows(IllegalArgumentException.class, () -> ReceiptVerifier.of(KEY));
    }

    private static void refused(String jws, FilingId id, String digest, String why) {
        var verdict = assertInstanceOf(Refused.class, VERIFIER.verify(jws, id, digest));
        assertTrue(verdict.reason().contains(why), verdict.reason());
    }
}
