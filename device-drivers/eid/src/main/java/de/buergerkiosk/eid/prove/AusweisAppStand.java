package de.buergerkiosk.eid.prove;

import de.buergerkiosk.eid.EidTrouble;
import de.buergerkiosk.eid.ausweisapp.AusweisAppClient;
import de.buergerkiosk.eid.ausweisapp.AusweisAppProcess;
import de.buergerkiosk.eid.ausweisapp.AusweisAppSettings;
import de.buergerkiosk.eid.ausweisapp.SdkMessage;
import de.buergerkiosk.eid.ausweisapp.SdkSettings;
import de.buergerkiosk.eid.ausweisapp.SdkWitness;
import de.buergerkiosk.eid.identify.LocalEidServer;
import de.buergerkiosk.eid.simulated.VirtualReader;
import de.buergerkiosk.ports.Personal;
import de.buergerkiosk.ports.eid.CardGlance;
import de.buergerkiosk.ports.eid.EidDialogue;
import de.buergerkiosk.ports.eid.EidEvent;
import de.buergerkiosk.ports.eid.EidReply;
import de.buergerkiosk.ports.eid.EidResult;
import de.buergerkiosk.ports.eid.EidRight;
import de.buergerkiosk.ports.eid.EidService.Opening;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadFactory;

/**
 * Everything real but the person: an installed AusweisApp of this stand's own, pcscd with vpcd, the
 * virtual card in it, and the test eID server. For proofs and measurements.
 */
public final class AusweisAppStand implements AutoCloseable {
    private static final String PERSON = "erika";
    private static final String PIN = "123456";
    private static final Set<EidRight> RIGHTS =
            Set.of(
                    EidRight.FAMILY_NAMES,
                    EidRight.GIVEN_NAMES,
                    EidRight.DATE_OF_BIRTH,
                    EidRight.ADDRESS);

    private final LocalEidServer server;
    private final AusweisAppProcess process;
    private final AusweisAppClient client;
    private final VirtualReader reader;
    private final InstantSource clock;
    private final OwnTime ownTime;

    /** Whether the stand stands. */
    public sealed interface Standing {
        record Up(AusweisAppStand stand) implements Standing {}

        /** What this computer lacks, and the command that cures it. */
        record Missing(String what, String cure) implements Standing {}
    }

    /** How one identification went. */
    public sealed interface Outcome {
        /**
         * The identity arrived at the server.
         *
         * @param whole from the call of the client to its answer
         * @param ausweisApps part of it in which AusweisApp was at work: from each command on the
         *     wire to its next question
         */
        record Identified(Duration whole, Duration ausweisApps) implements Outcome {}

        record Failed(String code, String detail) implements Outcome {}
    }

    private AusweisAppStand(
            LocalEidServer server,
            Path folder,
            InstantSource clock,
            SecureRandom chance,
            ThreadFactory threads) {
        this.server = server;
        this.clock = clock;
        this.ownTime = new OwnTime(clock);
        this.process =
                new AusweisAppProcess(
                        AusweisAppSettings.in(folder).trusting(List.of(server.trustAnchor())),
                        clock,
                        threads);
        this.client =
                new AusweisAppClient(
                        process,
                        SdkSettings.usual().withReader(VirtualReader.NAME),
                        CardGlance.BLIND,
                        clock,
                        chance,
                        threads,
                        ownTime);
        this.reader = new VirtualReader(clock, chance, threads);
    }

    /** Puts it up, the card in the reader. */
    public static Standing set(
            Path folder, InstantSource clock, SecureRandom chance, ThreadFactory threads)
            throws IOException {
        Optional<Standing.Missing> missing = missing(folder);
        if (missing.isPresent()) {
            return missing.get();
        }
        var stand =
                new AusweisAppStand(
                        LocalEidServer.start(clock, chance, threads),
                        folder,
                        clock,
                        chance,
                        threads);
        boolean up = false;
        try {
            stand.reader.put(PERSON);
            up = true;
            return new Standing.Up(stand);
        } finally {
            if (!up) {
                stand.close();
            }
        }
    }

    /** What this computer lacks for an AusweisApp with a virtual card; empty if nothing. */
    public static Optional<Standing.Missing> missing(Path folder) {
        if (AusweisAppProcess.program(AusweisAppSettings.in(folder)).isEmpty()) {
            return Optional.of(
                    new Standing.Missing(
                            EidTrouble.CLIENT_ABSENT.code() + ": AusweisApp is not installed",
                            "sudo apt-get install ausweisapp2"));
        }
        if (!SmartCardDoor.isOpen()) {
            return Optional.of(
                    new Standing.Missing(
                            "pcscd does not run",
                            "sudo apt-get install pcscd vsmartcard-vpcd; sudo systemctl start"
                                    + " pcscd, or without systemd: sudo mkdir -p /run/pcscd; sudo"
                                    + " pcscd"));
        }
        if (!VirtualReader.isThere()) {
            return Optional.of(
                    new Standing.Missing(
                            "vpcd does not listen at port " + VirtualReader.PORT,
                            "sudo apt-get install vsmartcard-vpcd, then start pcscd again (never on"
                                    + " a kiosk: it listens on all addresses)"));
        }
        return Optional.empty();
    }

    /** Process id of AusweisApp. */
    public Optional<Long> pid() {
        return process.pid();
    }

    /** Identifies the card's owner once. */
    public Outcome identify() throws InterruptedException {
        return switch (server.open(RIGHTS, Set.of(), "Bürgerkiosk")) {
            case Opening.Unavailable(var fault) -> new Outcome.Failed(fault.code(), fault.detail());
            case Opening.Opened(var url) -> identify(url);
        };
    }

    private Outcome identify(URI session) throws InterruptedException {
        ownTime.restart();
        Instant begun = clock.instant();
        EidResult result = client.authenticate(session, new Hurried());
        Duration whole = Duration.between(begun, clock.instant());
        return switch (result) {
            case EidResult.Done(var address) ->
                    server.collect(address)
                            .person()
                            .filter(person ->
                                    person.attribute(EidRight.FAMILY_NAMES).isPresent()
                                            && person.address().isPresent())
                            .<Outcome>map(_ -> new Outcome.Identified(whole, ownTime.total()))
                            .orElseGet(() ->
                                    new Outcome.Failed(
                                            EidTrouble.SESSION_UNKNOWN.code(),
                                            "the server has no whole identity"));
            case EidResult.Ended(_, var fault) -> new Outcome.Failed(fault.code(), fault.detail());
        };
    }

    @Override
    public void close() {
        reader.close();
        client.close();
        try {
            server.close();
        } catch (IOException e) {
            // its port goes with the process
        }
    }

    /** A citizen who answers at once, so that only machines are measured. */
    private static final class Hurried implements EidDialogue {
        @Override
        public EidReply on(EidEvent event) {
            return switch (event) {
                case EidEvent.ConsentRequired _ -> new EidReply.Consent(Set.of());
                case EidEvent.PinRequired(var tries, _, var wrong) when tries == 3 && !wrong ->
                        new EidReply.Secret(Personal.of(PIN.toCharArray()));
                // the PIN is right: a card that says otherwise must not be tried until it is
                // blocked
                case EidEvent.PinRequired _,
                        EidEvent.CanRequired _,
                        EidEvent.PukRequired _,
                        EidEvent.NewPinRequired _ ->
                        new EidReply.Cancel();
                case EidEvent.CardRequired _, EidEvent.Progress _, EidEvent.PausedBadPosition _ ->
                        new EidReply.Acknowledged();
            };
        }

        @Override
        public boolean cancelWanted() {
            return false;
        }
    }

    /** Stops the time that passes between a command and the question that follows it. */
    private static final class OwnTime implements SdkWitness {
        private static final Set<String> COMMANDS =
                Set.of("RUN_AUTH", "GET_CERTIFICATE", "SET_ACCESS_RIGHTS", "ACCEPT", "SET_PIN");
        private static final Set<String> QUESTIONS =
                Set.of("ACCESS_RIGHTS", "CERTIFICATE", "ENTER_PIN");

        private final InstantSource clock;
        private Optional<Instant> since = Optional.empty();
        private Duration total = Duration.ZERO;

        OwnTime(InstantSource clock) {
            this.clock = clock;
        }

        synchronized void restart() {
            since = Optional.empty();
            total = Duration.ZERO;
        }

        synchronized Duration total() {
            return total;
        }

        @Override
        public synchronized void sent(String command) {
            if (COMMANDS.contains(command)) {
                since = Optional.of(clock.instant());
            }
        }

        @Override
        public synchronized void heard(SdkMessage message) {
            boolean ended = message instanceof SdkMessage.AuthEnded;
            if (since.isPresent() && (ended || QUESTIONS.contains(message.name()))) {
                total = total.plus(Duration.between(since.get(), clock.instant()));
                since = Optional.empty();
            }
        }
    }
}
