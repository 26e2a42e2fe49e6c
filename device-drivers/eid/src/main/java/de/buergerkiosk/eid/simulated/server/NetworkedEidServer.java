package de.buergerkiosk.eid.simulated.server;

import de.buergerkiosk.eid.simulated.pki.CertificateDescription;
import de.buergerkiosk.eid.simulated.pki.CountrySigner;
import de.buergerkiosk.eid.simulated.pki.TestCvPki;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import java.util.function.Function;
import javax.net.ssl.SSLSocket;

/** The test eID server behind real TLS on this computer, for eID clients of other people. */
public final class NetworkedEidServer implements AutoCloseable {
    private static final Duration SESSION_LIFE = Duration.ofMinutes(5);
    private static final int SESSIONS_MAX = 256;

    private final TestEidServer server;
    private final URI base;
    private final List<EidServerDoor> doors;

    private NetworkedEidServer(TestEidServer server, URI base, List<EidServerDoor> doors) {
        this.server = server;
        this.base = base;
        this.doors = doors;
    }

    /**
     * How it is to start.
     *
     * @param port 0 takes a free one
     * @param psk whether a second port takes the client's messages under a pre-shared key
     * @param usual what is asked for when a client comes without a session
     * @param description who asks; the addresses and hashes in it are filled in here
     */
    public record Start(
            int port,
            boolean psk,
            IdentityRequest usual,
            ServerFault fault,
            CertificateDescription description,
            ZoneId zone) {}

    public static NetworkedEidServer start(
            Start start, InstantSource clock, SecureRandom chance, ThreadFactory threads)
            throws IOException {
        ServerSocket listening = EidServerDoor.listen(start.port());
        try {
            return start(start, listening, clock, chance, threads);
        } catch (IOException e) {
            listening.close();
            throw e;
        }
    }

    private static NetworkedEidServer start(
            Start start,
            ServerSocket listening,
            InstantSource clock,
            SecureRandom chance,
            ThreadFactory threads)
            throws IOException {
        TlsIdentity identity = TlsIdentity.create(clock.instant(), chance);
        URI base = URI.create("https://localhost:" + listening.getLocalPort());
        Optional<ServerSocket> second =
                start.psk() ? Optional.of(EidServerDoor.listen(0)) : Optional.empty();
        URI paos =
                second.map(socket -> URI.create("https://localhost:" + socket.getLocalPort()))
                        .orElse(base)
                        .resolve("/paos");
        LocalDate today = LocalDate.ofInstant(clock.instant(), start.zone());
        var server =
                new TestEidServer(
                        new ServerSettings(
                                base,
                                paos,
                                start.psk(),
                                here(start.description(), base, identity),
                                SESSION_LIFE,
                                SESSIONS_MAX,
                                start.zone()),
                        TestCvPki.create(TestCvPki.HOUSE, today),
                        CountrySigner.create(TestCvPki.HOUSE, today),
                        clock,
                        chance,
                        start.fault());
        Function<Optional<String>, EidServerSite> sites =
                session -> new EidServerSite(server, start.usual(), start.fault(), session);
        var doors = new ArrayList<EidServerDoor>();
        doors.add(EidServerDoor.open(listening, tls(identity, sites), threads));
        second.ifPresent(socket ->
                doors.add(
                        EidServerDoor.open(
                                socket,
                                psk(new PskHandshake(identity, server::psk, chance), sites),
                                threads)));
        return new NetworkedEidServer(server, base, doors);
    }

    private static CertificateDescription here(
            CertificateDescription description, URI base, TlsIdentity identity) {
        return new CertificateDescription(
                description.issuerName(),
                description.issuerUrl(),
                description.subjectName(),
                base.toString(),
                description.termsOfUsage(),
                List.of(identity.hash()));
    }

    private static EidServerDoor.Handshake tls(
            TlsIdentity identity, Function<Optional<String>, EidServerSite> sites) {
        var factory = identity.context().getSocketFactory();
        return socket -> {
            var secured =
                    (SSLSocket)
                            factory.createSocket(
                                    socket,
                                    socket.getInetAddress().getHostAddress(),
                                    socket.getPort(),
                                    true);
            secured.setUseClientMode(false);
            secured.setEnabledProtocols(new String[] {"TLSv1.2"});
            secured.startHandshake();
            return new EidServerDoor.Channel(
                    secured.getInputStream(),
                    secured.getOutputStream(),
                    sites.apply(Optional.empty()));
        };
    }

    private static EidServerDoor.Handshake psk(
            PskHandshake handshake, Function<Optional<String>, EidServerSite> sites) {
        return (Socket socket) -> {
            PskHandshake.Agreed agreed = handshake.accept(socket);
            return new EidServerDoor.Channel(
                    agreed.protocol().getInputStream(),
                    agreed.protocol().getOutputStream(),
                    sites.apply(Optional.of(agreed.session())));
        };
    }

    public TestEidServer server() {
        return server;
    }

    /** Opens a session for the usual rights each time that it is fetched. */
    public URI tcTokenUrl() {
        return base.resolve("/tcToken");
    }

    @Override
    public void close() throws IOException {
        for (EidServerDoor door : doors) {
            door.close();
        }
    }
}
