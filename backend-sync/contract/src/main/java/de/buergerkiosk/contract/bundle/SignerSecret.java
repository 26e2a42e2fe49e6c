package de.buergerkiosk.contract.bundle;

import de.buergerkiosk.contract.json.CanonicalJson;
import de.buergerkiosk.contract.json.Fields;
import de.buergerkiosk.contract.json.MalformedDocument;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/** The private half of a signer; its file belongs to nobody but the one who signs. */
public final class SignerSecret {
    private static final int FILE_BYTES_MAX = 64 << 10;

    private final PrivateKey ed25519;
    private final PrivateKey mlDsa;
    private final SignerKey open;

    private SignerSecret(PrivateKey ed25519, PrivateKey mlDsa, SignerKey open) {
        this.ed25519 = ed25519;
        this.mlDsa = mlDsa;
        this.open = open;
    }

    /** A new signer. */
    public static SignerSecret generate() {
        try {
            var first = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            var second = KeyPairGenerator.getInstance("ML-DSA-65").generateKeyPair();
            return new SignerSecret(
                    first.getPrivate(),
                    second.getPrivate(),
                    SignerKey.of(first.getPublic(), second.getPublic()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Java 25 has both algorithms", e);
        }
    }

    /** What the root may know of it. */
    public SignerKey open() {
        return open;
    }

    /** As {@link #parse} reads it; to be written to a file that only its owner reads. */
    public byte[] json() {
        var json = CanonicalJson.object().put("v", 1).put("kind", "signer-secret");
        open.into(json.putObject("public"));
        json.putObject("private")
                .put("ed25519", Base64.getEncoder().encodeToString(ed25519.getEncoded()))
                .put("mlDsa65", Base64.getEncoder().encodeToString(mlDsa.getEncoded()));
        return CanonicalJson.bytes(json);
    }

    /**
     * Reads a signer's file.
     *
     * @throws MalformedDocument naming the field, never what stood there
     */
    public static SignerSecret parse(byte[] json) {
        var fields = Fields.of(CanonicalJson.read(json, FILE_BYTES_MAX)).version(1);
        if (!fields.text("kind").equals("signer-secret")) {
            throw new MalformedDocument("kind", "must be signer-secret");
        }
        var open = SignerKey.from(fields.object("public"));
        var secret = fields.object("private");
        var read =
                new SignerSecret(
                        key("Ed25519", "private.ed25519", secret.text("ed25519")),
                        key("ML-DSA-65", "private.mlDsa65", secret.text("mlDsa65")),
                        open);
        fields.end();
        var probe = new byte[] {1};
        if (!open.madeEd25519(probe, read.signEd25519(probe))
                || !open.madeMlDsa(probe, read.signMlDsa(probe))) {
            throw new MalformedDocument("private", "does not belong to the public keys beside it");
        }
        return read;
    }

    byte[] signEd25519(byte[] message) {
        return sign("Ed25519", ed25519, message);
    }

    byte[] signMlDsa(byte[] message) {
        return sign("ML-DSA-65", mlDsa, message);
    }

    @Override
    public String toString() {
        return "secret of " + open;
    }

    private static byte[] sign(String algorithm, PrivateKey key, byte[] message) {
        try {
            var signing = Signature.getInstance(algorithm);
            signing.initSign(key);
            signing.update(message);
            return signing.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("signing needs " + algorithm, e);
        }
    }

    private static PrivateKey key(String algorithm, String field, String text) {
        try {
            var encoded = new PKCS8EncodedKeySpec(Base64.getDecoder().decode(text));
            return KeyFactory.getInstance(algorithm).generatePrivate(encoded);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            // without the cause: its message could quote the key
            throw new MalformedDocument(field, "is not a private key of " + algorithm);
        }
    }
}
