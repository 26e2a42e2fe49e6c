package de.buergerkiosk.eid.simulated.client;

import de.buergerkiosk.eid.simulated.client.ServerTrouble.Kind;
import de.buergerkiosk.eid.simulated.eac.Bytes;
import de.buergerkiosk.eid.simulated.eac.Malformed;
import de.buergerkiosk.eid.simulated.paos.Envelope;
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
import de.buergerkiosk.eid.simulated.paos.TcToken;
import de.buergerkiosk.eid.simulated.pki.CvCertificate;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The client's talk with one eID server, step by step; each step needs what the one before gave
 * (TR-03124-1, 2.4 to 2.8).
 */
public final class EidConversation {
    /** A server that sends more batches than this wants something else than to read a card. */
    private static final int BATCHES_MAX = 16;

    private static final int COMMANDS_MAX = 64;

    private final ServerLine line;
    private final RandomGenerator chance;
    private final TcToken token;
    private Optional<String> lastMessage = Optional.empty();
    private int batches;

    private EidConversation(ServerLine line, RandomGenerator chance, TcToken token) {
        this.line = line;
        this.chance = chance;
        this.token = token;
    }

    /** Fetches the TCToken. */
    public static EidConversation open(ServerLine line, URI tcTokenUrl, RandomGenerator chance)
            throws ServerTrouble, InterruptedException {
        try {
            return new EidConversation(line, chance, TcToken.parse(line.tcToken(tcTokenUrl)));
        } catch (Malformed e) {
            throw new ServerTrouble(Kind.BROKEN, "TCToken: " + e.getMessage());
        }
    }

    /** The address where the session goes on in either case. */
    public URI refreshAddress() {
        return token.refreshAddress();
    }

    /** Lets the server say who it is, and checks that. */
    public Introduction introduce(URI tcTokenUrl, List<CvCertificate> trustAnchors, LocalDate today)
            throws ServerTrouble, InterruptedException {
        PaosMessage answer = exchange(new StartPaos(token.session()));
        if (!(answer instanceof Eac1Input input)) {
            throw unexpected(answer);
        }
        try {
            return Introduction.check(
                    token,
                    input,
                    new Introduction.Known(tcTokenUrl, trustAnchors, today, line.tlsHashes()));
        } catch (Malformed e) {
            throw new ServerTrouble(Kind.BROKEN, "introduction: " + e.getMessage());
        } catch (IllegalArgumentException e) {
            throw new ServerTrouble(Kind.BROKEN, "introduction: an address that is none");
        }
    }

    public Eac2Input answer(Eac1Output card) throws ServerTrouble, InterruptedException {
        PaosMessage answer = exchange(card);
        if (answer instanceof Eac2Input input) {
            return input;
        }
        throw unexpected(answer);
    }

    /** What the server wants next: commands for the card, or the end. */
    public sealed interface Next {
        record Commands(List<Bytes> commands) implements Next {}

        record Finished() implements Next {}
    }

    public Next answer(Eac2Output chip) throws ServerTrouble, InterruptedException {
        return next(chip);
    }

    public Next answer(List<Bytes> cardAnswers) throws ServerTrouble, InterruptedException {
        return next(new TransmitResponse(cardAnswers));
    }

    private Next next(PaosMessage message) throws ServerTrouble, InterruptedException {
        PaosMessage answer = exchange(message);
        return switch (answer) {
            case Transmit(var commands) -> {
                if (++batches > BATCHES_MAX || commands.size() > COMMANDS_MAX) {
                    throw new ServerTrouble(Kind.BROKEN, "commands without an end");
                }
                yield new Next.Commands(commands);
            }
            case StartPaosResponse _ -> new Next.Finished();
            default -> throw unexpected(answer);
        };
    }

    /** Tells the server that nothing more will come; what it answers does not matter any more. */
    public void giveUp(String answer, String minor) throws InterruptedException {
        try {
            exchange(new Failed(answer, Result.error(minor, "the authentication has ended")));
        } catch (ServerTrouble e) {
            // it may have ended before us
        }
    }

    private PaosMessage exchange(PaosMessage message) throws ServerTrouble, InterruptedException {
        var envelope =
                new Envelope("urn:uuid:" + Bytes.random(16, chance).hex(), lastMessage, message);
        String document = line.exchange(token, envelope.write());
        Envelope answer;
        try {
            answer = Envelope.parse(document);
        } catch (Malformed e) {
            throw new ServerTrouble(Kind.BROKEN, "message: " + e.getMessage());
        }
        lastMessage = Optional.of(answer.messageId());
        if (answer.message() instanceof StartPaosResponse(Result result) && !result.ok()) {
            boolean atOnce = message instanceof StartPaos;
            throw new ServerTrouble(
                    atOnce ? Kind.SESSION : Kind.REFUSES, "the server says " + minor(result));
        }
        return answer.message();
    }

    /** The end of the URI, if it is one: a rogue server may write anything there. */
    private static String minor(Result result) {
        String end = result.minor().substring(result.minor().lastIndexOf('#') + 1);
        return end.matches("[A-Za-z]{1,60}") ? end : "no";
    }

    private static ServerTrouble unexpected(PaosMessage answer) {
        return new ServerTrouble(
                Kind.BROKEN, "not the turn of " + answer.getClass().getSimpleName());
    }
}
