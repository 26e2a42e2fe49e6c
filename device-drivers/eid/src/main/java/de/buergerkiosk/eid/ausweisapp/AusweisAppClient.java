package de.buergerkiosk.eid.ausweisapp;

import de.buergerkiosk.eid.EidTrouble;
import de.buergerkiosk.eid.SameOrigin;
import de.buergerkiosk.eid.ausweisapp.SdkDoor.Opening;
import de.buergerkiosk.ports.DeviceState;
import de.buergerkiosk.ports.eid.CardGlance;
import de.buergerkiosk.ports.eid.EidClient;
import de.buergerkiosk.ports.eid.EidDialogue;
import de.buergerkiosk.ports.eid.EidResult;
import de.buergerkiosk.ports.eid.EidResult.Ended;
import de.buergerkiosk.ports.eid.PinChange;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * Real identification by AusweisApp (its SDK, API level 2 or 3). The connection stays open between
 * identifications: readers are known then, and no other program can take it meanwhile.
 */
public final class AusweisAppClient implements EidClient {
    /** AusweisApp needs a moment to notice that the last connection is over. */
    private static final Duration BUSY_MAX = Duration.ofSeconds(5);

    private static final Duration BETWEEN_TRIES = Duration.ofMillis(200);
    private static final Duration BETWEEN_GLANCES = Duration.ofMillis(100);

    private final AusweisAppHost host;
    private final SdkSettings settings;
    private final CardGlance glance;
    private final InstantSource clock;
    private final ThreadFactory threads;
    private final SdkWitness witness;
    private final SdkDoor door;
    private final AtomicBoolean running = new AtomicBoolean();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final ReentrantLock opening = new ReentrantLock();
    private volatile Optional<SdkLink> current = Optional.empty();

    /**
     * @param host has AusweisApp running; closed with this client
     * @param chance masks what goes over the WebSocket
     * @param threads read and write, and watch the card while a question is on the screen
     */
    public AusweisAppClient(
            AusweisAppHost host,
            SdkSettings settings,
            CardGlance glance,
            InstantSource clock,
            RandomGenerator chance,
            ThreadFactory threads,
            SdkWitness witness) {
        this.host = host;
        this.settings = settings;
        this.glance = glance;
        this.clock = clock;
        this.threads = threads;
        this.witness = witness;
        this.door = new SdkDoor(settings.answerMax(), chance, threads);
    }

    private boolean isClosed() {
        return closed.getCount() == 0;
    }

    @Override
    public EidResult authenticate(URI tcTokenUrl, EidDialogue dialogue)
            throws InterruptedException {
        return work(
                dialogue,
                (course, card) ->
                        SameOrigin.kept(
                                tcTokenUrl,
                                new AuthWorkflow(course, card, settings).run(tcTokenUrl)),
                why -> why);
    }

    @Override
    public boolean canChangePin() {
        return true;
    }

    @Override
    public PinChange changePin(EidDialogue dialogue) throws InterruptedException {
        return work(
                dialogue,
                (course, card) -> new ChangeWorkflow(course, card, settings).run(),
                why -> new PinChange.Ended(why.reason(), why.fault()));
    }

    /** What is done with the card. */
    private interface Work<R> {
        R run(Course course, CardTalk card) throws InterruptedException;
    }

    /**
     * How it went.
     *
     * @param neverBegan whether the connection had been lost before, without a sign of it
     */
    private record Attempt<R>(R result, boolean neverBegan) {}

    private <R> R work(EidDialogue dialogue, Work<R> work, Function<Ended, R> ended)
            throws InterruptedException {
        if (!running.compareAndSet(false, true)) {
            return ended.apply(EidTrouble.CLIENT_BUSY.ended());
        }
        try {
            Attempt<R> first = attempt(dialogue, work, ended);
            return first.neverBegan() ? attempt(dialogue, work, ended).result() : first.result();
        } finally {
            running.set(false);
        }
    }

    private <R> Attempt<R> attempt(EidDialogue dialogue, Work<R> work, Function<Ended, R> ended)
            throws InterruptedException {
        return switch (link()) {
            case Opening.Shut(var trouble, var observed) ->
                    new Attempt<>(ended.apply(trouble.ended(observed)), false);
            case Opening.Opened(var link) -> {
                var course = new Course(link, dialogue, settings, threads, clock, this::isClosed);
                R result = work.run(course, new CardTalk(course, link, settings, glance));
                yield new Attempt<>(result, course.neverBegan());
            }
        };
    }

    /** The open connection, or a new one; never one with a workflow of the last visit in it. */
    private Opening link() throws InterruptedException {
        opening.lockInterruptibly();
        try {
            if (isClosed()) {
                return closedByKiosk();
            }
            if (current.isPresent()) {
                SdkLink link = current.get();
                link.await(() -> !link.workflowOpen() || link.isGone(), settings.answerMax());
                if (!link.workflowOpen() && link.answers(settings.answerMax())) {
                    return new Opening.Opened(link);
                }
                link.close();
                current = Optional.empty();
            }
            Opening opened = knock();
            if (opened instanceof Opening.Opened(var link)) {
                current = Optional.of(link);
                if (isClosed()) {
                    // closed while we knocked: whoever closed may not have seen this one yet
                    link.close();
                    return closedByKiosk();
                }
            }
            return opened;
        } finally {
            opening.unlock();
        }
    }

    private static Opening closedByKiosk() {
        return new Opening.Shut(EidTrouble.CLIENT_CLOSED, "closed by the kiosk");
    }

    private Opening knock() throws InterruptedException {
        Instant giveUp = clock.instant().plus(BUSY_MAX);
        boolean fallenMeanwhile = false;
        while (true) {
            Opening answer =
                    switch (host.find()) {
                        case Whereabouts.Nowhere(var trouble, var observed) ->
                                new Opening.Shut(trouble, observed);
                        case Whereabouts.At(var address) -> door.open(address, witness);
                    };
            boolean busy = isShutBy(answer, EidTrouble.CLIENT_BUSY);
            // it fell while we knocked: its host knows by the next time, and has another one
            boolean fell = !fallenMeanwhile && isShutBy(answer, EidTrouble.CLIENT_LOST);
            fallenMeanwhile |= fell;
            boolean again = (busy && clock.instant().isBefore(giveUp)) || fell;
            if (!again || closed.await(BETWEEN_TRIES.toMillis(), TimeUnit.MILLISECONDS)) {
                return answer;
            }
        }
    }

    private static boolean isShutBy(Opening answer, EidTrouble trouble) {
        return answer instanceof Opening.Shut(var why, _) && why == trouble;
    }

    @Override
    public boolean awaitCardRemoved(Duration atMost) throws InterruptedException {
        return switch (link()) {
            // a reader that cannot be asked may still hold the card: the citizen is reminded of it
            case Opening.Shut _ -> false;
            case Opening.Opened(var link) -> awaitEmpty(link, atMost);
        };
    }

    /** Only level 3 tells of foreign cards, and a glance tells nothing by itself: it is taken again. */
    private boolean awaitEmpty(SdkLink link, Duration atMost) throws InterruptedException {
        Instant giveUp = clock.instant().plus(atMost);
        while (!empty(link) || glance.look(settings.reader()) == CardGlance.Lying.PRESENT) {
            if (link.isGone()
                    || !clock.instant().isBefore(giveUp)
                    || closed.await(BETWEEN_GLANCES.toMillis(), TimeUnit.MILLISECONDS)) {
                return false;
            }
        }
        return !link.isGone();
    }

    /** A connection that has told of no reader yet knows nothing of cards either. */
    private boolean empty(SdkLink link) {
        var readers = CardTalk.readers(link, settings);
        return !readers.isEmpty() && readers.stream().allMatch(r -> r.card().isEmpty());
    }

    /** Opens the connection if need be, so that a client that fell is up again before it is needed. */
    @Override
    public DeviceState state() throws InterruptedException {
        Opening idle;
        opening.lockInterruptibly();
        try {
            // asked where no identification can begin: nobody doubts a citizen's connection
            if (running.get()) {
                return new DeviceState.Ready();
            }
            idle = link();
        } finally {
            opening.unlock();
        }
        return switch (idle) {
            case Opening.Shut(var trouble, var observed) ->
                    new DeviceState.Down(trouble.fault(observed));
            case Opening.Opened(var link) ->
                    link.await(
                                    () -> !CardTalk.readers(link, settings).isEmpty(),
                                    settings.answerMax().dividedBy(4))
                            ? new DeviceState.Ready()
                            : new DeviceState.Down(EidTrouble.READER_ABSENT.fault());
        };
    }

    @Override
    public boolean isSimulation() {
        return false;
    }

    /** Ends an identification that runs and takes its question from the screen. */
    @Override
    public void close() {
        closed.countDown();
        current.ifPresent(link -> {
            link.stir();
            if (link.workflowOpen()) {
                link.send(SdkCommand.plain("CANCEL"));
            }
            link.close();
        });
        host.close();
    }
}
