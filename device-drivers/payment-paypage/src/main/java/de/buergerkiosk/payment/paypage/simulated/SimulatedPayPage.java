package de.buergerkiosk.payment.paypage.simulated;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;

/**
 * A payment provider on loopback. Strict about tokens and requests; the page is for a browser, and
 * so are the buttons on it.
 */
public final class SimulatedPayPage implements AutoCloseable {
    /** Who asks, unless the settings say otherwise. */
    public static final String CLIENT = "kiosk-demo";

    /** As public as a simulator's secret can be. */
    public static final String SECRET = "demo-secret";

    private static final int BACKLOG = 50;

    private final HttpServer server;
    private final ExecutorService threads;
    private final PageBooks books;
    private final ProviderDoor door;

    /**
     * How it runs.
     *
     * @param port 0 takes a free one
     * @param citizen pays or cancels by itself, or waits for a press
     * @param out folder of {@code paypage-ledger.jsonl}; empty: in memory only
     * @param changed hears of every change in the books
     */
    public record Settings(
            String host,
            int port,
            PageFault fault,
            Citizen citizen,
            Optional<Path> out,
            InstantSource clock,
            ThreadFactory threads,
            Consumer<PageEntry> changed) {
        /** On a free port of loopback, with a citizen who presses nothing. */
        public static Settings quick(InstantSource clock) {
            return new Settings(
                    "127.0.0.1",
                    0,
                    PageFault.NONE,
                    new Citizen.Waits(),
                    Optional.empty(),
                    clock,
                    Thread.ofVirtual().factory(),
                    _ -> {});
        }

        /** The same with that citizen. */
        public Settings with(Citizen other) {
            return new Settings(host, port, fault, other, out, clock, threads, changed);
        }

        /** The same with books in that folder. */
        public Settings in(Path folder) {
            return new Settings(
                    host, port, fault, citizen, Optional.of(folder), clock, threads, changed);
        }
    }

    /** Who holds the telephone. */
    public sealed interface Citizen {
        /** Presses when somebody presses. */
        record Waits() implements Citizen {}

        /** Pays by itself, that long after the page was opened. */
        record Pays(Duration after) implements Citizen {}

        /** Breaks off by itself. */
        record Cancels(Duration after) implements Citizen {}
    }

    private SimulatedPayPage(HttpServer server, ExecutorService threads, Settings settings)
            throws IOException {
        this.server = server;
        this.threads = threads;
        if (settings.out().isPresent()) {
            Files.createDirectories(settings.out().get());
        }
        this.books =
                new PageBooks(
                        settings.clock(),
                        settings.out().map(folder -> folder.resolve("paypage-ledger.jsonl")),
                        settings.changed());
        this.door = new ProviderDoor(books, base(settings.host()), settings, threads);
        server.setExecutor(threads);
        server.createContext("/", door);
        server.start();
    }

    /** Listens when this returns. */
    public static SimulatedPayPage start(Settings settings) throws IOException {
        var server =
                HttpServer.create(new InetSocketAddress(settings.host(), settings.port()), BACKLOG);
        return new SimulatedPayPage(
                server, Executors.newThreadPerTaskExecutor(settings.threads()), settings);
    }

    private String base(String host) {
        return "http://" + host + ":" + server.getAddress().getPort();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** The interface for registers. */
    public String api() {
        return door.base() + "/xbezahldienste";
    }

    /** Where tokens are given out. */
    public String tokens() {
        return door.base() + "/token";
    }

    /** Where telephones go after paying. */
    public String thanks() {
        return door.base() + "/thanks";
    }

    public void fault(PageFault fault) {
        door.fault(fault);
    }

    /** Presses on the page that is open last; false where none is. */
    public boolean press(boolean pay) {
        return books.latestOpen().filter(entry -> door.press(entry, pay)).isPresent();
    }

    /** Every transaction, oldest first. */
    public List<PageEntry> entries() {
        return books.all();
    }

    /** What was paid, in cents. */
    public List<Long> paid() {
        return books.all().stream()
                .filter(entry -> entry.state().equals("PAYED"))
                .map(PageEntry::amountCents)
                .toList();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
