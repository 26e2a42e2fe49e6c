package de.buergerkiosk.eid.simulated.pki;

import de.buergerkiosk.eid.simulated.eac.Bytes;
import de.buergerkiosk.eid.simulated.eac.Curve;
import de.buergerkiosk.eid.simulated.eac.Symmetric;
import java.math.BigInteger;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.util.BigIntegers;

/** ECDSA with SHA-256 in the plain format r ‖ s (TR-03111, 4.2.1 and 5.2.1). */
public final class Ecdsa {
    private Ecdsa() {}

    /** The signature's random number comes out of key and message (RFC 6979). */
    public static Bytes sign(Curve.Key key, Bytes message) {
        var signer = new ECDSASigner(new HMacDSAKCalculator(new SHA256Digest()));
        signer.init(true, new ECPrivateKeyParameters(key.secret(), Curve.DOMAIN));
        BigInteger[] rs = signer.generateSignature(Symmetric.sha256(message).toArray());
        return number(rs[0]).and(number(rs[1]));
    }

    private static Bytes number(BigInteger value) {
        return Bytes.of(BigIntegers.asUnsignedByteArray(Curve.SIZE, value));
    }

    public static boolean verify(ECPoint key, Bytes message, Bytes signature) {
        if (signature.length() != 2 * Curve.SIZE) {
            return false;
        }
        var verifier = new ECDSASigner();
        verifier.init(false, new ECPublicKeyParameters(key, Curve.DOMAIN));
        return verifier.verifySignature(
                Symmetric.sha256(message).toArray(),
                BigIntegers.fromUnsignedByteArray(signature.first(Curve.SIZE).toArray()),
                BigIntegers.fromUnsignedByteArray(signature.from(Curve.SIZE).toArray()));
    }
}
