package de.buergerkiosk.eid.simulated.eac;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.random.RandomGenerator;
import org.bouncycastle.asn1.teletrust.TeleTrusTNamedCurves;
import org.bouncycastle.asn1.teletrust.TeleTrusTObjectIdentifiers;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.util.BigIntegers;

/**
 * Points and keys on brainpoolP256r1 (RFC 5639), the curve of the German ID card; number 13 of the
 * standardised domain parameters (TR-03110-3, A.2.1.1).
 */
public final class Curve {
    public static final int PARAMETER_ID = 13;

    /** Bytes of a coordinate. */
    public static final int SIZE = 32;

    private static final X9ECParameters NAMED =
            TeleTrusTNamedCurves.getByOID(TeleTrusTObjectIdentifiers.brainpoolP256r1);

    /** For the signature algorithms of the library. */
    public static final ECDomainParameters DOMAIN =
            new ECNamedDomainParameters(TeleTrusTObjectIdentifiers.brainpoolP256r1, NAMED);

    private Curve() {}

    /** A key pair on some generator of the curve. */
    public record Key(BigInteger secret, ECPoint point) {
        public Bytes encoded() {
            return Curve.encode(point);
        }

        @Override
        public String toString() {
            return "[key]";
        }
    }

    public static Key newKey(RandomGenerator chance) {
        return newKey(DOMAIN.getG(), chance);
    }

    public static Key newKey(ECPoint generator, RandomGenerator chance) {
        return key(generator, Bytes.random(SIZE + 8, chance));
    }

    /**
     * A key for examples, always the same for the same label: whoever reads this can make it, so it
     * protects nothing.
     */
    public static Key exampleKey(String label) {
        Bytes seed = Bytes.of(label.getBytes(StandardCharsets.UTF_8));
        return key(
                DOMAIN.getG(),
                Symmetric.sha256(seed, Bytes.ofInts(1))
                        .and(Symmetric.sha256(seed, Bytes.ofInts(2)).first(8)));
    }

    private static Key key(ECPoint generator, Bytes seed) {
        // eight bytes more than the order has, so that no scalar is likelier than another
        BigInteger secret =
                BigIntegers.fromUnsignedByteArray(seed.toArray())
                        .mod(DOMAIN.getN().subtract(BigInteger.ONE))
                        .add(BigInteger.ONE);
        return new Key(secret, generator.multiply(secret).normalize());
    }

    /**
     * An uncompressed point (TR-03111, 3.2.1).
     *
     * @throws Malformed when it does not lie on the curve, or is the point at infinity
     */
    public static ECPoint decode(Bytes encoded) throws Malformed {
        if (encoded.length() != 1 + 2 * SIZE || encoded.at(0) != 4) {
            throw new Malformed("not an uncompressed point");
        }
        try {
            return DOMAIN.validatePublicPoint(DOMAIN.getCurve().decodePoint(encoded.toArray()));
        } catch (IllegalArgumentException e) {
            throw new Malformed("a point that does not lie on the curve");
        }
    }

    public static Bytes encode(ECPoint point) {
        return Bytes.of(point.getEncoded(false));
    }

    /** The point's x coordinate: its short form for TA and CA (TR-03110-3, A.2.2.3). */
    public static Bytes compressed(ECPoint point) {
        return Bytes.of(point.normalize().getAffineXCoord().getEncoded());
    }

    /** The common secret of two keys (TR-03111, 4.3.1): a point whose x coordinate counts. */
    public static ECPoint agree(Key own, ECPoint other) throws Malformed {
        ECPoint common = other.multiply(own.secret()).normalize();
        if (common.isInfinity()) {
            throw new Malformed("a common secret at infinity");
        }
        return common;
    }

    /** The generator of PACE's generic mapping: s·G + H (TR-03110-3, A.3.4.1). */
    public static ECPoint mapped(Bytes nonce, ECPoint shared) {
        BigInteger s = BigIntegers.fromUnsignedByteArray(nonce.toArray());
        return DOMAIN.getG().multiply(s).add(shared).normalize();
    }
}
