package de.buergerkiosk.eid.simulated.client;

import de.buergerkiosk.eid.simulated.client.ServerTrouble.Kind;
import de.buergerkiosk.eid.simulated.eac.Bytes;
import de.buergerkiosk.eid.simulated.paos.Envelope;
import de.buergerkiosk.eid.simulated.paos.TcToken;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The way to an eID server on this computer, over TLS 1.2: certificates are not checked against
 * authorities but against the certificate description, as eID clients do. Other computers are
 * refused: the simulation's client speaks with nobody else's server.
 */
public final class NetworkLine implements ServerLine {
    private static final Duration ANSWER_MAX = Duration.ofSeconds(20);
    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]");

    private final SecureRandom chance;
    private final Duration answerMax;
    private final Set<Bytes> hashes = new HashSet<>();
    private Optional<Open> open = Optional.empty();

    public NetworkLine(SecureRandom chance) {
        this(chance, ANSWER_MAX);
    }

    /** Waits that long for each answer. */
    public NetworkLine(SecureRandom chance, Duration answerMax) {
        this.chance = chance;
        this.answerMax = answerMax;
    }

    private record Open(String host, int port, boolean psk, Socket socket, HttpCalls calls) {
        boolean leadsTo(URI address, boolean keyed) {
            return host.equals(address.getHost()) && port == portOf(address) && psk == keyed;
        }
    }

    private static int portOf(URI address) {
        return address.getPort() < 0 ? 443 : address.getPort();
    }

    @Override
    public String tcToken(URI tcTokenUrl) throws ServerTrouble {
        HttpCalls.Answer answer =
                call(tcTokenUrl, Optional.empty(), "", calls -> calls.get(tcTokenUrl));
        if (answer.status() != 200) {
            throw new ServerTrouble(Kind.SESSION, "no TCToken, HTTP status " + answer.status());
        }
        return answer.body();
    }

    @Override
    public String exchange(TcToken token, String message) throws ServerTrouble {
        HttpCalls.Answer answer =
                call(
                        token.serverAddress(),
                        token.psk(),
                        token.session(),
                        calls ->
                                calls.post(
                                        token.serverAddress(),
                                        message,
                                        "PAOS: ver=\"" + Envelope.PAOS + "\""));
        if (answer.status() != 200) {
            throw new ServerTrouble(Kind.BROKEN, "HTTP status " + answer.status());
        }
        return answer.body();
    }

    /** Any page of the server, such as the one behind the refresh address. */
    public String page(URI address) throws IOException {
        try {
            return call(address, Optional.empty(), "", calls -> calls.get(address)).body();
        } catch (ServerTrouble trouble) {
            throw new IOException(trouble.observed(), trouble);
        }
    }

    private interface Call {
        HttpCalls.Answer make(HttpCalls calls) throws IOException;
    }

    private HttpCalls.Answer call(URI address, Optional<Bytes> psk, String identity, Call call)
            throws ServerTrouble {
        if (!"https".equals(address.getScheme()) || !HERE.contains(address.getHost())) {
            throw new ServerTrouble(
                    Kind.UNTRUSTED, "the simulation speaks with servers on this computer only");
        }
        try {
            return call.make(channel(address, psk, identity).calls());
        } catch (HttpCalls.NotHttp e) {
            close();
            throw new ServerTrouble(Kind.BROKEN, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            close();
            throw new ServerTrouble(
                    Kind.SILENT, "the line is down: " + e.getClass().getSimpleName());
        }
    }

    private Open channel(URI address, Optional<Bytes> psk, String identity) throws IOException {
        Optional<Open> kept = open.filter(o -> o.leadsTo(address, psk.isPresent()));
        if (kept.isPresent()) {
            return kept.get();
        }
        close();
        var socket = new Socket();
        socket.connect(
                new InetSocketAddress(address.getHost(), portOf(address)),
                (int) answerMax.toMillis());
        socket.setSoTimeout((int) answerMax.toMillis());
        try {
            HttpCalls calls =
                    psk.isPresent()
                            ? TlsChannels.keyed(socket, identity, psk.get(), chance, hashes)
                            : TlsChannels.plain(socket, address.getHost(), hashes);
            var now = new Open(address.getHost(), portOf(address), psk.isPresent(), socket, calls);
            open = Optional.of(now);
            return now;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    @Override
    public Set<Bytes> tlsHashes() {
        return Set.copyOf(hashes);
    }

    @Override
    public void close() {
        open.ifPresent(line -> {
            try {
                line.socket().close();
            } catch (IOException e) {
                // it is gone either way
            }
        });
        open = Optional.empty();
    }
}
