package de.buergerkiosk.eid.simulated;

import de.buergerkiosk.eid.simulated.SimulatedCard.IdCard;
import de.buergerkiosk.eid.simulated.card.CardFault;
import de.buergerkiosk.eid.simulated.card.Chip;
import de.buergerkiosk.eid.simulated.card.PinMemory;
import de.buergerkiosk.eid.simulated.client.CardConnection;
import de.buergerkiosk.eid.simulated.client.CardTrouble;
import de.buergerkiosk.eid.simulated.client.EidCard;
import de.buergerkiosk.eid.simulated.client.EidCard.Paced;
import de.buergerkiosk.eid.simulated.client.EidCard.Password;
import de.buergerkiosk.eid.simulated.client.EidConversation;
import de.buergerkiosk.eid.simulated.client.EidConversation.Next;
import de.buergerkiosk.eid.simulated.client.Introduction;
import de.buergerkiosk.eid.simulated.client.ServerLine;
import de.buergerkiosk.eid.simulated.client.ServerTrouble;
import de.buergerkiosk.eid.simulated.client.ServerTrouble.Kind;
import de.buergerkiosk.eid.simulated.eac.Bytes;
import de.buergerkiosk.eid.simulated.eac.Chat;
import de.buergerkiosk.eid.simulated.paos.TcToken;
import de.buergerkiosk.eid.simulated.pki.CertificateDescription;
import de.buergerkiosk.eid.simulated.pki.CountrySigner;
import de.buergerkiosk.eid.simulated.pki.TestCvPki;
import de.buergerkiosk.eid.simulated.server.IdentityRequest;
import de.buergerkiosk.eid.simulated.server.ServerFault;
import de.buergerkiosk.eid.simulated.server.ServerSettings;
import de.buergerkiosk.eid.simulated.server.TestEidServer;
import de.buergerkiosk.eid.simulated.server.TestEidServer.Collected;
import de.buergerkiosk.ports.eid.EidRight;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

/** One client between one server and one card, each with a fault or without. */
final class Encounter {
    static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-23T10:00:00Z"));
    static final RandomGenerator CHANCE = RandomGenerator.of("L64X128MixRandom");
    static final TestCvPki PKI = TestCvPki.create(TestCvPki.HOUSE, TODAY);
    static final CountrySigner COUNTRY = CountrySigner.create(TestCvPki.HOUSE, TODAY);
    static final Set<EidRight> EVERYTHING_READABLE =
            EnumSet.complementOf(
                    EnumSet.of(EidRight.AGE_VERIFICATION, EidRight.ADDRESS_VERIFICATION));

    private static final Bytes TLS_HASH = Bytes.literal("AB".repeat(32));
    private static final URI BASE = URI.create("https://localhost/simulation");

    final TestEidServer server;
    private final LocalDate clientsDay;
    private final List<String> messages = new ArrayList<>();
    private UnaryOperator<String> network = UnaryOperator.identity();
    private Duration readersPatience = Duration.ofSeconds(60);
    private boolean pinTyped;

    /** How it ended. */
    sealed interface End {
        record Collected(TestEidServer.Collected what) implements End {}

        record Card(CardTrouble trouble) implements End {}

        record Server(ServerTrouble trouble) implements End {}

        /** The client could tell before anybody typed a PIN. */
        record NotOurs() implements End {}
    }

    Encounter(ServerFault fault) {
        this(fault, CLOCK, TODAY);
    }

    /** A server with that clock, and a client for which it is that day. */
    Encounter(ServerFault fault, InstantSource clock, LocalDate clientsDay) {
        this.clientsDay = clientsDay;
        server =
                new TestEidServer(
                        new ServerSettings(
                                BASE,
                                URI.create(BASE + "/paos"),
                                false,
                                description(),
                                Duration.ofMinutes(5),
                                16,
                                ZoneId.of("Europe/Berlin")),
                        PKI,
                        COUNTRY,
                        clock,
                        CHANCE,
                        fault);
    }

    private static CertificateDescription description() {
        var shipped = ServiceDescription.shipped();
        return new CertificateDescription(
                shipped.issuerName(),
                shipped.issuerUrl(),
                shipped.subjectName(),
                shipped.subjectUrl(),
                shipped.termsOfUsage(),
                List.of(TLS_HASH));
    }

    static Chip card(String person, CardFault fault) {
        var card = (IdCard) ExampleCards.shipped().find(person).orElseThrow();
        return fault.chip(
                new CardMaker(PKI, COUNTRY).make(card),
                PinMemory.volatileMemory(card.triesAtFirst()),
                CHANCE,
                CountrySigner.create("rogue", TODAY));
    }

    static Bytes digits(String text) {
        return Bytes.of(text.getBytes(StandardCharsets.US_ASCII));
    }

    static IdentityRequest asking(Set<EidRight> rights) {
        return new IdentityRequest(
                Chat.terminal(rights),
                new Chat(0),
                OptionalInt.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** With a reader that gives up after three seconds, for a card that is known to be deaf. */
    Encounter impatient() {
        readersPatience = Duration.ofSeconds(3);
        return this;
    }

    /** Over a network that may do anything to whatever goes over it, in either direction. */
    Encounter over(UnaryOperator<String> network) {
        this.network = network;
        return this;
    }

    boolean pinWasTyped() {
        return pinTyped;
    }

    /** Everything that went between client and server. */
    List<String> messages() {
        return messages;
    }

    /** A reader that gives up on a card that does not answer; a busy machine is no such card. */
    static CardConnection reader(Chip chip) {
        return reader(chip, Duration.ofSeconds(60));
    }

    private static CardConnection reader(Chip chip, Duration answerMax) {
        return command -> {
            var answer = new AtomicReference<>(Bytes.EMPTY);
            Thread field =
                    Thread.startVirtualThread(() -> {
                        try {
                            answer.set(chip.transmit(command));
                        } catch (IOException | InterruptedException e) {
                            // no answer
                        }
                    });
            if (!field.join(answerMax)) {
                field.interrupt();
                throw new CardTrouble(CardTrouble.Kind.GONE, "no answer");
            }
            return answer.get();
        };
    }

    private ServerLine line() {
        return new ServerLine() {
            @Override
            public String tcToken(URI tcTokenUrl) throws ServerTrouble {
                return server.tcToken(tcTokenUrl.getQuery().substring("session=".length()))
                        .map(network)
                        .orElseThrow(() -> new ServerTrouble(Kind.SESSION, "none"));
            }

            @Override
            public String exchange(TcToken token, String message) {
                messages.add(message);
                var said = Optional.of(token.session());
                String answer = server.answer(said, network.apply(message)).document();
                messages.add(answer);
                return network.apply(answer);
            }

            @Override
            public Set<Bytes> tlsHashes() {
                return Set.of(TLS_HASH);
            }

            @Override
            public void close() {
                // nothing was opened
            }
        };
    }

    End run(IdentityRequest request, Chip chip) throws InterruptedException {
        return run(request, chip, "123456", request.required());
    }

    End run(IdentityRequest request, Chip chip, String pin, Chat granted)
            throws InterruptedException {
        try {
            return talk(
                    line(), server.open(request).orElseThrow().tcTokenUrl(), chip, pin, granted);
        } catch (CardTrouble trouble) {
            return new End.Card(trouble);
        } catch (ServerTrouble trouble) {
            return new End.Server(trouble);
        }
    }

    private End talk(ServerLine line, URI url, Chip chip, String pin, Chat granted)
            throws CardTrouble, ServerTrouble, InterruptedException {
        var conversation = EidConversation.open(line, url, CHANCE);
        Introduction introduction =
                conversation.introduce(url, List.of(PKI.rootCertificate()), clientsDay);
        var card = new EidCard(reader(chip, readersPatience), CHANCE);
        if (!card.isEidCard()) {
            return new End.NotOurs();
        }
        pinTyped = true;
        if (!(card.pace(Password.PIN, digits(pin), Optional.of(granted))
                instanceof Paced.Established paced)) {
            throw new CardTrouble(CardTrouble.Kind.BROKEN, "the PIN was wrong");
        }
        Next next =
                conversation.answer(
                        card.eac2(introduction, conversation.answer(card.eac1(granted, paced))));
        while (next instanceof Next.Commands(var commands)) {
            var answers = new ArrayList<Bytes>();
            for (Bytes command : commands) {
                answers.add(card.relay(command));
            }
            next = conversation.answer(answers);
        }
        String refresh = conversation.refreshAddress().getQuery().substring("identity=".length());
        return new End.Collected(
                server.collect(refresh)
                        .orElseThrow(() -> new ServerTrouble(Kind.SESSION, "nothing to collect")));
    }

    static Collected.Identity identity(End end) {
        if (end instanceof End.Collected(Collected.Identity identity)) {
            return identity;
        }
        throw new AssertionError("no identity but " + end);
    }
}
