package de.buergerkiosk.contract.seal;

import com.nimbusds.jose.jwk.RSAKey;
import de.buergerkiosk.contract.json.Checks;
import de.buergerkiosk.contract.json.MalformedDocument;

/** The private key of an office; only the desk has it. */
public record OfficePrivateKey(String office, RSAKey key) {
    public OfficePrivateKey {
        Checks.slug("kid", office);
        if (!key.isPrivate() || key.size() < OfficeKey.BITS_MIN) {
            throw new MalformedDocument("d", "must be a private RSA key of 3072 bits or more");
        }
    }

    public OfficeKey open() {
        return new OfficeKey(office, key);
    }

    @Override
    public String toString() {
        return "OfficePrivateKey[" + office + "]";
    }
}
