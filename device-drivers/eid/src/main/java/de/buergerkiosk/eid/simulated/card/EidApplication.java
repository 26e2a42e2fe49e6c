package de.buergerkiosk.eid.simulated.card;

import de.buergerkiosk.eid.simulated.card.PaceAtCard.Established;
import de.buergerkiosk.eid.simulated.card.Passwords.Password;
import de.buergerkiosk.eid.simulated.card.TerminalCheck.Terminal;
import de.buergerkiosk.eid.simulated.eac.Bytes;
import de.buergerkiosk.eid.simulated.eac.Chat;
import de.buergerkiosk.eid.simulated.eac.CommandApdu;
import de.buergerkiosk.eid.simulated.eac.Curve;
import de.buergerkiosk.eid.simulated.eac.Malformed;
import de.buergerkiosk.eid.simulated.eac.Oids;
import de.buergerkiosk.eid.simulated.eac.ResponseApdu;
import de.buergerkiosk.eid.simulated.eac.SecurityInfos;
import de.buergerkiosk.eid.simulated.eac.SessionKeys;
import de.buergerkiosk.eid.simulated.eac.Symmetric;
import de.buergerkiosk.eid.simulated.eac.Tlv;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.bouncycastle.math.ec.ECPoint;

/**
 * What the chip's commands do (TR-03110-3, B and C; order of the protocols as in TR-03110-2, 3.4).
 * PACE first, then terminal authentication, then chip authentication; each step needs the one before.
 */
final class EidApplication {
    private static final int CHALLENGE_BYTES = 8;

    private final Personalisation chip;
    private final Passwords passwords;
    private final TerminalCheck terminals;
    private final Files files;
    private final AuxiliaryChecks auxiliary;
    private final RandomGenerator chance;

    private Optional<PaceAtCard> pace = Optional.empty();
    private Optional<Established> established = Optional.empty();
    private Optional<Bytes> challenge = Optional.empty();
    private Optional<Terminal> terminal = Optional.empty();
    private Keyed keyed = Keyed.NOTHING;
    private boolean chipAuthenticated;

    /** What the next GENERAL AUTHENTICATE is for. */
    private enum Keyed {
        NOTHING,
        PACE,
        CHIP_AUTHENTICATION,
        RESTRICTED_IDENTIFICATION
    }

    /** An answer, and the keys of a new channel when the command agreed on one. */
    record Turn(ResponseApdu answer, Optional<SessionKeys> newKeys) {
        static Turn of(ResponseApdu answer) {
            return new Turn(answer, Optional.empty());
        }
    }

    EidApplication(Personalisation chip, PinMemory memory, RandomGenerator chance) {
        this.chip = chip;
        this.passwords = new Passwords(chip.secrets(), memory);
        this.terminals = new TerminalCheck(chip.trustPoint());
        this.files = new Files(chip);
        this.auxiliary = new AuxiliaryChecks(chip);
        this.chance = chance;
    }

    /** The session is over: nothing that was proved counts any more. */
    void forget() {
        pace = Optional.empty();
        established = Optional.empty();
        challenge = Optional.empty();
        terminal = Optional.empty();
        keyed = Keyed.NOTHING;
        chipAuthenticated = false;
        terminals.reset();
        passwords.reset();
    }

    void powerOff() {
        forget();
        files.reset();
    }

    Turn execute(CommandApdu command, int bytesMax)
            throws Malformed, Refused, IOException, InterruptedException {
        return switch (command.ins()) {
            case 0x22 -> Turn.of(manageSecurity(command));
            case 0x86 -> generalAuthenticate(command.data());
            case 0xA4 -> Turn.of(files.select(command));
            case 0xB0, 0xB1 -> Turn.of(files.read(command, access(), bytesMax));
            case 0x2A -> Turn.of(verifyCertificate(command));
            case 0x84 -> Turn.of(giveChallenge());
            case 0x82 -> Turn.of(externalAuthenticate(command.data()));
            case 0x20 -> Turn.of(verifyAuxiliary(command));
            case 0x2C -> Turn.of(resetRetryCounter(command));
            case 0x44 -> Turn.of(switchOnline(command, true));
            case 0x04 -> Turn.of(switchOnline(command, false));
            default -> throw new Refused(Status.UNKNOWN_INSTRUCTION);
        };
    }

    private Files.Access access() {
        return new Files.Access(terminal.isPresent(), rights());
    }

    private Chat rights() {
        return chipAuthenticated ? terminal.map(Terminal::rights).orElse(new Chat(0)) : new Chat(0);
    }

    private Established demandPace() throws Refused {
        return established.orElseThrow(() -> new Refused(Status.NOT_SATISFIED));
    }

    private ResponseApdu manageSecurity(CommandApdu command)
            throws Malformed, Refused, IOException {
        if (command.data().isEmpty()) {
            throw new Refused(Status.WRONG_LENGTH);
        }
        List<Tlv> objects = Tlv.parseAll(command.data());
        return switch (command.p1() << 8 | command.p2()) {
            case 0xC1A4 -> choosePassword(objects);
            case 0x81B6 -> {
                demandRightsGranted();
                terminals.chooseAuthority(Tlv.need(objects, 0x83));
                yield Status.ok();
            }
            case 0x81A4 -> {
                demandRightsGranted();
                terminals.announce(objects);
                yield Status.ok();
            }
            case 0x41A4 -> chooseKey(objects);
            default -> throw new Refused(Status.WRONG_PARAMETERS);
        };
    }

    private ResponseApdu choosePassword(List<Tlv> objects) throws Malformed, Refused, IOException {
        if (!Tlv.need(objects, 0x80).equals(Oids.PACE_ECDH_GM_AES_CBC_CMAC_128)) {
            throw new Refused(Status.WRONG_DATA);
        }
        Password password = Password.numbered(Tlv.need(objects, 0x83));
        Optional<Bytes> wanted = Tlv.find(objects, 0x7F4C);
        Optional<Chat> chat =
                wanted.isEmpty() ? Optional.empty() : Optional.of(Chat.ofValue(wanted.get()));
        pace = Optional.of(new PaceAtCard(password, chat, chance));
        keyed = Keyed.PACE;
        return passwords.chosen(password);
    }

    /** A terminal may show itself only where the citizen has granted rights, with a PIN of their own. */
    private void demandRightsGranted() throws Refused {
        Established now = demandPace();
        if (now.chat().isEmpty()
                || now.password() == Password.PUK
                || (now.password() == Password.PIN && passwords.isTransportPin())) {
            throw new Refused(Status.NOT_SATISFIED);
        }
    }

    private ResponseApdu chooseKey(List<Tlv> objects) throws Malformed, Refused {
        Bytes oid = Tlv.need(objects, 0x80);
        if (oid.equals(Oids.CA_ECDH_AES_CBC_CMAC_128)) {
            demandKey(objects, SecurityInfos.KEY_ID);
            keyed = Keyed.CHIP_AUTHENTICATION;
        } else if (oid.equals(Oids.RI_ECDH_SHA_256)) {
            demandKey(objects, SecurityInfos.RI_KEY_ID);
            keyed = Keyed.RESTRICTED_IDENTIFICATION;
        } else {
            throw new Refused(Status.WRONG_DATA);
        }
        return Status.ok();
    }

    private static void demandKey(List<Tlv> objects, int id) throws Refused {
        if (!Tlv.find(objects, 0x84).orElse(Bytes.ofInts(id)).equals(Bytes.ofInts(id))) {
            throw new Refused(Status.REFERENCE_NOT_FOUND);
        }
    }

    private Turn generalAuthenticate(Bytes data)
            throws Malformed, Refused, IOException, InterruptedException {
        return switch (keyed) {
            case NOTHING -> throw new Refused(Status.CONDITIONS);
            case PACE -> runPace(data);
            case CHIP_AUTHENTICATION -> authenticateChip(data);
            case RESTRICTED_IDENTIFICATION -> Turn.of(restrictedIdentification(data));
        };
    }

    private Turn runPace(Bytes data) throws Malformed, Refused, IOException, InterruptedException {
        PaceAtCard run = pace.orElseThrow(() -> new Refused(Status.CONDITIONS));
        PaceAtCard.Turn turn = run.next(data, passwords, chip.trustPoint().holder());
        if (turn.established().isPresent()) {
            pace = Optional.empty();
            challenge = Optional.empty();
            terminal = Optional.empty();
            chipAuthenticated = false;
            keyed = Keyed.NOTHING;
            terminals.reset();
            established = turn.established();
        }
        return new Turn(turn.answer(), turn.established().map(Established::keys));
    }

    private ResponseApdu verifyCertificate(CommandApdu command) throws Malformed, Refused {
        if ((command.p1() << 8 | command.p2()) != 0x00BE) {
            throw new Refused(Status.WRONG_PARAMETERS);
        }
        demandRightsGranted();
        terminals.importCertificate(command.data());
        return Status.ok();
    }

    private ResponseApdu giveChallenge() throws Refused {
        demandPace();
        Bytes fresh = Bytes.random(CHALLENGE_BYTES, chance);
        challenge = Optional.of(fresh);
        return ResponseApdu.ok(fresh);
    }

    private ResponseApdu externalAuthenticate(Bytes signature) throws Refused {
        demandRightsGranted();
        Established now = demandPace();
        Bytes fresh = challenge.orElseThrow(() -> new Refused(Status.CONDITIONS));
        // a challenge is good for one signature, right or wrong
        challenge = Optional.empty();
        terminal = Optional.empty();
        Terminal shown =
                terminals.authenticate(
                        signature, now.idPicc(), fresh, now.chat().orElse(new Chat(0)));
        if (now.password() == Password.CAN && !shown.rights().has(Chat.CAN_ALLOWED)) {
            throw new Refused(Status.NOT_SATISFIED);
        }
        terminal = Optional.of(shown);
        return Status.ok();
    }

    private Turn authenticateChip(Bytes data) throws Malformed, Refused {
        Terminal shown = terminal.orElseThrow(() -> new Refused(Status.NOT_SATISFIED));
        Bytes encoded = Tlv.need(Tlv.parseAll(Tlv.parseOne(data, 0x7C)), 0x80);
        ECPoint other = Curve.decode(encoded);
        if (!Curve.compressed(other).equals(shown.ephemeralKey())) {
            throw new Refused(Status.NOT_SATISFIED);
        }
        Bytes nonce = Bytes.random(CHALLENGE_BYTES, chance);
        Bytes secret = Curve.compressed(Curve.agree(chip.chipKey(), other));
        SessionKeys keys = SessionKeys.derive(secret, nonce);
        chipAuthenticated = true;
        keyed = Keyed.NOTHING;
        Bytes token = keys.token(Oids.CA_ECDH_AES_CBC_CMAC_128, encoded);
        return new Turn(
                ResponseApdu.ok(Tlv.of(0x7C, Tlv.of(0x81, nonce), Tlv.of(0x82, token))),
                Optional.of(keys));
    }

    /** A pseudonym that holds for one sector of services only (TR-03110-3, B.5). */
    private ResponseApdu restrictedIdentification(Bytes data) throws Malformed, Refused {
        Optional<Bytes> sector = terminal.flatMap(Terminal::sector);
        if (!rights().has(Chat.RESTRICTED_IDENTIFICATION) || sector.isEmpty()) {
            throw new Refused(Status.NOT_SATISFIED);
        }
        Bytes key = Tlv.need(Tlv.parseAll(Tlv.parseOne(data, 0x7C)), 0xA0);
        if (!Symmetric.sha256(key).equals(sector.get())) {
            throw new Refused(Status.NOT_SATISFIED);
        }
        keyed = Keyed.NOTHING;
        List<Tlv> parts = Tlv.parseAll(Tlv.parseOne(key, 0x7F49));
        ECPoint common = Curve.agree(chip.pseudonymKey(), Curve.decode(Tlv.need(parts, 0x86)));
        Bytes pseudonym = Symmetric.sha256(Curve.compressed(common));
        return ResponseApdu.ok(Tlv.of(0x7C, Tlv.of(0x81, pseudonym)));
    }

    private ResponseApdu verifyAuxiliary(CommandApdu command) throws Malformed, Refused {
        if ((command.p1() << 8 | command.p2()) != 0x8000) {
            throw new Refused(Status.WRONG_PARAMETERS);
        }
        Terminal shown = terminal.orElseThrow(() -> new Refused(Status.NOT_SATISFIED));
        if (!chipAuthenticated) {
            throw new Refused(Status.NOT_SATISFIED);
        }
        return auxiliary.holds(Tlv.parseOne(command.data(), 0x06), shown)
                ? Status.ok()
                : Status.answer(Status.FAILED);
    }

    private ResponseApdu resetRetryCounter(CommandApdu command)
            throws Refused, IOException, InterruptedException {
        Password shown = demandPace().password();
        boolean office = rights().has(Chat.PIN_MANAGEMENT);
        switch (command.p1() << 8 | command.p2()) {
            case 0x0203 -> {
                demand(shown == Password.PIN || office);
                passwords.changePin(command.data());
            }
            case 0x0202 -> {
                demand(office);
                passwords.changeCan(command.data());
            }
            case 0x0303 -> {
                demand(shown == Password.PUK || office);
                passwords.unblock();
            }
            default -> throw new Refused(Status.WRONG_PARAMETERS);
        }
        return Status.ok();
    }

    private static void demand(boolean satisfied) throws Refused {
        if (!satisfied) {
            throw new Refused(Status.NOT_SATISFIED);
        }
    }

    /** ACTIVATE and DEACTIVATE of the PIN: the office only. */
    private ResponseApdu switchOnline(CommandApdu command, boolean on) throws Refused {
        if ((command.p1() << 8 | command.p2()) != 0x1003) {
            throw new Refused(Status.WRONG_PARAMETERS);
        }
        demandPace();
        demand(rights().has(Chat.PIN_MANAGEMENT));
        passwords.activate(on);
        return Status.ok();
    }
}
