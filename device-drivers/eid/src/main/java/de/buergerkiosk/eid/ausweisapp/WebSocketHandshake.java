package de.buergerkiosk.eid.ausweisapp;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.random.RandomGenerator;

/** Connects to a WebSocket on this computer (RFC 6455, chapter 4.1). */
final class WebSocketHandshake {
    private static final String SALT = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    private static final int HEAD_MAX = 16_384;
    private static final int SWITCHING = 101;
    private static final int USUAL_PORT = 80;

    private final RandomGenerator chance;
    private final ThreadFactory threads;
    private final Duration atMost;
    private final int messageMax;

    /**
     * @param threads connect, so that a wait can end
     * @param atMost for the whole handshake
     */
    WebSocketHandshake(
            RandomGenerator chance, ThreadFactory threads, Duration atMost, int messageMax) {
        this.chance = chance;
        this.threads = threads;
        this.atMost = atMost;
        this.messageMax = messageMax;
    }

    /** Who answered. */
    sealed interface Greeting {
        record Agreed(WebSocketLine line) implements Greeting {}

        /** A web server that does not want to speak WebSocket. */
        record Refused(int status) implements Greeting {}

        /** Something else. */
        record Alien(String observed) implements Greeting {}

        /** It took the connection, and nothing came. */
        record Silent() implements Greeting {}

        record NobodyThere(String observed) implements Greeting {}
    }

    Greeting greet(URI address) throws InterruptedException {
        var socket = new Socket();
        var greeting = new FutureTask<>(() -> connect(socket, address));
        threads.newThread(greeting).start();
        boolean agreed = false;
        try {
            Greeting answer = greeting.get(atMost.toMillis(), TimeUnit.MILLISECONDS);
            agreed = answer instanceof Greeting.Agreed;
            return answer;
        } catch (TimeoutException e) {
            return new Greeting.Silent();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the handshake has a bug", e.getCause());
        } finally {
            if (!agreed) {
                close(socket);
            }
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // nobody was there anyway
        }
    }

    private Greeting connect(Socket socket, URI address) {
        int port = address.getPort() < 0 ? USUAL_PORT : address.getPort();
        try {
            socket.setTcpNoDelay(true);
            socket.connect(new InetSocketAddress(address.getHost(), port), (int) atMost.toMillis());
        } catch (SocketTimeoutException e) {
            return new Greeting.NobodyThere("no connection to " + address);
        } catch (IOException e) {
            return new Greeting.NobodyThere("nobody listens at " + address);
        }
        try {
            var nonce = new byte[16];
            chance.nextBytes(nonce);
            String key = Base64.getEncoder().encodeToString(nonce);
            socket.getOutputStream()
                    .write(request(address, port, key).getBytes(StandardCharsets.US_ASCII));
            return answer(socket, key, head(socket.getInputStream()));
        } catch (IOException e) {
            return new Greeting.Alien("hangs up");
        }
    }

    private static String request(URI address, int port, String key) {
        return "GET "
                + address.getRawPath()
                + " HTTP/1.1\r\nHost: "
                + address.getHost()
                + ":"
                + port
                // AusweisApp 1.26.2 refuses an upgrade without a User-Agent
                + "\r\nUser-Agent: Buergerkiosk\r\nUpgrade: websocket\r\nConnection: Upgrade"
                + "\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: "
                + key
                + "\r\n\r\n";
    }

    /** Byte by byte: what comes after the empty line is no head any more. */
    private static String head(InputStream in) throws IOException {
        var head = new ByteArrayOutputStream();
        for (int ends = 0; ends < 4; ) {
            int next = in.read();
            if (next < 0) {
                throw new EOFException("within the head");
            }
            head.write(next);
            if (head.size() > HEAD_MAX) {
                throw new IOException("a head without end");
            }
            ends = next == (ends % 2 == 0 ? '\r' : '\n') ? ends + 1 : next == '\r' ? 1 : 0;
        }
        return head.toString(StandardCharsets.ISO_8859_1);
    }

    private Greeting answer(Socket socket, String key, String head) throws IOException {
        String[] lines = head.split("\r\n", -1);
        if (!lines[0].matches("HTTP/1\\.1 [1-5][0-9]{2}( .*)?")) {
            return new Greeting.Alien("does not speak HTTP");
        }
        int status = Integer.parseInt(lines[0].substring(9, 12));
        if (status != SWITCHING) {
            return new Greeting.Refused(status);
        }
        String wanted = "sec-websocket-accept: " + accept(key).toLowerCase(Locale.ROOT);
        for (String line : lines) {
            if (line.toLowerCase(Locale.ROOT).replaceFirst(":\\s*", ": ").strip().equals(wanted)
                    && line.strip().endsWith(accept(key))) {
                return new Greeting.Agreed(new WebSocketLine(socket, chance, messageMax));
            }
        }
        return new Greeting.Alien("does not accept the handshake");
    }

    private static String accept(String key) {
        try {
            var digest = MessageDigest.getInstance("SHA-1");
            return Base64.getEncoder()
                    .encodeToString(
                            digest.digest((key + SALT).getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-1", e);
        }
    }
}
