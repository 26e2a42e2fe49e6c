package de.buergerkiosk.eid.simulated.eac;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.macs.CMac;
import org.bouncycastle.crypto.modes.CBCBlockCipher;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.ParametersWithIV;

/** AES-128 with CBC and CMAC, and the hashes, as EAC uses them. */
public final class Symmetric {
    public static final int BLOCK = 16;
    private static final int MAC_BYTES = 8;

    private Symmetric() {}

    public static Bytes sha1(Bytes... parts) {
        return digest("SHA-1", parts);
    }

    public static Bytes sha256(Bytes... parts) {
        return digest("SHA-256", parts);
    }

    private static Bytes digest(String algorithm, Bytes... parts) {
        try {
            var digest = MessageDigest.getInstance(algorithm);
            for (Bytes part : parts) {
                digest.update(part.toArray());
            }
            return Bytes.of(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has " + algorithm, e);
        }
    }

    /** One key out of a secret (TR-03110-3, A.2.3): 1 encrypts, 2 authenticates, 3 is for a password. */
    public static Bytes derive(int counter, Bytes... secret) {
        return sha1(Bytes.concat(secret), Bytes.ofInts(0, 0, 0, counter)).first(BLOCK);
    }

    static Bytes encrypt(Bytes key, Bytes iv, Bytes blocks) {
        return cbc(true, key, iv, blocks);
    }

    static Bytes decrypt(Bytes key, Bytes iv, Bytes blocks) throws Malformed {
        if (blocks.length() % BLOCK != 0) {
            throw new Malformed("a cryptogram that does not fill its blocks");
        }
        return cbc(false, key, iv, blocks);
    }

    private static Bytes cbc(boolean forth, Bytes key, Bytes iv, Bytes blocks) {
        var cipher = CBCBlockCipher.newInstance(AESEngine.newInstance());
        cipher.init(forth, new ParametersWithIV(new KeyParameter(key.toArray()), iv.toArray()));
        byte[] in = blocks.toArray();
        var out = new byte[in.length];
        for (int at = 0; at < in.length; at += BLOCK) {
            cipher.processBlock(in, at, out, at);
        }
        return Bytes.of(out);
    }

    static Bytes mac(Bytes key, Bytes message) {
        var mac = new CMac(AESEngine.newInstance());
        mac.init(new KeyParameter(key.toArray()));
        mac.update(message.toArray(), 0, message.length());
        var out = new byte[BLOCK];
        mac.doFinal(out, 0);
        return Bytes.of(out).first(MAC_BYTES);
    }

    /** Fills up with 80 00 … 00 (ISO 7816-4, 5.6.3.1), always by at least one byte. */
    static Bytes pad(Bytes message) {
        var fill = new byte[BLOCK - message.length() % BLOCK];
        fill[0] = (byte) 0x80;
        return message.and(Bytes.of(fill));
    }

    static Bytes unpad(Bytes padded) throws Malformed {
        int at = padded.length() - 1;
        while (at >= 0 && padded.at(at) == 0) {
            at--;
        }
        if (at < 0 || padded.at(at) != 0x80) {
            throw new Malformed("a cryptogram without padding");
        }
        return padded.first(at);
    }
}
