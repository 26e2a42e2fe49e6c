package de.buergerkiosk.eid.simulated.card;

import de.buergerkiosk.eid.simulated.card.Passwords.Password;
import de.buergerkiosk.eid.simulated.eac.Bytes;
import de.buergerkiosk.eid.simulated.eac.Chat;
import de.buergerkiosk.eid.simulated.eac.Curve;
import de.buergerkiosk.eid.simulated.eac.Malformed;
import de.buergerkiosk.eid.simulated.eac.Oids;
import de.buergerkiosk.eid.simulated.eac.ResponseApdu;
import de.buergerkiosk.eid.simulated.eac.SessionKeys;
import de.buergerkiosk.eid.simulated.eac.Symmetric;
import de.buergerkiosk.eid.simulated.eac.Tlv;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.bouncycastle.math.ec.ECPoint;

/**
 * The chip's side of one run of PACE with generic mapping (TR-03110-3, B.11.1): four steps, each an
 * answer to GENERAL AUTHENTICATE.
 */
final class PaceAtCard {
    private final Password password;
    private final Optional<Chat> chat;
    private final RandomGenerator chance;
    private Step step = new Begun();

    PaceAtCard(Password password, Optional<Chat> chat, RandomGenerator chance) {
        this.password = password;
        this.chat = chat;
        this.chance = chance;
    }

    /** How far the run has come, with what is known by then. */
    private sealed interface Step {}

    private record Begun() implements Step {}

    private record NonceSent(Bytes nonce) implements Step {}

    private record Mapped(ECPoint generator) implements Step {}

    private record Agreed(SessionKeys keys, Curve.Key own, ECPoint terminal) implements Step {}

    private record Over() implements Step {}

    /**
     * What came of the run.
     *
     * @param idPicc the chip's name in terminal authentication
     */
    record Established(SessionKeys keys, Password password, Optional<Chat> chat, Bytes idPicc) {}

    /** An answer, and after the last step what was established. */
    record Turn(ResponseApdu answer, Optional<Established> established) {
        static Turn of(Bytes dynamicData) {
            return new Turn(ResponseApdu.ok(Tlv.of(0x7C, dynamicData)), Optional.empty());
        }
    }

    Turn next(Bytes data, Passwords passwords, String trustPoint)
            throws Malformed, Refused, IOException, InterruptedException {
        List<Tlv> objects = Tlv.parseAll(Tlv.parseOne(data, 0x7C));
        Step now = step;
        // whatever goes wrong from here on, the run is over
        step = new Over();
        return switch (now) {
            case Begun _ -> nonce(passwords);
            case NonceSent(Bytes nonce) -> map(nonce, Tlv.need(objects, 0x81));
            case Mapped(ECPoint generator) -> agree(generator, Tlv.need(objects, 0x83));
            case Agreed agreed -> prove(agreed, Tlv.need(objects, 0x85), passwords, trustPoint);
            case Over _ -> throw new Refused(Status.CONDITIONS);
        };
    }

    private Turn nonce(Passwords passwords) throws Refused, IOException {
        passwords.demandUsable(password, chat.isPresent());
        Bytes nonce = Bytes.random(Symmetric.BLOCK, chance);
        step = new NonceSent(nonce);
        return Turn.of(Tlv.of(0x80, SessionKeys.encryptNonce(passwords.value(password), nonce)));
    }

    private Turn map(Bytes nonce, Bytes terminal) throws Malformed {
        Curve.Key own = Curve.newKey(chance);
        step = new Mapped(Curve.mapped(nonce, Curve.agree(own, Curve.decode(terminal))));
        return Turn.of(Tlv.of(0x82, own.encoded()));
    }

    private Turn agree(ECPoint generator, Bytes terminal) throws Malformed {
        Curve.Key own = Curve.newKey(generator, chance);
        ECPoint other = Curve.decode(terminal);
        if (other.equals(own.point())) {
            throw new Malformed("the terminal sends the chip's own key back");
        }
        Bytes secret = Curve.compressed(Curve.agree(own, other));
        step = new Agreed(SessionKeys.derive(secret, Bytes.EMPTY), own, other);
        return Turn.of(Tlv.of(0x84, own.encoded()));
    }

    private Turn prove(Agreed agreed, Bytes token, Passwords passwords, String trustPoint)
            throws Refused, IOException, InterruptedException {
        passwords.demandUsable(password, chat.isPresent());
        passwords.count(password);
        Bytes expected =
                agreed.keys().token(Oids.PACE_ECDH_GM_AES_CBC_CMAC_128, agreed.own().encoded());
        if (!expected.equals(token)) {
            return new Turn(passwords.wrong(password), Optional.empty());
        }
        passwords.right(password);
        Bytes own =
                agreed.keys()
                        .token(Oids.PACE_ECDH_GM_AES_CBC_CMAC_128, Curve.encode(agreed.terminal()));
        Bytes answer = Tlv.of(0x86, own);
        if (chat.isPresent()) {
            answer = answer.and(Tlv.of(0x87, TerminalCheck.latin(trustPoint)));
        }
        return new Turn(
                ResponseApdu.ok(Tlv.of(0x7C, answer)),
                Optional.of(
                        new Established(
                                agreed.keys(),
                                password,
                                chat,
                                Curve.compressed(agreed.own().point()))));
    }
}
