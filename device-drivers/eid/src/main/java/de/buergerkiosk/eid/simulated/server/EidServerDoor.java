package de.buergerkiosk.eid.simulated.server;

import de.buergerkiosk.eid.simulated.server.HttpConnection.Reaction;
import de.buergerkiosk.eid.simulated.server.HttpConnection.Request;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;

/**
 * A port of the server, on this computer only: accepts connections, shakes hands, and serves the
 * site on each. Bounded in connections and in the time that a silent one may stay.
 */
final class EidServerDoor implements AutoCloseable {
    private static final int CONNECTIONS_MAX = 64;
    private static final Duration HANDSHAKE_MAX = Duration.ofSeconds(10);

    /** As long as a citizen may look for the PIN. */
    private static final Duration IDLE_MAX = Duration.ofMinutes(5);

    private final ServerSocket listening;
    private final Handshake handshake;
    private final ThreadFactory threads;
    private final Semaphore room = new Semaphore(CONNECTIONS_MAX);
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    /** How a connection becomes a channel. */
    interface Handshake {
        Channel shake(Socket socket) throws IOException;
    }

    /** A channel, and the site as it looks from there. */
    record Channel(InputStream in, OutputStream out, Site site) {}

    private EidServerDoor(ServerSocket listening, Handshake handshake, ThreadFactory threads) {
        this.listening = listening;
        this.handshake = handshake;
        this.threads = threads;
    }

    static ServerSocket listen(int port) throws IOException {
        var socket = new ServerSocket();
        socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        return socket;
    }

    static EidServerDoor open(ServerSocket socket, Handshake handshake, ThreadFactory threads) {
        var door = new EidServerDoor(socket, handshake, threads);
        threads.newThread(door::accept).start();
        return door;
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket socket = listening.accept();
                if (!room.tryAcquire()) {
                    socket.close();
                    continue;
                }
                open.add(socket);
                threads.newThread(() -> serve(socket)).start();
            } catch (IOException e) {
                // one connection less, or the door was closed
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setSoTimeout((int) HANDSHAKE_MAX.toMillis());
            socket.setTcpNoDelay(true);
            Channel channel = handshake.shake(socket);
            socket.setSoTimeout((int) IDLE_MAX.toMillis());
            converse(channel);
        } catch (IOException e) {
            // the client went away, or never spoke TLS
        } finally {
            open.remove(socket);
            room.release();
        }
    }

    private static void converse(Channel channel) throws IOException {
        var connection = new HttpConnection(channel.in(), channel.out());
        try {
            converse(connection, channel.site());
        } catch (HttpConnection.Unfit unfit) {
            connection.writeLast(unfit.answer());
        }
    }

    private static void converse(HttpConnection connection, Site site)
            throws IOException, HttpConnection.Unfit {
        Optional<Request> request = connection.read();
        while (request.isPresent()) {
            switch (site.react(request.get())) {
                case Reaction.Answer answer -> connection.write(answer);
                case Reaction.Silence _ -> {
                    // the client decides how long it listens
                }
                case Reaction.HangUp _ -> {
                    return;
                }
            }
            request = connection.read();
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
        for (Socket socket : open) {
            socket.close();
        }
    }
}
