package de.buergerkiosk.eid.simulated.client;

import de.buergerkiosk.eid.simulated.eac.Bytes;
import de.buergerkiosk.eid.simulated.eac.Curve;
import de.buergerkiosk.eid.simulated.eac.Malformed;
import de.buergerkiosk.eid.simulated.eac.Oids;
import de.buergerkiosk.eid.simulated.eac.SessionKeys;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.bouncycastle.math.ec.ECPoint;

/** The terminal's computations in one run of PACE (TR-03110-3, B.11.1), in their order. */
final class PaceAtTerminal {
    private static final Bytes PROTOCOL = Oids.PACE_ECDH_GM_AES_CBC_CMAC_128;

    private final Bytes password;
    private final RandomGenerator chance;
    private final Curve.Key mapping;
    private Bytes nonce = Bytes.EMPTY;
    private Optional<Curve.Key> own = Optional.empty();
    private Optional<ECPoint> chip = Optional.empty();
    private Optional<SessionKeys> keys = Optional.empty();

    PaceAtTerminal(Bytes password, RandomGenerator chance) {
        this.password = password;
        this.chance = chance;
        this.mapping = Curve.newKey(chance);
    }

    /** From the encrypted nonce to our key for the mapping. */
    Bytes map(Bytes encryptedNonce) throws Malformed {
        nonce = SessionKeys.decryptNonce(password, encryptedNonce);
        return mapping.encoded();
    }

    /** From the chip's key for the mapping to our ephemeral key on the mapped generator. */
    Bytes agree(Bytes chipMapping) throws Malformed {
        ECPoint shared = Curve.agree(mapping, Curve.decode(chipMapping));
        Curve.Key key = Curve.newKey(Curve.mapped(nonce, shared), chance);
        own = Optional.of(key);
        return key.encoded();
    }

    /** From the chip's ephemeral key to our token. */
    Bytes prove(Bytes chipKey) throws Malformed {
        ECPoint other = Curve.decode(chipKey);
        Curve.Key key = own.orElseThrow();
        if (other.equals(key.point())) {
            throw new Malformed("the card sends our own key back");
        }
        Bytes secret = Curve.compressed(Curve.agree(key, other));
        chip = Optional.of(other);
        keys = Optional.of(SessionKeys.derive(secret, Bytes.EMPTY));
        return keys().token(PROTOCOL, chipKey);
    }

    /** The chip has the same keys, or it is none that knows the password. */
    void demandToken(Bytes token) throws Malformed {
        if (!keys().token(PROTOCOL, own.orElseThrow().encoded()).equals(token)) {
            throw new Malformed("a wrong token of the card");
        }
    }

    SessionKeys keys() {
        return keys.orElseThrow();
    }

    Bytes idPicc() {
        return Curve.compressed(chip.orElseThrow());
    }
}
