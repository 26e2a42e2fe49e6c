package de.buergerkiosk.payment.zvt.simulated;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A payment terminal of which only the metal is missing: it listens for one register, talks ZVT/TCP
 * and books by PA00P015 2.2.6 to 2.2.9. It books after the register has acknowledged the result and
 * all receipts, reverses otherwise, and after that no lost message changes anything.
 */
public final class SimulatedTerminal implements RunningTerminal {
    private static final Duration CLOSE_MAX = Duration.ofSeconds(5);

    private final Settings settings;
    private final ServerSocket server;
    private final TerminalEngine engine;
    private final Thread serving;
    private volatile boolean closed;
    private volatile @Nullable Socket current;

    /** Of the connection that is open; a new one starts with nothing. */
    private volatile Inbox inbox = Inbox.real();

    /**
     * What only some terminals have.
     *
     * @param script what happens in each payment, one step after the other
     * @param ledgerFile where the ledger is kept instead of in the directory
     */
    record Extras(Set<Quirk> quirks, List<ScriptStep> script, Optional<Path> ledgerFile) {
        static final Extras NONE = new Extras(Set.of(), List.of(), Optional.empty());

        Extras {
            quirks = Set.copyOf(quirks);
            script = List.copyOf(script);
        }
    }

    /**
     * How the terminal behaves.
     *
     * @param port 0 takes a free one
     * @param directory where the ledger is kept; in memory only where absent
     * @param terminalId eight digits
     * @param password six digits, as the register has to say it
     * @param auto whether card and PIN come by themselves
     * @param delay before the card comes, and again before the PIN
     * @param cardTimeout after which the terminal stops waiting for a card or a PIN
     * @param ackTimeout after which a missing acknowledgement counts as none (T3)
     * @param listener hears what happens, on the terminal's thread; returns at once
     * @param extras beyond what every terminal has
     */
    public record Settings(
            String host,
            int port,
            Optional<Path> directory,
            TerminalFault fault,
            String terminalId,
            String password,
            boolean auto,
            Duration delay,
            Duration cardTimeout,
            Duration ackTimeout,
            ZoneId zone,
            InstantSource clock,
            ThreadFactory threads,
            Consumer<TerminalEvent> listener,
            Extras extras) {
        public static final String TERMINAL_ID = "28004869";
        public static final String PASSWORD = "123456";

        public Settings {
            if (!terminalId.matches("[0-9]{8}") || !password.matches("[0-9]{6}")) {
                throw new IllegalArgumentException("terminal id has 8 digits, the password 6");
            }
        }

        /** A free port, a ledger in memory, and a cardholder who acts at once. */
        public static Settings quick(InstantSource clock) {
            return new Settings(
                    "127.0.0.1",
                    0,
                    Optional.empty(),
                    TerminalFault.NONE,
                    TERMINAL_ID,
                    PASSWORD,
                    true,
                    Duration.ZERO,
                    Duration.ofSeconds(60),
                    Duration.ofSeconds(5),
                    ZoneId.of("Europe/Berlin"),
                    clock,
                    Thread.ofVirtual().name("terminal-", 0).factory(),
                    event -> {},
                    Extras.NONE);
        }

        public Settings on(String otherHost, int otherPort) {
            return new Settings(
                    otherHost,
                    otherPort,
                    directory,
                    fault,
                    terminalId,
                    password,
                    auto,
                    delay,
                    cardTimeout,
                    ackTimeout,
                    zone,
                    clock,
                    threads,
                    listener,
                    extras);
        }

        public Settings in(Path otherDirectory) {
            return new Settings(
                    host,
                    port,
                    Optional.of(otherDirectory),
                    fault,
                    terminalId,
                    password,
                    auto,
                    delay,
                    cardTimeout,
                    ackTimeout,
                    zone,
                    clock,
                    threads,
                    listener,
                    extras);
        }

        public Settings with(TerminalFault otherFault) {
            return new Settings(
                    host,
                    port,
                    directory,
                    otherFault,
                    terminalId,
                    password,
                    auto,
                    delay,
                    cardTimeout,
                    ackTimeout,
                    zone,
                    clock,
                    threads,
                    listener,
                    extras);
        }

        public Settings cardholder(boolean otherAuto, Duration otherDelay) {
            return new Settings(
                    host,
                    port,
                    directory,
                    fault,
                    terminalId,
                    password,
                    otherAuto,
                    otherDelay,
                    cardTimeout,
                    ackTimeout,
                    zone,
                    clock,
                    threads,
                    listener,
                    extras);
        }

        public Settings timeouts(Duration otherCardTimeout, Duration otherAckTimeout) {
            return new Settings(
                    host,
                    port,
                    directory,
                    fault,
                    terminalId,
                    password,
                    auto,
                    delay,
                    otherCardTimeout,
                    otherAckTimeout,
                    zone,
                    clock,
                    threads,
                    listener,
                    extras);
        }

        public Settings as(String otherTerminalId) {
            return new Settings(
                    host,
                    port,
                    directory,
                    fault,
                    otherTerminalId,
                    password,
                    auto,
                    delay,
                    cardTimeout,
                    ackTimeout,
                    zone,
                    clock,
                    threads,
                    listener,
                    extras);
        }

        public Settings heardBy(Consumer<TerminalEvent> otherListener) {
            return new Settings(
                    host,
                    port,
                    directory,
                    fault,
                    terminalId,
                    password,
                    auto,
                    delay,
                    cardTimeout,
                    ackTimeout,
                    zone,
                    clock,
                    threads,
                    otherListener,
                    extras);
        }

        public Settings protectedBy(String otherPassword) {
            return new Settings(
                    host,
                    port,
                    directory,
                    fault,
                    terminalId,
                    otherPassword,
                    auto,
                    delay,
                    cardTimeout,
                    ackTimeout,
                    zone,
                    clock,
                    threads,
                    listener,
                    extras);
        }

        Settings with(Extras otherExtras) {
            return new Settings(
                    host,
                    port,
                    directory,
                    fault,
                    terminalId,
                    password,
                    auto,
                    delay,
                    cardTimeout,
                    ackTimeout,
                    zone,
                    clock,
                    threads,
                    listener,
                    otherExtras);
        }

        public Settings with(Set<Quirk> quirks) {
            return with(new Extras(quirks, extras.script(), extras.ledgerFile()));
        }
    }

    private SimulatedTerminal(Settings settings, ServerSocket server, TerminalEngine engine) {
        this.settings = settings;
        this.server = server;
        this.engine = engine;
        this.serving = settings.threads().newThread(this::serve);
    }

    /**
     * Starts to listen.
     *
     * @throws IOException when the port is taken or the ledger cannot be read
     */
    public static SimulatedTerminal start(Settings settings) throws IOException {
        var engine = new TerminalEngine(settings, ledger(settings));
        var server = new ServerSocket();
        server.setReuseAddress(true);
        try {
            server.bind(new InetSocketAddress(settings.host(), settings.port()));
        } catch (IOException taken) {
            server.close();
            throw taken;
        }
        var terminal = new SimulatedTerminal(settings, server, engine);
        terminal.serving.start();
        return terminal;
    }

    static TerminalLedger ledger(Settings settings) throws IOException {
        if (settings.extras().ledgerFile().isPresent()) {
            return TerminalLedger.at(settings.extras().ledgerFile().get());
        }
        return settings.directory().isPresent()
                ? TerminalLedger.in(settings.directory().get())
                : TerminalLedger.inMemory();
    }

    public int port() {
        return server.getLocalPort();
    }

    /** All bookings and reversals, in order. */
    public List<LedgerEntry> ledger() {
        return engine.ledger();
    }

    /** Where money was taken. */
    public List<LedgerEntry> bookings() {
        return ledger().stream().filter(entry -> entry.kind() == LedgerEntry.Kind.BOOKED).toList();
    }

    /** From the next message on. */
    public void fault(TerminalFault next) {
        engine.fault(next);
    }

    /** The person before the terminal does something. */
    @Override
    public void act(CardholderAction action) {
        engine.act(action);
        inbox.add(new Happening.Acted(action));
    }

    @Override
    public TerminalEngine engine() {
        return engine;
    }

    private void serve() {
        while (!closed) {
            try (Socket register = server.accept()) {
                current = register;
                if (closed) {
                    return;
                }
                if (engine.isAway()) {
                    continue;
                }
                register.setTcpNoDelay(true);
                Inbox heard = Inbox.real();
                inbox = heard;
                settings.listener().accept(new TerminalEvent.Connected());
                var plug = new SocketPlug(register, heard);
                plug.listen(settings.threads());
                engine.serve(plug, heard);
                settings.listener().accept(new TerminalEvent.Disconnected());
            } catch (IOException broken) {
                // the register is gone, or this terminal is being closed: the loop tells
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** Stops listening and hangs up; what was not acknowledged by then is reversed when it returns. */
    @Override
    public void close() {
        closed = true;
        try (ServerSocket _ = server;
                Socket _ = current) {
            inbox.add(new Happening.HungUp());
        } catch (IOException alreadyGone) {
            // closing was all that was wanted
        }
        try {
            boolean ended = serving.join(CLOSE_MAX);
            if (!ended) {
                throw new IllegalStateException("the simulated terminal does not stop");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
