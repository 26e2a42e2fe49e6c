package de.buergerkiosk.central.mail.simulated;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;

/**
 * A mail server with no network behind it. It is strict about RFC 5321: order of commands, line ends,
 * lengths; and it keeps a mail before it says 250, as a real one does.
 */
public final class SimulatedMailServer implements AutoCloseable {
    private final ServerSocket door;
    private final MailFault fault;
    private final Optional<Path> folder;
    private final Witness witness;
    private final Optional<SSLContext> tls;
    private final List<TakenMail> taken = new CopyOnWriteArrayList<>();
    private final Set<String> greeted = ConcurrentHashMap.newKeySet();
    private final Set<Socket> lines = ConcurrentHashMap.newKeySet();

    /** Where a dialogue is; the witness is told before the server goes on. */
    public enum Stage {
        CONNECTED,
        MAIL,
        RECIPIENT,
        DATA,
        /** In the middle of a mail's text. */
        TEXT,
        /** The last dot has come, nothing is kept yet. */
        DOT,
        /** Kept, and not answered yet. */
        KEPT,
        /** 250 is on the wire. */
        ANSWERED
    }

    /** Sees each stage, in the thread of the line; the server waits for it. */
    @FunctionalInterface
    public interface Witness {
        void at(Stage stage);
    }

    private SimulatedMailServer(
            ServerSocket door,
            MailFault fault,
            Optional<Path> folder,
            Witness witness,
            Optional<SSLContext> tls) {
        this.door = door;
        this.fault = fault;
        this.folder = folder;
        this.witness = witness;
        this.tls = tls;
    }

    /**
     * Listens on loopback.
     *
     * @param port 0 for a free one
     * @param folder for the mails as files; made where missing
     */
    public static SimulatedMailServer start(
            int port, MailFault fault, Optional<Path> folder, Witness witness) throws IOException {
        return start(port, fault, folder, witness, Optional.empty());
    }

    /**
     * The same, which takes mails by STARTTLS and in no other way.
     *
     * @param tls who it proves to be
     */
    public static SimulatedMailServer encrypted(SSLContext tls) throws IOException {
        return start(0, MailFault.NONE, Optional.empty(), _ -> {}, Optional.of(tls));
    }

    private static SimulatedMailServer start(
            int port,
            MailFault fault,
            Optional<Path> folder,
            Witness witness,
            Optional<SSLContext> tls)
            throws IOException {
        if (folder.isPresent()) {
            Files.createDirectories(folder.get());
        }
        var door = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        var server = new SimulatedMailServer(door, fault, folder, witness, tls);
        Thread.ofVirtual().name("mail-door").start(server::listen);
        return server;
    }

    public int port() {
        return door.getLocalPort();
    }

    /** All mails that were kept, in their order. */
    public List<TakenMail> taken() {
        return List.copyOf(taken);
    }

    private void listen() {
        while (!door.isClosed()) {
            try {
                var line = door.accept();
                lines.add(line);
                Thread.ofVirtual().name("mail-line").start(() -> serve(line));
            } catch (IOException e) {
                // closed
                return;
            }
        }
    }

    private void serve(Socket line) {
        try (line) {
            new MailDialogue(line, this).run();
        } catch (IOException e) {
            // the client is gone; what had no end is forgotten
            return;
        } finally {
            lines.remove(line);
        }
    }

    MailFault fault() {
        return fault;
    }

    Optional<SSLContext> tls() {
        return tls;
    }

    void at(Stage stage) {
        witness.at(stage);
    }

    /** True for whoever was not here before. */
    boolean isNew(String recipient) {
        return greeted.add(recipient);
    }

    /** Durable where there is a folder. */
    synchronized void keep(String from, String to, byte[] data) {
        var mail =
                new TakenMail(
                        taken.size() + 1, from, to, new String(data, StandardCharsets.ISO_8859_1));
        folder.ifPresent(place -> write(place, mail));
        taken.add(mail);
    }

    private static void write(Path folder, TakenMail mail) {
        try {
            var name = "mail-%04d.eml".formatted(mail.serial());
            Files.write(folder.resolve(name.toLowerCase(Locale.ROOT)), mail.bytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        for (var line : lines) {
            line.close();
        }
    }
}
