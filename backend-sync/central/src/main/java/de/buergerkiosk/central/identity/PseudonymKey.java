package de.buergerkiosk.central.identity;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Turns pseudonyms into hashes that only this city can make: HMAC-SHA-256 (RFC 2104). */
public final class PseudonymKey {
    private static final int BYTES_MIN = 32;

    private final SecretKeySpec key;

    /**
     * Takes a secret.
     *
     * @param hex 32 bytes or more
     */
    public PseudonymKey(String hex) {
        var bytes = HexFormat.of().parseHex(hex);
        if (bytes.length < BYTES_MIN) {
            throw new IllegalArgumentException("the secret needs " + BYTES_MIN + " bytes");
        }
        this.key = new SecretKeySpec(bytes, "HmacSHA256");
    }

    /** 64 hexadecimal digits; the same for the same pseudonym, however it is written. */
    String hash(String pseudonym) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return HexFormat.of()
                    .formatHex(
                            mac.doFinal(
                                    pseudonym
                                            .toLowerCase(Locale.ROOT)
                                            .getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "PseudonymKey";
    }
}
