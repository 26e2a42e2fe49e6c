package de.buergerkiosk.eid.identify;

import de.buergerkiosk.eid.EidTrouble;
import de.buergerkiosk.eid.simulated.ServiceDescription;
import de.buergerkiosk.eid.simulated.eac.Chat;
import de.buergerkiosk.eid.simulated.server.IdentityRequest;
import de.buergerkiosk.eid.simulated.server.NetworkedEidServer;
import de.buergerkiosk.eid.simulated.server.Refusal;
import de.buergerkiosk.eid.simulated.server.ServerFault;
import de.buergerkiosk.eid.simulated.server.TestEidServer.Collected;
import de.buergerkiosk.ports.eid.EidRequest;
import de.buergerkiosk.ports.eid.EidService;
import de.buergerkiosk.ports.eid.Person;
import java.io.IOException;
import java.net.URI;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ThreadFactory;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A test eID server of a command's own, for the virtual cards of the house. */
public final class LocalEidServer implements EidService, AutoCloseable {
    private static final Pattern IDENTITY =
            Pattern.compile("(?:^|&)identity=([0-9a-f]{32})(?:&|$)");

    private final NetworkedEidServer server;
    private Optional<String> session = Optional.empty();

    private LocalEidServer(NetworkedEidServer server) {
        this.server = server;
    }

    /** At a free port of this computer. */
    public static LocalEidServer start(
            InstantSource clock, SecureRandom chance, ThreadFactory threads) throws IOException {
        var nothing =
                new IdentityRequest(
                        new Chat(0),
                        new Chat(0),
                        OptionalInt.empty(),
                        Optional.empty(),
                        Optional.empty());
        return new LocalEidServer(
                NetworkedEidServer.start(
                        new NetworkedEidServer.Start(
                                0,
                                false,
                                nothing,
                                ServerFault.NONE,
                                ServiceDescription.shipped(),
                                ZoneId.of("Europe/Berlin")),
                        clock,
                        chance,
                        threads));
    }

    /** Hex, for the settings of a client. */
    public String trustAnchor() {
        return server.server().trustAnchor().hex();
    }

    @Override
    public Opening open(EidRequest request) {
        var opened = server.server().open(IdentityRequest.of(request));
        session = opened.map(o -> o.session());
        return opened.<Opening>map(o -> new Opening.Opened(o.tcTokenUrl()))
                .orElseGet(() -> new Opening.Unavailable(EidTrouble.SERVER_BUSY.fault()));
    }

    /** Why the server itself ended the last session; clients only hear that it did. */
    public Optional<Refusal> refusal() {
        return session.flatMap(server.server()::refusal);
    }

    @Override
    public Delivery collect(URI refreshAddress) {
        Matcher query = IDENTITY.matcher(String.valueOf(refreshAddress.getRawQuery()));
        Optional<Person> person =
                query.find()
                        ? server.server()
                                .collect(query.group(1))
                                .filter(Collected.Identity.class::isInstance)
                                .map(Collected.Identity.class::cast)
                                .map(identity -> identity.result().identified())
                        : Optional.empty();
        return person.<Delivery>map(Delivery.Delivered::new).orElseGet(LocalEidServer::nothing);
    }

    private static Delivery nothing() {
        var ended = EidTrouble.SESSION_UNKNOWN.ended();
        return new Delivery.Refused(ended.reason(), ended.fault());
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
