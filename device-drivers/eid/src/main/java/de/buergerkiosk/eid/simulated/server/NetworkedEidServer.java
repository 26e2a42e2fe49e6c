package de.buergerkiosk.eid.simulated.server;

import de.buergerkiosk.eid.simulated.pki.CertificateDescription;
import de.buergerkiosk.eid.simulated.pki.CountrySigner;
import de.buergerkiosk.eid.simulated.pki.TestCvPki;
import de.buergerkiosk.eid.simulated.server.EidServerSite.Line;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
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
import java.util.function.Supplier;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** The test eID server behind real TLS on this computer, for eID clients of other people. */
public final class NetworkedEidServer implements AutoCloseable {
    private static final Duration SESSION_LIFE = Duration.ofMinutes(5);
    private static final int SESSIONS_MAX = 256;

    private final TestEidServer server;
    private final URI base;
    private final List<EidServerDoor> doors;
    private final Optional<URI> eidInterface;

    private NetworkedEidServer(
            TestEidServer server, URI base, List<EidServerDoor> doors, Optional<URI> eidInterface) {
        this.server = server;
        this.base = base;
        this.doors = doors;
        this.eidInterface = eidInterface;
    }

    /**
     * How it is to start.
     *
     * @param port 0 takes a free one
     * @param psk whether a second port takes the client's messages under a pre-shared key
     * @param usual what is asked for when a client comes without a session
     * @param description who asks; the addresses and hashes in it are filled in here
     * @param eservice where an eService is to call the eID-Interface; empty for none
     */
    public record Start(
            int port,
            boolean psk,
            IdentityRequest usual,
            ServerFault fault,
            CertificateDescription description,
            ZoneId zone,
            Optional<Eservice> eservice) {
        /** Without an eID-Interface. */
        public Start(
                int port,
                boolean psk,
                IdentityRequest usual,
                ServerFault fault,
                CertificateDescription description,
                ZoneId zone) {
            this(port, psk, usual, fault, description, zone, Optional.empty());
        }
    }

    /**
     * The eService that the server works for.
     *
     * @param folder what the two tell each other
     * @param port of the eID-Interface; 0 takes a free one
     */
    public record Eservice(Path folder, int port) {}

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
        Function<Line, EidServerSite> sites =
                line -> new EidServerSite(server, start.usual(), start.fault(), line);
        Line first = start.psk() ? new Line.PagesOnly() : new Line.Anybodys();
        var doors = new ArrayList<EidServerDoor>();
        doors.add(EidServerDoor.open(listening, tls(identity, () -> sites.apply(first)), threads));
        second.ifPresent(socket ->
                doors.add(
                        EidServerDoor.open(
                                socket,
                                psk(new PskHandshake(identity, server::psk, chance), sites),
                                threads)));
        Optional<URI> eidInterface = Optional.empty();
        if (start.eservice().isPresent()) {
            eidInterface =
                    Optional.of(
                            openInterface(
                                    start,
                                    start.eservice().get(),
                                    server,
                                    paos,
                                    identity,
                                    doors,
                                    threads));
        }
        return new NetworkedEidServer(server, base, doors, eidInterface);
    }

    private static URI openInterface(
            Start start,
            Eservice eservice,
            TestEidServer server,
            URI paos,
            TlsIdentity identity,
            List<EidServerDoor> doors,
            ThreadFactory threads)
            throws IOException {
        var folder = new ServiceFolder(eservice.folder());
        ServerSocket socket = EidServerDoor.listen(eservice.port());
        URI address =
                URI.create("https://localhost:" + socket.getLocalPort() + EidInterfaceSite.PATH);
        var factory =
                identity.context("TLS", new ClientCertificateCheck(folder)).getSocketFactory();
        var site =
                new EidInterfaceSite(
                        new EidInterface(server, paos, start.fault()),
                        () -> folder.description(start.description(), identity.hash()),
                        start.fault());
        doors.add(
                EidServerDoor.open(
                        socket,
                        connection -> {
                            var secured = secured(factory, connection);
                            secured.setNeedClientAuth(true);
                            secured.startHandshake();
                            return new EidServerDoor.Channel(
                                    secured.getInputStream(), secured.getOutputStream(), site);
                        },
                        threads));
        folder.announce(address, identity.certificate());
        return address;
    }

    private static SSLSocket secured(SSLSocketFactory factory, Socket socket) throws IOException {
        var secured =
                (SSLSocket)
                        factory.createSocket(
                                socket,
                                socket.getInetAddress().getHostAddress(),
                                socket.getPort(),
                                true);
        secured.setUseClientMode(false);
        return secured;
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
            TlsIdentity identity, Supplier<EidServerSite> sites) {
        var factory = identity.context().getSocketFactory();
        return socket -> {
            var secured = secured(factory, socket);
            secured.setEnabledProtocols(new String[] {"TLSv1.2"});
            secured.startHandshake();
            return new EidServerDoor.Channel(
                    secured.getInputStream(), secured.getOutputStream(), sites.get());
        };
    }

    private static EidServerDoor.Handshake psk(
            PskHandshake handshake, Function<Line, EidServerSite> sites) {
        return (Socket socket) -> {
            PskHandshake.Agreed agreed = handshake.accept(socket);
            return new EidServerDoor.Channel(
                    agreed.protocol().getInputStream(),
                    agreed.protocol().getOutputStream(),
                    sites.apply(new Line.KeyedFor(agreed.session())));
        };
    }

    public TestEidServer server() {
        return server;
    }

    /** Where an eService calls useID and getResult; empty when it works for none. */
    public Optional<URI> eidInterface() {
        return eidInterface;
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
