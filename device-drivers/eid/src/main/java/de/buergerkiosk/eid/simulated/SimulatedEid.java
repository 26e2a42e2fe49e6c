package de.buergerkiosk.eid.simulated;

import de.buergerkiosk.eid.EidTrouble;
import de.buergerkiosk.eid.Environment;
import de.buergerkiosk.eid.simulated.EidServerInMemory.Session;
import de.buergerkiosk.eid.simulated.Identification.Citizen;
import de.buergerkiosk.eid.simulated.client.EidConversation;
import de.buergerkiosk.eid.simulated.client.Introduction;
import de.buergerkiosk.eid.simulated.client.ServerTrouble;
import de.buergerkiosk.eid.simulated.server.Refusal;
import de.buergerkiosk.ports.DeviceState;
import de.buergerkiosk.ports.eid.EidClient;
import de.buergerkiosk.ports.eid.EidDialogue;
import de.buergerkiosk.ports.eid.EidRequest;
import de.buergerkiosk.ports.eid.EidResult;
import de.buergerkiosk.ports.eid.EidRight;
import de.buergerkiosk.ports.eid.EidService;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.random.RandomGenerator;

/**
 * A simulated identification, client and eID server in one: nobody is identified by it. It behaves
 * as AusweisApp does towards the kiosk, with the example cards that lie in the {@link CardTray}; what
 * client, server and card say to each other is what real ones say, except that everybody knows the
 * keys.
 */
public final class SimulatedEid implements EidClient, EidService {
    private final SimulationSettings settings;
    private final ExampleCards cards;
    private final CardTray tray;
    private final InstantSource clock;
    private final RandomGenerator chance;
    private final ThreadFactory threads;
    private final EidServerInMemory server;
    private final AtomicBoolean running = new AtomicBoolean();
    private volatile boolean closed;

    /**
     * @param chance makes the addresses of sessions
     * @param threads watch the tray while a question is on the screen
     * @throws IllegalStateException unless the settings say {@link Environment#DEMO}
     */
    public SimulatedEid(
            SimulationSettings settings,
            ExampleCards cards,
            CardTray tray,
            InstantSource clock,
            RandomGenerator chance,
            ThreadFactory threads) {
        switch (settings.environment()) {
            case PRODUCTION ->
                    throw new IllegalStateException(
                            "The simulated eID identifies nobody and does not start in a production"
                                    + " kiosk. Choose a real eID client in the kiosk's settings, or"
                                    + " set the environment to demo.");
            case DEMO -> {}
        }
        this.settings = settings;
        this.cards = cards;
        this.tray = tray;
        this.clock = clock;
        this.threads = threads;
        this.chance = chance;
        this.server = new EidServerInMemory(settings.sessionLife(), settings.zone(), clock, chance);
    }

    @Override
    public Opening open(Set<EidRight> required, Set<EidRight> optional, String transactionInfo) {
        return open(EidRequest.withoutErrand(required, optional, transactionInfo));
    }

    @Override
    public Opening open(EidRequest request) {
        return switch (tray.look()) {
            case TrayLook.Seen(var content) when !content.serverReachable() ->
                    new Opening.Unavailable(EidTrouble.SERVER_DOWN.fault());
            // the server does not care about the reader; the client will tell
            case TrayLook.Seen _, TrayLook.Unreadable _ ->
                    server.open(request)
                            .<Opening>map(Opening.Opened::new)
                            .orElseGet(
                                    () -> new Opening.Unavailable(EidTrouble.SERVER_BUSY.fault()));
        };
    }

    @Override
    public EidResult authenticate(URI tcTokenUrl, EidDialogue dialogue)
            throws InterruptedException {
        if (!running.compareAndSet(false, true)) {
            return EidTrouble.CLIENT_BUSY.ended();
        }
        try {
            if (closed) {
                return EidTrouble.CLIENT_CLOSED.ended();
            }
            return switch (server.start(tcTokenUrl)) {
                case Stage.Stopped<Session>(var end) -> end;
                case Stage.Reached<Session>(var session) -> identify(session, dialogue);
            };
        } finally {
            running.set(false);
        }
    }

    private EidResult identify(Session session, EidDialogue dialogue) throws InterruptedException {
        var watched = new WatchedDialogue(dialogue, tray, threads, settings.sessionLife());
        var reader =
                new Reader(
                        tray,
                        cards,
                        settings,
                        watched,
                        () -> closed,
                        () -> server.expired(session));
        boolean done = false;
        try {
            EidResult result =
                    switch (reader.ready()) {
                        case Stage.Stopped<TrayContent>(var end) -> end;
                        case Stage.Reached<TrayContent> _ ->
                                talk(session, new Citizen(watched, reader));
                    };
            done = result instanceof EidResult.Done;
            return result;
        } finally {
            if (!done) {
                server.abandon(session);
            }
        }
    }

    private EidResult talk(Session session, Citizen citizen) throws InterruptedException {
        LocalDate today = LocalDate.ofInstant(clock.instant(), settings.zone());
        EidServerInMemory.House house = server.house();
        try (var line = server.line(session)) {
            var conversation = EidConversation.open(line, session.tcTokenUrl(), chance);
            Introduction introduction =
                    conversation.introduce(
                            session.tcTokenUrl(), List.of(house.pki().rootCertificate()), today);
            return new Identification(conversation, introduction, citizen, house.cards(), chance)
                    .run();
        } catch (ServerTrouble trouble) {
            return server.refusal(session)
                    .map(SimulatedEid::refused)
                    .orElseGet(() -> Troubles.ended(trouble));
        }
    }

    /** What the kiosk would hear from the service that asked; the client itself hears only no. */
    private static EidResult refused(Refusal refusal) {
        return switch (refusal) {
            case CARD_EXPIRED -> EidTrouble.CARD_EXPIRED.ended();
            case CARD_NOT_GENUINE -> EidTrouble.CARD_FORGED.ended();
            case CARD_UNREADABLE -> EidTrouble.CARD_BROKEN.ended();
            case SESSION_UNKNOWN, SESSION_EXPIRED, MESSAGE, CLIENT_ENDED, RIGHTS ->
                    EidTrouble.SERVER_REFUSED.ended(refusal.meaning());
        };
    }

    @Override
    public Delivery collect(URI refreshAddress) {
        var nothing = EidTrouble.SESSION_UNKNOWN.ended();
        return server.collect(refreshAddress)
                .<Delivery>map(Delivery.Delivered::new)
                .orElseGet(() -> new Delivery.Refused(nothing.reason(), nothing.fault()));
    }

    @Override
    public boolean awaitCardRemoved(Duration atMost) throws InterruptedException {
        return noCard(tray.await(look -> noCard(look) || closed, atMost));
    }

    /** A reader that cannot be read may still hold the card: the citizen is reminded of it. */
    private static boolean noCard(TrayLook look) {
        return switch (look) {
            case TrayLook.Seen(var content) -> content.readerAttached() && content.card().isEmpty();
            case TrayLook.Unreadable _ -> false;
        };
    }

    @Override
    public DeviceState state() {
        if (closed) {
            return new DeviceState.Down(EidTrouble.CLIENT_CLOSED.fault());
        }
        return switch (tray.look()) {
            case TrayLook.Unreadable(var observed) ->
                    new DeviceState.Down(EidTrouble.READER_FAILED.fault(observed));
            case TrayLook.Seen(var content) -> {
                if (!content.readerAttached()) {
                    yield new DeviceState.Down(EidTrouble.READER_ABSENT.fault());
                }
                yield content.serverReachable()
                        ? new DeviceState.Ready()
                        : new DeviceState.Down(EidTrouble.SERVER_DOWN.fault());
            }
        };
    }

    @Override
    public boolean isSimulation() {
        return true;
    }

    /** Ends an identification that runs, at its next step, and takes its question from the screen. */
    @Override
    public void close() {
        closed = true;
        tray.stir();
    }
}
