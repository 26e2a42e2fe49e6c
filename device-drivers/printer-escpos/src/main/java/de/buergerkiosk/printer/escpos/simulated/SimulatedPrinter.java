package de.buergerkiosk.printer.escpos.simulated;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;

/**
 * A receipt printer on a TCP port: 576 dots wide unless told otherwise, 64 KiB of memory, one host at a time. What a
 * host sent stays in the printer when the host goes, as it does in a real one.
 */
public final class SimulatedPrinter implements AutoCloseable {
    /** Width of 80 mm paper in dots, at 203 dpi. */
    public static final int DOTS = 576;

    private static final Duration SLOW_READ = Duration.ofMillis(5);
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int COMPLAINTS_MAX = 1000;

    private final ServerSocket door;
    private final Machine machine;
    private final PaperTray tray;
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private final Thread worker;
    private final Thread porter;
    private volatile Optional<Socket> guest = Optional.empty();
    private volatile boolean closed;

    /**
     * How to start.
     *
     * @param host address to listen on
     * @param port 0 for any free port
     * @param dots width of the paper, such as {@link #DOTS}
     * @param folder where each paper is put as PNG and text, if anywhere
     * @param watcher hears each event, on the printer's threads
     * @param threads makes the two threads of the printer
     */
    public record Settings(
            String host,
            int port,
            int dots,
            Set<PrinterFault> faults,
            Optional<Path> folder,
            Consumer<PrinterEvent> watcher,
            ThreadFactory threads) {
        public Settings {
            faults = Set.copyOf(faults);
            if (dots < 192 || dots > 1024) {
                throw new IllegalArgumentException("dots: " + dots + " is not 192 to 1024");
            }
        }

        /** On any free port of this machine, papers in memory only. */
        public static Settings local(PrinterFault... faults) {
            return new Settings(
                    "127.0.0.1",
                    0,
                    DOTS,
                    Set.of(faults),
                    Optional.empty(),
                    event -> {},
                    Thread.ofVirtual().factory());
        }
    }

    private SimulatedPrinter(Settings settings, ServerSocket door) throws IOException {
        this.door = door;
        this.tray = new PaperTray(settings.folder());
        this.machine =
                new Machine(event -> {
                    if (event instanceof PrinterEvent.Complaint(String about)
                            && complaints.size() < COMPLAINTS_MAX) {
                        complaints.add(about);
                    }
                    settings.watcher().accept(event);
                });
        settings.faults().forEach(fault -> machine.fault(fault, true));
        var interpreter = new Interpreter(machine, new PrintHead(machine, settings.dots(), tray));
        this.worker =
                settings.threads()
                        .newThread(() -> {
                            try {
                                interpreter.run();
                            } catch (InterruptedException e) {
                                // switched off
                            }
                        });
        this.porter = settings.threads().newThread(this::welcomeHosts);
    }

    /**
     * Switches the printer on.
     *
     * @throws IOException when the port is taken or the folder cannot be used
     */
    public static SimulatedPrinter start(Settings settings) throws IOException {
        var door = new ServerSocket();
        try {
            door.bind(
                    new InetSocketAddress(InetAddress.getByName(settings.host()), settings.port()));
            var printer = new SimulatedPrinter(settings, door);
            printer.worker.start();
            printer.porter.start();
            return printer;
        } catch (IOException | RuntimeException e) {
            door.close();
            throw e;
        }
    }

    public int port() {
        return door.getLocalPort();
    }

    public String host() {
        return door.getInetAddress().getHostAddress();
    }

    /** The newest 200 papers, oldest first. */
    public List<Paper> papers() {
        return tray.papers();
    }

    /** What hosts did that a careful host does not do: unknown commands, holes in tables … */
    public List<String> complaints() {
        return List.copyOf(complaints);
    }

    public void touch(Touch touch) {
        machine.sensors().touch(touch);
    }

    public void switchOn(PrinterFault fault) {
        machine.fault(fault, true);
    }

    public void switchOff(PrinterFault fault) {
        machine.fault(fault, false);
    }

    private void welcomeHosts() {
        while (!closed) {
            try (Socket socket = door.accept()) {
                guest = Optional.of(socket);
                machine.host(HostLine.over(socket));
                machine.tell(new PrinterEvent.Host(true));
                listen(socket);
            } catch (IOException e) {
                // the host broke off, or the printer is switched off
            } catch (InterruptedException e) {
                return;
            } finally {
                machine.host(HostLine.NOBODY);
                guest = Optional.empty();
                if (!closed) {
                    machine.tell(new PrinterEvent.Host(false));
                }
            }
        }
    }

    private void listen(Socket socket) throws IOException, InterruptedException {
        socket.setTcpNoDelay(true);
        InputStream in = socket.getInputStream();
        var scanner = new RealTimeScanner();
        byte[] chunk = new byte[512];
        for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
            if (machine.has(PrinterFault.MUTE)) {
                continue;
            }
            // real-time commands first: they are obeyed although the buffer may be full
            int from = 0;
            for (int at = 0; at < count; at++) {
                if (obey(scanner.next(chunk[at]))) {
                    from = at + 1;
                }
            }
            for (int at = from; at < count; at++) {
                machine.buffer().put(chunk[at]);
            }
            if (machine.has(PrinterFault.SLOW)) {
                machine.sensors().pause(SLOW_READ);
            }
        }
    }

    /** Whether it emptied the buffers, so that all bytes before it are void. */
    private boolean obey(RealTimeScanner.Found found) {
        return switch (found) {
            case RealTimeScanner.Found.Nothing() -> false;
            case RealTimeScanner.Found.Status(int which) -> {
                machine.say(machine.sensors().realTime(which));
                yield false;
            }
            case RealTimeScanner.Found.Recover(boolean clear) -> {
                if (clear) {
                    clearBuffers();
                }
                machine.sensors().recover();
                yield clear;
            }
            case RealTimeScanner.Found.Clear() -> {
                clearBuffers();
                machine.say((byte) 0x37, (byte) 0x25, (byte) 0);
                yield true;
            }
        };
    }

    private void clearBuffers() {
        machine.buffer().clear();
        machine.sensors().wake();
    }

    /** Switches the printer off; what it has not printed is lost. */
    @Override
    public void close() {
        closed = true;
        try {
            door.close();
            Optional<Socket> connected = guest;
            if (connected.isPresent()) {
                connected.get().close();
            }
        } catch (IOException e) {
            // closed as far as it can be
        }
        worker.interrupt();
        porter.interrupt();
        try {
            worker.join(PATIENCE);
            porter.join(PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
