package de.buergerkiosk.eid.simulated.client;

import de.buergerkiosk.eid.simulated.client.CardTrouble.Kind;
import de.buergerkiosk.eid.simulated.eac.Bytes;
import de.buergerkiosk.eid.simulated.eac.Chat;
import de.buergerkiosk.eid.simulated.eac.CommandApdu;
import de.buergerkiosk.eid.simulated.eac.Curve;
import de.buergerkiosk.eid.simulated.eac.Malformed;
import de.buergerkiosk.eid.simulated.eac.Oids;
import de.buergerkiosk.eid.simulated.eac.ResponseApdu;
import de.buergerkiosk.eid.simulated.eac.SecureChannel;
import de.buergerkiosk.eid.simulated.eac.SecurityInfos;
import de.buergerkiosk.eid.simulated.eac.Tlv;
import de.buergerkiosk.eid.simulated.paos.PaosMessage.Eac1Output;
import de.buergerkiosk.eid.simulated.paos.PaosMessage.Eac2Input;
import de.buergerkiosk.eid.simulated.paos.PaosMessage.Eac2Output;
import de.buergerkiosk.eid.simulated.pki.CvCertificate;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;
import org.bouncycastle.math.ec.ECPoint;
import org.jspecify.annotations.Nullable;

/**
 * The terminal's side of the protocols with one card (TR-03110-3, B): what a client does with a
 * basic reader. Whatever the card answers becomes an outcome or a {@link CardTrouble}.
 */
public final class EidCard {
    private static final int CARD_SECURITY_BYTES_MAX = 32 * 1024;
    private static final int CHUNK = 0xDF;

    private final CardConnection connection;
    private final RandomGenerator chance;
    private Optional<SecureChannel> channel = Optional.empty();
    private Bytes cardAccess = Bytes.EMPTY;

    public EidCard(CardConnection connection, RandomGenerator chance) {
        this.connection = connection;
        this.chance = chance;
    }

    /** Passwords by their number in PACE. */
    public enum Password {
        CAN(2),
        PIN(3),
        PUK(4);

        private final int number;

        Password(int number) {
            this.number = number;
        }
    }

    /** State of the PIN as the card tells it before anybody types. */
    public sealed interface PinState {
        /** Three, two or one. */
        record Tries(int left) implements PinState {}

        record Blocked() implements PinState {}

        record Deactivated() implements PinState {}
    }

    /** How PACE ended. */
    public sealed interface Paced {
        /** The channel stands. */
        record Established(Bytes idPicc, List<String> authorities) implements Paced {}

        record WrongPassword() implements Paced {}
    }

    /** Looks whether this is a card that we can speak with. */
    public boolean isEidCard() throws CardTrouble, InterruptedException {
        try {
            CommandApdu root = CommandApdu.sending(0xA4, 0x00, 0x0C, Bytes.ofInts(0x3F, 0x00));
            if (!send(root).isOk()) {
                return false;
            }
            ResponseApdu access = readFile(Bytes.ofInts(0x01, 0x1C));
            if (!access.isOk() || !SecurityInfos.offersPace(access.data())) {
                return false;
            }
            cardAccess = access.data();
            return true;
        } catch (Malformed e) {
            return false;
        }
    }

    public PinState pinState() throws CardTrouble, InterruptedException {
        int status = send(setPace(Password.PIN, Optional.empty())).status();
        if (status == 0x6283) {
            return new PinState.Deactivated();
        }
        if (status == ResponseApdu.OK) {
            return new PinState.Tries(3);
        }
        return switch (status) {
            case 0x63C0 -> new PinState.Blocked();
            case 0x63C1, 0x63C2 -> new PinState.Tries(status & 0xF);
            default -> throw broken("MSE:Set AT answered with %04X".formatted(status));
        };
    }

    private static CommandApdu setPace(Password password, Optional<Chat> chat) {
        Bytes data =
                Tlv.of(0x80, Oids.PACE_ECDH_GM_AES_CBC_CMAC_128)
                        .and(Tlv.of(0x83, Bytes.ofInts(password.number)));
        return CommandApdu.sending(
                0x22, 0xC1, 0xA4, chat.map(rights -> data.and(rights.encode())).orElse(data));
    }

    /** PACE with that password; the rights are those that the citizen has granted. */
    public Paced pace(Password password, Bytes digits, Optional<Chat> rights)
            throws CardTrouble, InterruptedException {
        int chosen = send(setPace(password, rights)).status();
        if (chosen != ResponseApdu.OK && chosen >> 4 != 0x63C) {
            throw broken("MSE:Set AT answered with %04X".formatted(chosen));
        }
        try {
            PaceAtTerminal run = new PaceAtTerminal(digits, chance);
            Bytes nonce = step(Bytes.EMPTY, 0x80, true);
            Bytes mapping = step(Tlv.of(0x81, run.map(nonce)), 0x82, true);
            Bytes point = step(Tlv.of(0x83, run.agree(mapping)), 0x84, true);
            ResponseApdu last = authenticate(Tlv.of(0x85, run.prove(point)), false);
            if (last.status() >> 8 == 0x63) {
                return new Paced.WrongPassword();
            }
            if (!last.isOk()) {
                throw broken("PACE ended with " + last.word());
            }
            List<Tlv> objects = Tlv.parseAll(Tlv.parseOne(last.data(), 0x7C));
            run.demandToken(Tlv.need(objects, 0x86));
            channel = Optional.of(new SecureChannel(run.keys()));
            var authorities = new ArrayList<String>();
            for (Tlv object : objects) {
                if (object.tag() == 0x87 || object.tag() == 0x88) {
                    authorities.add(CvCertificate.name(object.value()));
                }
            }
            return new Paced.Established(run.idPicc(), authorities);
        } catch (Malformed e) {
            throw broken(e.getMessage());
        }
    }

    private static CardTrouble broken(@Nullable String observed) {
        return new CardTrouble(Kind.BROKEN, String.valueOf(observed));
    }

    private Bytes step(Bytes data, int answer, boolean more)
            throws CardTrouble, InterruptedException, Malformed {
        ResponseApdu response = authenticate(data, more);
        if (!response.isOk()) {
            throw broken("GENERAL AUTHENTICATE answered with " + response.word());
        }
        return Tlv.need(Tlv.parseAll(Tlv.parseOne(response.data(), 0x7C)), answer);
    }

    private ResponseApdu authenticate(Bytes data, boolean more)
            throws CardTrouble, InterruptedException {
        CommandApdu command = CommandApdu.asking(0x86, 0, 0, Tlv.of(0x7C, data));
        return send(more ? command.chained() : command);
    }

    /** The card's part of EAC1: the challenge that the server will sign. */
    public Eac1Output eac1(Chat granted, Paced.Established paced)
            throws CardTrouble, InterruptedException {
        ResponseApdu challenge =
                send(new CommandApdu(0, 0x84, 0, 0, Bytes.EMPTY, OptionalInt.of(8)));
        if (!challenge.isOk() || challenge.data().length() != 8) {
            throw broken("GET CHALLENGE answered with " + challenge.word());
        }
        return new Eac1Output(
                granted, paced.authorities(), cardAccess, paced.idPicc(), challenge.data());
    }

    /** Terminal authentication, then chip authentication; afterwards the channel is the server's. */
    public Eac2Output eac2(Introduction introduction, Eac2Input input)
            throws CardTrouble, ServerTrouble, InterruptedException {
        for (CvCertificate each : introduction.chain()) {
            must(
                    CommandApdu.sending(0x22, 0x81, 0xB6, Tlv.of(0x83, latin(each.authority()))),
                    "the card does not know the root");
            must(
                    CommandApdu.sending(
                            0x2A,
                            0x00,
                            0xBE,
                            each.body().and(Tlv.of(CvCertificate.SIGNATURE, each.signature()))),
                    "the card refuses a certificate");
        }
        ECPoint ephemeral;
        try {
            ephemeral = Curve.decode(input.ephemeralKey());
        } catch (Malformed e) {
            throw new ServerTrouble(ServerTrouble.Kind.BROKEN, "an ephemeral key that is no point");
        }
        must(
                CommandApdu.sending(
                        0x22,
                        0x81,
                        0xA4,
                        Bytes.concat(
                                Tlv.of(0x80, Oids.TA_ECDSA_SHA_256),
                                Tlv.of(0x83, latin(introduction.terminal().holder())),
                                introduction.auxiliary(),
                                Tlv.of(0x91, Curve.compressed(ephemeral)))),
                "the card refuses the terminal");
        must(
                CommandApdu.sending(0x82, 0, 0, input.signature()),
                "the card refuses the terminal's signature");
        return authenticateChip(input.ephemeralKey());
    }

    private static Bytes latin(String text) {
        return Bytes.of(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** A command that a card refuses only when the server is to blame. */
    private void must(CommandApdu command, String otherwise)
            throws CardTrouble, ServerTrouble, InterruptedException {
        ResponseApdu answer = send(command);
        if (!answer.isOk()) {
            throw new ServerTrouble(ServerTrouble.Kind.UNTRUSTED, otherwise + ", " + answer.word());
        }
    }

    private Eac2Output authenticateChip(Bytes ephemeralKey)
            throws CardTrouble, InterruptedException {
        try {
            ResponseApdu security = readFile(Bytes.ofInts(0x01, 0x1D));
            if (!security.isOk()) {
                throw broken("EF.CardSecurity answered with " + security.word());
            }
            Bytes protocol =
                    Tlv.of(0x80, Oids.CA_ECDH_AES_CBC_CMAC_128)
                            .and(Tlv.of(0x84, Bytes.ofInts(SecurityInfos.KEY_ID)));
            ResponseApdu chosen = send(CommandApdu.sending(0x22, 0x41, 0xA4, protocol));
            if (!chosen.isOk()) {
                throw broken("chip authentication answered with " + chosen.word());
            }
            ResponseApdu proof = authenticate(Tlv.of(0x80, ephemeralKey), false);
            if (!proof.isOk()) {
                throw broken("chip authentication answered with " + proof.word());
            }
            List<Tlv> objects = Tlv.parseAll(Tlv.parseOne(proof.data(), 0x7C));
            channel = Optional.empty();
            return new Eac2Output(
                    security.data(), Tlv.need(objects, 0x82), Tlv.need(objects, 0x81));
        } catch (Malformed e) {
            throw broken(e.getMessage());
        }
    }

    private ResponseApdu readFile(Bytes id) throws CardTrouble, InterruptedException, Malformed {
        ResponseApdu selected = send(CommandApdu.sending(0xA4, 0x02, 0x0C, id));
        if (!selected.isOk()) {
            return selected;
        }
        Bytes content = Bytes.EMPTY;
        while (content.length() < CARD_SECURITY_BYTES_MAX) {
            int at = content.length();
            ResponseApdu part =
                    send(
                            new CommandApdu(
                                    0,
                                    0xB0,
                                    at >> 8,
                                    at & 0xFF,
                                    Bytes.EMPTY,
                                    OptionalInt.of(CHUNK)));
            boolean end = part.status() == ResponseApdu.END_OF_FILE;
            if (!end && (!part.isOk() || part.data().isEmpty())) {
                return part;
            }
            content = content.and(part.data());
            if (end || content.length() >= Tlv.announced(content)) {
                return ResponseApdu.ok(content);
            }
        }
        throw new Malformed("a file without an end");
    }

    /** A command of our own in the channel, if there is one. */
    public ResponseApdu command(CommandApdu plain) throws CardTrouble, InterruptedException {
        return send(plain);
    }

    /** A command of the server, as it is: the channel is between server and card. */
    public Bytes relay(Bytes command) throws CardTrouble, InterruptedException {
        return connection.transmit(command);
    }

    private ResponseApdu send(CommandApdu plain) throws CardTrouble, InterruptedException {
        try {
            if (channel.isEmpty()) {
                return ResponseApdu.parse(connection.transmit(plain.encode()));
            }
            SecureChannel via = channel.get();
            return via.unprotect(
                    ResponseApdu.parse(connection.transmit(via.protect(plain).encode())));
        } catch (Malformed e) {
            channel = Optional.empty();
            throw broken(e.getMessage());
        }
    }
}
