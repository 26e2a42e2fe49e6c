package de.buergerkiosk.agent.enrol;

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;

/**
 * The key pair of a kiosk (ECDSA on P-256). It is made at the kiosk, and the private half never
 * leaves it.
 */
public final class OwnKey {
    private static final int SEQUENCE = 0x30;
    private static final int BIT_STRING = 0x03;
    private static final int ATTRIBUTES = 0xa0;
    private static final byte[] VERSION = {0x02, 0x01, 0x00};

    /** An empty name: the centre knows the kiosk's name and does not ask the kiosk. */
    private static final byte[] SUBJECT = {SEQUENCE, 0x00};

    /** AlgorithmIdentifier ecdsa-with-SHA256, 1.2.840.10045.4.3.2 (RFC 5758). */
    private static final byte[] ECDSA_SHA256 = {
        0x30, 0x0a, 0x06, 0x08, 0x2a, (byte) 0x86, 0x48, (byte) 0xce, 0x3d, 0x04, 0x03, 0x02
    };

    private final KeyPair pair;

    OwnKey(KeyPair pair) {
        this.pair = pair;
    }

    /** A new one. */
    public static OwnKey generate() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return new OwnKey(generator.generateKeyPair());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has P-256", e);
        }
    }

    /** Reads what {@link #bytes} wrote. */
    static OwnKey of(byte[] bytes) throws GeneralSecurityException {
        if (bytes.length < 2) {
            throw new GeneralSecurityException("cut off");
        }
        int split = ((bytes[0] & 0xff) << 8) | (bytes[1] & 0xff);
        if (bytes.length < 2 + split) {
            throw new GeneralSecurityException("cut off");
        }
        var factory = KeyFactory.getInstance("EC");
        var open = java.util.Arrays.copyOfRange(bytes, 2, 2 + split);
        var secret = java.util.Arrays.copyOfRange(bytes, 2 + split, bytes.length);
        return new OwnKey(
                new KeyPair(
                        factory.generatePublic(new X509EncodedKeySpec(open)),
                        factory.generatePrivate(new PKCS8EncodedKeySpec(secret))));
    }

    /** Both halves, for a file that only the kiosk reads. */
    byte[] bytes() {
        var open = pair.getPublic().getEncoded();
        var out = new ByteArrayOutputStream();
        out.write(open.length >> 8);
        out.write(open.length);
        out.writeBytes(open);
        out.writeBytes(pair.getPrivate().getEncoded());
        return out.toByteArray();
    }

    public KeyPair pair() {
        return pair;
    }

    /** A certification request (PKCS#10, RFC 2986, chapter 4), DER. */
    public byte[] request() {
        var asked = der(SEQUENCE, VERSION, SUBJECT, pair.getPublic().getEncoded(), der(ATTRIBUTES));
        return der(SEQUENCE, asked, ECDSA_SHA256, der(BIT_STRING, new byte[1], signed(asked)));
    }

    private byte[] signed(byte[] asked) {
        try {
            var signing = Signature.getInstance("SHA256withECDSA");
            signing.initSign(pair.getPrivate());
            signing.update(asked);
            return signing.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("signing with an own key", e);
        }
    }

    /** Tag, length and content of X.690, chapter 8.1, in the definite form. */
    private static byte[] der(int tag, byte[]... parts) {
        var content = new ByteArrayOutputStream();
        for (var part : parts) {
            content.writeBytes(part);
        }
        int length = content.size();
        var out = new ByteArrayOutputStream();
        out.write(tag);
        if (length < 0x80) {
            out.write(length);
        } else if (length < 0x100) {
            out.write(0x81);
            out.write(length);
        } else {
            out.write(0x82);
            out.write(length >> 8);
            out.write(length);
        }
        out.writeBytes(content.toByteArray());
        return out.toByteArray();
    }
}
