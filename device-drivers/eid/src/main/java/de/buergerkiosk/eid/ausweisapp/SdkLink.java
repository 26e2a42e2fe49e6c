package de.buergerkiosk.eid.ausweisapp;

import de.buergerkiosk.eid.EidTrouble;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/**
 * One connection to AusweisApp: reads its messages, keeps the list of its readers, and remembers
 * when a card left which reader, so that no question is ever answered to another card.
 */
final class SdkLink implements AutoCloseable {
    /** Terms of usage may be long; nothing of AusweisApp comes near this. */
    static final int MESSAGE_BYTES_MAX = 1 << 20;

    /** More than this without anybody listening is no workflow any more. */
    private static final int INBOX_MAX = 256;

    private static final int READERS_MAX = 64;

    /** AusweisApp answers in milliseconds, also on a machine that is busy. */
    private static final Duration FRESHEN_MAX = Duration.ofSeconds(4);

    private static final Duration FRESHEN_MAX_OF_THE_TACITURN = Duration.ofSeconds(1);

    /** AusweisApp closes its side at once. */
    private static final Duration GOODBYE_MAX = Duration.ofSeconds(1);

    private final SdkWitness witness;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final BlockingQueue<Optional<SdkCommand>> leaving = new LinkedBlockingQueue<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private final WebSocketLine line;
    private final Deque<Heard.Message> inbox = new ArrayDeque<>();
    private final Map<String, SdkReader> readers = new LinkedHashMap<>();
    private final Map<String, Long> cardLeft = new LinkedHashMap<>();
    private final Map<String, Long> toldOf = new LinkedHashMap<>();
    private Optional<Heard.Gone> gone = Optional.empty();
    private volatile boolean leaveTaken;
    private boolean workflowOpen;
    private boolean attended;
    private long serial;
    private volatile long listed;
    private long refusedToTell;

    private SdkLink(WebSocketLine line, SdkWitness witness) {
        this.line = line;
        this.witness = witness;
    }

    /**
     * Takes a line into use, messages kept for {@link #next} from the first on.
     *
     * @param threads read and write, one each
     */
    static SdkLink on(WebSocketLine line, SdkWitness witness, ThreadFactory threads) {
        var link = new SdkLink(line, witness);
        link.attend();
        threads.newThread(link::read).start();
        threads.newThread(link::write).start();
        return link;
    }

    /** What a wait for the next message gave. */
    sealed interface Heard {
        /**
         * A message.
         *
         * @param serial rises with every message; compare with {@link #cardStays}
         */
        record Message(SdkMessage content, long serial) implements Heard {}

        record Silence() implements Heard {}

        /** The connection is over. */
        record Gone(EidTrouble trouble, String observed) implements Heard {}
    }

    private void read() {
        try {
            while (!isGone()) {
                hear(line.next());
            }
            // AusweisApp answers our goodbye by hanging up; until then it may say what it likes
            while (leaveTaken && line.next() instanceof WebSocketLine.Received.Text) {}
        } catch (IOException e) {
            end(EidTrouble.CLIENT_LOST, e.getClass().getSimpleName());
        } finally {
            line.close();
            over.countDown();
            // ends the other thread
            leaving.add(Optional.empty());
        }
    }

    private void hear(WebSocketLine.Received received) {
        switch (received) {
            case WebSocketLine.Received.Text(var text) -> {
                switch (SdkReading.read(text)) {
                    case SdkReading.Read.Understood(var message) -> take(message);
                    case SdkReading.Read.Strange(var why) -> end(EidTrouble.CLIENT_STRANGE, why);
                }
            }
            case WebSocketLine.Received.Closed(var status) ->
                    end(EidTrouble.CLIENT_LOST, "closed with status " + status);
            case WebSocketLine.Received.Unfit(var why) -> end(EidTrouble.CLIENT_STRANGE, why);
        }
    }

    /** Commands leave in the order in which they were given; nobody waits for the wire. */
    private void write() {
        try {
            for (var next = leaving.take(); next.isPresent(); next = leaving.take()) {
                try {
                    witness.sent(next.get().name());
                    line.send(next.get().text());
                } finally {
                    next.get().wipe();
                }
            }
            line.sayGoodbye();
        } catch (IOException e) {
            end(EidTrouble.CLIENT_LOST, "a command could not be sent");
        } catch (InterruptedException e) {
            // whoever made the thread wants it to end, and the line with it
            Thread.currentThread().interrupt();
            end(EidTrouble.CLIENT_CLOSED, "closed by the kiosk");
            line.close();
        }
    }

    private void take(SdkMessage message) {
        witness.heard(message);
        lock.lock();
        try {
            serial++;
            note(message);
            if (attended) {
                inbox.add(new Heard.Message(message, serial));
            }
            if (inbox.size() > INBOX_MAX) {
                inbox.clear();
                gone = Optional.of(new Heard.Gone(EidTrouble.CLIENT_STRANGE, "too many messages"));
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void note(SdkMessage message) {
        switch (message) {
            case SdkMessage.ReaderChanged(var reader) -> note(reader);
            case SdkMessage.ReaderList(var all) -> {
                listed = serial;
                var names = all.stream().map(SdkReader::name).toList();
                for (SdkReader known : List.copyOf(readers.values())) {
                    if (!names.contains(known.name())) {
                        note(new SdkReader(known.name(), false, false, false, Optional.empty()));
                    }
                }
                all.forEach(this::note);
            }
            case SdkMessage.InsertCard _ ->
                    // whatever the table says: AusweisApp has no card any more
                    readers.keySet().forEach(name -> cardLeft.put(name, serial));
            case SdkMessage.NotTaken taken when taken.command().equals("GET_READER") ->
                    refusedToTell = serial;
            case SdkMessage.NotTaken taken when taken.command().equals("GET_READER_LIST") ->
                    listed = serial;
            case SdkMessage.AuthRefused _, SdkMessage.AuthEnded _, SdkMessage.ChangeEnded _ ->
                    workflowOpen = false;
            default -> {}
        }
    }

    private void note(SdkReader reader) {
        if (toldOf.size() < READERS_MAX || toldOf.containsKey(reader.name())) {
            toldOf.put(reader.name(), serial);
        }
        if (reader.card().isEmpty()) {
            cardLeft.put(reader.name(), serial);
        }
        if (!reader.attached()) {
            readers.remove(reader.name());
        } else if (readers.size() < READERS_MAX || readers.containsKey(reader.name())) {
            readers.put(reader.name(), reader);
        }
    }

    private void end(EidTrouble trouble, String observed) {
        lock.lock();
        try {
            if (gone.isEmpty()) {
                gone = Optional.of(new Heard.Gone(trouble, observed));
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** From now on messages are kept for {@link #next}; older ones are forgotten. */
    void attend() {
        lock.lock();
        try {
            inbox.clear();
            attended = true;
        } finally {
            lock.unlock();
        }
    }

    /** Nobody asks for {@link #next} for now. */
    void unattend() {
        lock.lock();
        try {
            attended = false;
            inbox.clear();
        } finally {
            lock.unlock();
        }
    }

    Heard next(Duration atMost) throws InterruptedException {
        await(() -> !inbox.isEmpty() || gone.isPresent(), atMost);
        lock.lock();
        try {
            Heard.Message first = inbox.poll();
            if (first != null) {
                return first;
            }
            return gone.isPresent() ? gone.get() : new Heard.Silence();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until that holds, which may be asked on any change; false when time is up. */
    boolean await(BooleanSupplier holds, Duration atMost) throws InterruptedException {
        lock.lock();
        try {
            long nanos = atMost.toNanos();
            while (!holds.getAsBoolean()) {
                if (nanos <= 0) {
                    return false;
                }
                nanos = changed.awaitNanos(nanos);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Something outside has changed that an {@link #await} may be waiting for. */
    void stir() {
        lock.lock();
        try {
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    void send(SdkCommand command) {
        lock.lock();
        try {
            if (gone.isPresent()) {
                command.wipe();
                return;
            }
            if (command.name().startsWith("RUN_")) {
                workflowOpen = true;
            }
            leaving.add(Optional.of(command));
        } finally {
            lock.unlock();
        }
    }

    /**
     * Makes sure that everything that AusweisApp has told so far about that reader is known here:
     * its messages come in order, so they are before the answer to this question. Goes on without
     * an answer when none comes: after a moment only, where such questions were never answered.
     */
    void freshen(String reader) throws InterruptedException {
        long before = mark();
        send(SdkCommand.reader(reader));
        await(
                () ->
                        gone.isPresent()
                                || refusedToTell > before
                                || toldOf.getOrDefault(reader, 0L) > before,
                listed > 0 ? FRESHEN_MAX : FRESHEN_MAX_OF_THE_TACITURN);
    }

    /** Whether AusweisApp still answers. */
    boolean answers(Duration atMost) throws InterruptedException {
        long before = mark();
        send(SdkCommand.plain("GET_READER_LIST"));
        return await(() -> gone.isPresent() || listed > before, atMost) && !isGone();
    }

    private long mark() {
        lock.lock();
        try {
            return serial;
        } finally {
            lock.unlock();
        }
    }

    /** Whether AusweisApp is still busy with a workflow of ours. */
    boolean workflowOpen() {
        lock.lock();
        try {
            return workflowOpen;
        } finally {
            lock.unlock();
        }
    }

    boolean isGone() {
        lock.lock();
        try {
            return gone.isPresent();
        } finally {
            lock.unlock();
        }
    }

    /** Whether a message waits that shows that AusweisApp no longer waits for an answer. */
    boolean movedOn() {
        lock.lock();
        try {
            return inbox.stream().map(Heard.Message::content).anyMatch(SdkLink::isOfWorkflow);
        } finally {
            lock.unlock();
        }
    }

    /** Not what AusweisApp tells at any time, workflow or none. */
    static boolean isOfWorkflow(SdkMessage message) {
        return !(message instanceof SdkMessage.Status
                || message instanceof SdkMessage.ReaderChanged
                || message instanceof SdkMessage.ReaderList
                || message instanceof SdkMessage.Unheard
                || (message instanceof SdkMessage.NotTaken taken && taken.isAboutAQuestion()));
    }

    /** Whether that reader's card has not left since the message with that serial. */
    boolean cardStays(String reader, long since) {
        lock.lock();
        try {
            return cardLeft.getOrDefault(reader, 0L) <= since;
        } finally {
            lock.unlock();
        }
    }

    List<SdkReader> readers() {
        lock.lock();
        try {
            return List.copyOf(readers.values());
        } finally {
            lock.unlock();
        }
    }

    /** Ends it politely if AusweisApp answers, and anyway if it does not. */
    @Override
    public void close() {
        leaveTaken = true;
        end(EidTrouble.CLIENT_CLOSED, "closed by the kiosk");
        leaving.add(Optional.empty());
        try {
            // a line that is cut with something unread on it takes the last command back
            var _ = over.await(GOODBYE_MAX.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            line.close();
        }
    }
}
