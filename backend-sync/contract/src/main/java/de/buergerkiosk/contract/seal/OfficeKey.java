package de.buergerkiosk.contract.seal;

import com.nimbusds.jose.jwk.RSAKey;
import de.buergerkiosk.contract.json.Checks;
import de.buergerkiosk.contract.json.MalformedDocument;

/** The public key of an office: whoever has it can seal, not open. */
public record OfficeKey(String office, RSAKey key) {
    /** Enough beyond 2030 (BSI TR-02102-1, 3.5). */
    public static final int BITS_MIN = 3072;

    public OfficeKey {
        Checks.slug("kid", office);
        if (key.size() < BITS_MIN) {
            throw new MalformedDocument("n", "RSA keys need at least " + BITS_MIN + " bits");
        }
        key = key.toPublicJWK();
    }
}
