package de.buergerkiosk.eid.ausweisapp.simulated;

import de.buergerkiosk.ports.eid.EidEvent.Compared;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

/**
 * AusweisApp as its SDK clients see it, on a WebSocket of its own: one client at a time, its
 * workflows in their order, one reader whose card the test moves. It is as strict as the real one:
 * what comes at the wrong time is answered with BAD_STATE and noted.
 */
public final class SimulatedAusweisApp implements AutoCloseable {
    /**
     * How it behaves.
     *
     * @param levels of the SDK's interface
     * @param keypad whether the reader has one
     * @param transactionInfo what the service wants to have shown
     * @param finish the eID server behind it
     */
    public record Settings(
            Set<Integer> levels,
            boolean keypad,
            Optional<String> transactionInfo,
            Set<SdkFault> faults,
            Finish finish) {
        public Settings {
            levels = Set.copyOf(levels);
            faults = Set.copyOf(faults);
        }
    }

    /** What a session is for; rights in the words of AusweisApp's SDK. */
    public record Session(Set<String> required, Set<String> optional, Compared compared) {
        public Session {
            required = Set.copyOf(required);
            optional = Set.copyOf(optional);
        }
    }

    /** The eID server behind it. */
    public interface Finish {
        /** Empty when the session does not wait. */
        Optional<Session> start(URI tcTokenUrl);

        URI refreshAddress(URI tcTokenUrl, Set<String> rights);
    }

    private final ServerSocket door;
    private final Settings settings;
    private final List<String> commands = new CopyOnWriteArrayList<>();
    private final List<String> messages = new CopyOnWriteArrayList<>();
    private final Set<Socket> open = java.util.concurrent.ConcurrentHashMap.newKeySet();
    private final SimulatedReader reader;
    private final Queue<String> fallsAt = new ConcurrentLinkedQueue<>();
    private final Queue<String> passesOver = new ConcurrentLinkedQueue<>();
    private Optional<SimulatedWorkflows> client = Optional.empty();

    private SimulatedAusweisApp(ServerSocket door, Settings settings) {
        this.door = door;
        this.settings = settings;
        this.reader = new SimulatedReader(settings.keypad(), settings.faults());
    }

    public static SimulatedAusweisApp start(Settings settings) throws IOException {
        var app =
                new SimulatedAusweisApp(
                        new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), settings);
        Thread.ofVirtual().name("simulated-ausweisapp").start(app::accept);
        return app;
    }

    public URI address() {
        return URI.create("ws://127.0.0.1:" + door.getLocalPort() + "/eID-Kernel");
    }

    /** Names of the commands that came, in their order. */
    public List<String> commands() {
        return new ArrayList<>(commands);
    }

    /** The messages that were sent, in their order. */
    public List<String> messages() {
        return new ArrayList<>(messages);
    }

    /** Whether a PIN met another card than the one for which it was typed. */
    public boolean pinMetAnotherCard() {
        return reader.pinMetAnotherCard();
    }

    public synchronized void put(SdkCard card) throws IOException {
        reader.put(card);
        told();
    }

    public synchronized void takeCard() throws IOException {
        reader.take();
        told();
    }

    /** Pulls or plugs the reader's cable. */
    public synchronized void plug(boolean attached) throws IOException {
        reader.plug(attached);
        told();
    }

    /** Whether the reader's own keypad waits for digits: before that, nobody can type there. */
    public synchronized boolean keypadWaits() {
        return client.filter(SimulatedWorkflows::keypadWaits).isPresent();
    }

    /** Somebody types at the reader's own keypad. */
    public synchronized void typeAtReader(String digits) throws IOException {
        if (client.isPresent()) {
            client.get().typed(digits);
        }
    }

    /** The card lies badly, from level 3 on; CONTINUE tries again. */
    public synchronized void shift(boolean straight) throws IOException {
        reader.lay(straight);
    }

    /** As if the program had crashed. */
    public synchronized void crash() throws IOException {
        for (Socket each : open) {
            each.close();
        }
    }

    /**
     * Crashes when that command comes, instead of answering it, once for each call: so a client finds
     * out by the command itself that nobody is there any more.
     */
    public void crashAt(String command) {
        fallsAt.add(command);
    }

    /** Does not answer that command, once for each call. */
    public void passOver(String command) {
        passesOver.add(command);
    }

    /** Whether a client is connected. */
    public synchronized boolean isConnected() {
        return client.isPresent();
    }

    private void told() throws IOException {
        if (client.isPresent()) {
            client.get().readerChanged();
        }
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket socket = door.accept();
                open.add(socket);
                Thread.ofVirtual().name("simulated-ausweisapp-client").start(() -> serve(socket));
            } catch (IOException e) {
                // the door was closed
                return;
            }
        }
    }

    private void serve(Socket socket) {
        Optional<SimulatedWorkflows> mine = Optional.empty();
        try (socket) {
            var frames =
                    new Frames(
                            new DataInputStream(new BufferedInputStream(socket.getInputStream())),
                            socket.getOutputStream());
            Frames.Request request = frames.request();
            if (!request.isUpgradeTo("/eID-Kernel")
                    || settings.faults().contains(SdkFault.NO_SDK)) {
                frames.refuse("404 Not Found");
                return;
            }
            if (!request.headers().containsKey("user-agent")) {
                frames.refuse("400 Bad Request");
                return;
            }
            mine = enter(frames);
            if (mine.isEmpty()) {
                frames.refuse("429 Too Many Requests");
                return;
            }
            frames.upgrade(request);
            hear(frames, mine.get());
        } catch (IOException e) {
            // the client is gone, which is what the end of a connection looks like
        } finally {
            open.remove(socket);
            leave(mine);
        }
    }

    private void hear(Frames frames, SimulatedWorkflows workflows) throws IOException {
        synchronized (this) {
            workflows.readerChanged();
        }
        UnaryOperator<String> named =
                text -> {
                    String name = SimulatedWorkflows.commandName(text);
                    commands.add(name);
                    return name;
                };
        for (Optional<String> text = frames.text(); text.isPresent(); text = frames.text()) {
            String name = named.apply(text.get());
            if (fallsAt.remove(name)) {
                crash();
                return;
            }
            if (!passesOver.remove(name)) {
                synchronized (this) {
                    workflows.command(name, text.get());
                }
            }
        }
    }

    private synchronized Optional<SimulatedWorkflows> enter(Frames frames) {
        if (client.isPresent() || settings.faults().contains(SdkFault.TAKEN)) {
            return Optional.empty();
        }
        client =
                Optional.of(
                        new SimulatedWorkflows(
                                settings,
                                reader,
                                new SimulatedWorkflows.Wire() {
                                    @Override
                                    public void send(String message) throws IOException {
                                        messages.add(message);
                                        frames.send(message);
                                    }

                                    @Override
                                    public void sendBytes() throws IOException {
                                        frames.sendBinary(new byte[] {1, 2, 3});
                                    }

                                    @Override
                                    public void hangUp() throws IOException {
                                        frames.close(1001);
                                    }
                                }));
        return client;
    }

    private synchronized void leave(Optional<SimulatedWorkflows> mine) {
        if (mine.isPresent() && client.equals(mine)) {
            client = Optional.empty();
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        crash();
    }
}
