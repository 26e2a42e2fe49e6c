package de.buergerkiosk.eid.simulated.server;

import de.buergerkiosk.eid.simulated.eac.Bytes;
import de.buergerkiosk.eid.simulated.eac.Chat;
import de.buergerkiosk.eid.simulated.eac.CommandApdu;
import de.buergerkiosk.eid.simulated.eac.Curve;
import de.buergerkiosk.eid.simulated.eac.Malformed;
import de.buergerkiosk.eid.simulated.eac.Oids;
import de.buergerkiosk.eid.simulated.eac.SecurityInfos;
import de.buergerkiosk.eid.simulated.eac.SecurityInfos.ChipKey;
import de.buergerkiosk.eid.simulated.eac.SessionKeys;
import de.buergerkiosk.eid.simulated.paos.PaosMessage;
import de.buergerkiosk.eid.simulated.paos.PaosMessage.Eac1Input;
import de.buergerkiosk.eid.simulated.paos.PaosMessage.Eac1Output;
import de.buergerkiosk.eid.simulated.paos.PaosMessage.Eac2Input;
import de.buergerkiosk.eid.simulated.paos.PaosMessage.Eac2Output;
import de.buergerkiosk.eid.simulated.paos.PaosMessage.Failed;
import de.buergerkiosk.eid.simulated.paos.PaosMessage.Result;
import de.buergerkiosk.eid.simulated.paos.PaosMessage.StartPaos;
import de.buergerkiosk.eid.simulated.paos.PaosMessage.StartPaosResponse;
import de.buergerkiosk.eid.simulated.paos.PaosMessage.Transmit;
import de.buergerkiosk.eid.simulated.paos.PaosMessage.TransmitResponse;
import de.buergerkiosk.eid.simulated.pki.CountrySigner;
import de.buergerkiosk.eid.simulated.server.CardReading.Compared;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * One authentication as the server sees it, message by message: terminal authentication, proof that
 * the chip is genuine, comparisons, reading (TR-03110-2, 3.4, general authentication procedure).
 */
final class AuthenticationRun {
    private final IdentityRequest request;
    private final TerminalIdentity terminal;
    private final CountrySigner country;
    private final Instant now;
    private final RandomGenerator chance;
    private final ServerFault fault;
    private final Bytes auxiliary;
    private State state = new Waiting();

    AuthenticationRun(
            IdentityRequest request,
            TerminalIdentity terminal,
            CountrySigner country,
            Instant now,
            LocalDate today,
            RandomGenerator chance,
            ServerFault fault) {
        this.request = request;
        this.terminal = terminal;
        this.country = country;
        this.now = now;
        this.chance = chance;
        this.fault = fault;
        this.auxiliary = CardReading.auxiliary(request, today);
    }

    private sealed interface State {}

    private record Waiting() implements State {}

    private record Introduced() implements State {}

    private record TerminalShown(Eac1Output card, Curve.Key ephemeral) implements State {}

    private record Comparing(CardChannel channel, CardReading reading) implements State {}

    private record ReadingGroups(CardChannel channel, CardReading reading, List<Integer> groups)
            implements State {}

    private record ReadingRest(CardChannel channel, CardReading reading, List<Integer> groups)
            implements State {}

    private record Identified(IdentityResult result) implements State {}

    private record Refused(Refusal refusal) implements State {}

    /** What came of it; empty while it runs. */
    Optional<IdentityResult> result() {
        return state instanceof Identified(var result) ? Optional.of(result) : Optional.empty();
    }

    /** Why there is no result; empty while it runs, and when there is one. */
    Optional<Refusal> refusal() {
        return state instanceof Refused(var refusal) ? Optional.of(refusal) : Optional.empty();
    }

    PaosMessage next(PaosMessage message) {
        if (message instanceof Failed) {
            return refuse(Refusal.CLIENT_ENDED);
        }
        State from = state;
        try {
            return switch (from) {
                case Waiting _ when message instanceof StartPaos -> introduce();
                case Introduced _ when message instanceof Eac1Output card -> show(card);
                case TerminalShown shown when message instanceof Eac2Output chip ->
                        prove(shown, chip);
                case Comparing step when message instanceof TransmitResponse(var answers) ->
                        compare(step, answers);
                case ReadingGroups step when message instanceof TransmitResponse(var answers) -> {
                    step.reading().begin(step.groups(), step.channel().unprotect(answers));
                    yield goOn(step.channel(), step.reading());
                }
                case ReadingRest step when message instanceof TransmitResponse(var answers) -> {
                    step.reading().resume(step.groups(), step.channel().unprotect(answers));
                    yield goOn(step.channel(), step.reading());
                }
                case Waiting _,
                        Introduced _,
                        TerminalShown _,
                        Comparing _,
                        ReadingGroups _,
                        ReadingRest _,
                        Identified _,
                        Refused _ ->
                        refuse(Refusal.MESSAGE);
            };
        } catch (Malformed e) {
            return refuse(
                    from instanceof TerminalShown
                            ? Refusal.CARD_NOT_GENUINE
                            : Refusal.CARD_UNREADABLE);
        }
    }

    private StartPaosResponse refuse(Refusal refusal) {
        if (!(state instanceof Identified)) {
            state = new Refused(refusal);
        }
        return new StartPaosResponse(Result.error(refusal.minor(), refusal.meaning()));
    }

    private PaosMessage introduce() {
        state = new Introduced();
        List<Bytes> certificates =
                fault == ServerFault.MISSING_LINK
                        ? List.of(terminal.certificate().encode())
                        : List.of(terminal.certificate().encode(), terminal.verifier().encode());
        return new Eac1Input(
                RogueAnswers.certificates(fault, certificates, chance),
                terminal.description().encode(),
                fault == ServerFault.TOO_MANY_RIGHTS
                        ? new Chat(Chat.ALL_RIGHTS)
                        : request.required(),
                request.optional(),
                Optional.of(auxiliary),
                request.transactionInfo());
    }

    private PaosMessage show(Eac1Output card) throws Malformed {
        Chat wanted = request.required().or(request.optional());
        boolean fitting =
                request.required().isWithin(card.granted())
                        && card.granted().isWithin(wanted)
                        && knowsRoot(card.authorities());
        if (!fitting || card.idPicc().length() != Curve.SIZE || card.challenge().isEmpty()) {
            return refuse(Refusal.RIGHTS);
        }
        Curve.Key ephemeral = Curve.newKey(chance);
        state = new TerminalShown(card, ephemeral);
        Bytes challenge =
                fault == ServerFault.BAD_TERMINAL_SIGNATURE
                        ? Bytes.random(card.challenge().length(), chance)
                        : card.challenge();
        Bytes signature =
                terminal.sign(
                        card.idPicc(), challenge, Curve.compressed(ephemeral.point()), auxiliary);
        return new Eac2Input(
                List.of(), RogueAnswers.ephemeralKey(fault, ephemeral.encoded()), signature);
    }

    /** A client that has already found the way from the card's root to our certificate names none. */
    private boolean knowsRoot(List<String> authorities) {
        return authorities.isEmpty() || authorities.contains(terminal.verifier().authority());
    }

    /** Chip authentication: the chip has the key that the country has signed. */
    private PaosMessage prove(TerminalShown shown, Eac2Output chip) throws Malformed {
        Optional<Bytes> signed = country.verify(chip.cardSecurity(), now);
        if (signed.isEmpty() || !SecurityInfos.confirms(signed.get(), shown.card().cardAccess())) {
            return refuse(Refusal.CARD_NOT_GENUINE);
        }
        Optional<ChipKey> key = SecurityInfos.chipKey(signed.get());
        if (key.isEmpty()) {
            return refuse(Refusal.CARD_NOT_GENUINE);
        }
        Bytes secret = Curve.compressed(Curve.agree(shown.ephemeral(), key.get().point()));
        SessionKeys keys = SessionKeys.derive(secret, chip.nonce());
        Bytes expected = keys.token(Oids.CA_ECDH_AES_CBC_CMAC_128, shown.ephemeral().encoded());
        if (!expected.equals(chip.token())) {
            return refuse(Refusal.CARD_NOT_GENUINE);
        }
        var reading = new CardReading(shown.card().granted(), terminal.sectorKey());
        var channel = new CardChannel(keys);
        state = new Comparing(channel, reading);
        return transmit(channel, reading.comparisons());
    }

    private static Transmit transmit(CardChannel channel, List<CommandApdu> commands) {
        return new Transmit(channel.protect(commands));
    }

    private PaosMessage compare(Comparing step, List<Bytes> answers) throws Malformed {
        Compared compared = step.reading().compared(step.channel().unprotect(answers));
        return switch (compared) {
            case EXPIRED -> refuse(Refusal.CARD_EXPIRED);
            case BROKEN -> refuse(Refusal.CARD_UNREADABLE);
            case VALID -> {
                List<Integer> groups = step.reading().wanted();
                if (groups.isEmpty()) {
                    yield finish(step.reading());
                }
                state = new ReadingGroups(step.channel(), step.reading(), groups);
                yield transmit(step.channel(), CardReading.beginnings(groups));
            }
        };
    }

    private PaosMessage goOn(CardChannel channel, CardReading reading) throws Malformed {
        List<Integer> groups = reading.unfinished();
        if (fault == ServerFault.ENDLESS_TRANSMIT) {
            groups = reading.wanted();
        }
        if (groups.isEmpty()) {
            return finish(reading);
        }
        state = new ReadingRest(channel, reading, groups);
        return transmit(channel, reading.continuations(groups));
    }

    private PaosMessage finish(CardReading reading) throws Malformed {
        state = new Identified(reading.result());
        return new StartPaosResponse(Result.OK);
    }
}
