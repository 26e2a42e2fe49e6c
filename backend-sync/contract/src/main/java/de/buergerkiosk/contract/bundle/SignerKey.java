package de.buergerkiosk.contract.bundle;

import de.buergerkiosk.contract.json.CanonicalJson;
import de.buergerkiosk.contract.json.Fields;
import de.buergerkiosk.contract.json.MalformedDocument;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import tools.jackson.databind.node.ObjectNode;

/**
 * The public half of a signer: one key of Ed25519 (RFC 8032) and one of ML-DSA-65 (FIPS 204), which
 * always go together. Whoever breaks one of the two algorithms has still broken nothing.
 */
public final class SignerKey {
    static final int ED25519_BYTES = 32;
    static final int ML_DSA_BYTES = 1_952;

    /** SubjectPublicKeyInfo of RFC 8410 and RFC 9881 up to the raw key. */
    private static final byte[] ED25519_PREFIX =
            HexFormat.of().parseHex("302a300506032b6570032100");

    private static final byte[] ML_DSA_PREFIX =
            HexFormat.of().parseHex("308207b2300b0609608648016503040312038207a100");

    private final byte[] ed25519;
    private final byte[] mlDsa;

    SignerKey(byte[] ed25519, byte[] mlDsa) {
        this.ed25519 = ed25519.clone();
        this.mlDsa = mlDsa.clone();
    }

    static SignerKey of(PublicKey ed25519, PublicKey mlDsa) {
        return new SignerKey(
                without(ED25519_PREFIX, ed25519.getEncoded()),
                without(ML_DSA_PREFIX, mlDsa.getEncoded()));
    }

    /** SHA-256 over both raw keys, in hexadecimal. */
    public String fingerprint() {
        var both = Arrays.copyOf(ed25519, ED25519_BYTES + ML_DSA_BYTES);
        System.arraycopy(mlDsa, 0, both, ED25519_BYTES, ML_DSA_BYTES);
        return CanonicalJson.sha256(both);
    }

    boolean madeEd25519(byte[] message, byte[] signature) {
        return made("Ed25519", ED25519_PREFIX, ed25519, message, signature);
    }

    boolean madeMlDsa(byte[] message, byte[] signature) {
        return made("ML-DSA-65", ML_DSA_PREFIX, mlDsa, message, signature);
    }

    void into(ObjectNode json) {
        json.put("ed25519", Base64.getEncoder().encodeToString(ed25519));
        json.put("mlDsa65", Base64.getEncoder().encodeToString(mlDsa));
    }

    static SignerKey from(Fields fields) {
        return new SignerKey(
                decoded("ed25519", fields.text("ed25519"), ED25519_BYTES),
                decoded("mlDsa65", fields.text("mlDsa65"), ML_DSA_BYTES));
    }

    /** Base64 (RFC 4648, chapter 4) in its one canonical spelling, with exactly so many bytes. */
    static byte[] decoded(String field, String text, int bytes) {
        try {
            var decoded = Base64.getDecoder().decode(text);
            if (decoded.length == bytes
                    && Base64.getEncoder().encodeToString(decoded).equals(text)) {
                return decoded;
            }
        } catch (IllegalArgumentException e) {
            throw new MalformedDocument(field, "is not base64");
        }
        throw new MalformedDocument(field, "must be " + bytes + " bytes in padded base64");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SignerKey key
                && Arrays.equals(ed25519, key.ed25519)
                && Arrays.equals(mlDsa, key.mlDsa);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(ed25519);
    }

    @Override
    public String toString() {
        return "signer " + fingerprint().substring(0, 16);
    }

    /** A key that is no point of its curve, or a signature of another shape, has signed nothing. */
    private static boolean made(
            String algorithm, byte[] prefix, byte[] raw, byte[] message, byte[] signature) {
        try {
            var encoded = Arrays.copyOf(prefix, prefix.length + raw.length);
            System.arraycopy(raw, 0, encoded, prefix.length, raw.length);
            var key =
                    KeyFactory.getInstance(algorithm)
                            .generatePublic(new X509EncodedKeySpec(encoded));
            var checking = Signature.getInstance(algorithm);
            checking.initVerify(key);
            checking.update(message);
            return checking.verify(signature);
        } catch (InvalidKeySpecException | InvalidKeyException | SignatureException e) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Java 25 has " + algorithm, e);
        }
    }

    private static byte[] without(byte[] prefix, byte[] encoded) {
        if (!Arrays.equals(prefix, 0, prefix.length, encoded, 0, prefix.length)) {
            throw new IllegalArgumentException("a public key in another form");
        }
        return Arrays.copyOfRange(encoded, prefix.length, encoded.length);
    }
}
