package de.buergerkiosk.eid.simulated;

import de.buergerkiosk.eid.EidTrouble;
import de.buergerkiosk.eid.simulated.client.NetworkLine;
import de.buergerkiosk.eid.simulated.client.ServerLine;
import de.buergerkiosk.eid.simulated.client.ServerTrouble;
import de.buergerkiosk.eid.simulated.client.ServerTrouble.Kind;
import de.buergerkiosk.eid.simulated.eac.Bytes;
import de.buergerkiosk.eid.simulated.paos.TcToken;
import de.buergerkiosk.eid.simulated.pki.CountrySigner;
import de.buergerkiosk.eid.simulated.pki.TestCvPki;
import de.buergerkiosk.eid.simulated.server.IdentityRequest;
import de.buergerkiosk.eid.simulated.server.Refusal;
import de.buergerkiosk.eid.simulated.server.ServerFault;
import de.buergerkiosk.eid.simulated.server.ServerSettings;
import de.buergerkiosk.eid.simulated.server.TestEidServer;
import de.buergerkiosk.eid.simulated.server.TestEidServer.Collected;
import de.buergerkiosk.ports.eid.EidRequest;
import de.buergerkiosk.ports.eid.Person;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * The test eID server in this process, with the PKI that it and the example cards share. Made when it
 * is first needed, and anew when its certificates have run out.
 */
final class EidServerInMemory {
    /** As a real server's {@code useID#tooManyOpenSessions}: one kiosk has one visit at a time. */
    static final int OPEN_SESSIONS_MAX = 16;

    /** Beside those that wait: started ones, and results that nobody has fetched yet. */
    private static final int ALL_SESSIONS_MAX = 4 * OPEN_SESSIONS_MAX;

    private static final URI BASE = URI.create("https://localhost/simulation");
    private static final String REFRESH = BASE + "/refresh?identity=";
    private static final String ALL_WELL = "&ResultMajor=ok";

    private final Duration sessionLife;
    private final ZoneId zone;
    private final InstantSource clock;
    private final RandomGenerator chance;
    private final Map<URI, Session> waiting = new HashMap<>();
    private Optional<House> house = Optional.empty();

    EidServerInMemory(
            Duration sessionLife, ZoneId zone, InstantSource clock, RandomGenerator chance) {
        this.sessionLife = sessionLife;
        this.zone = zone;
        this.clock = clock;
        this.chance = chance;
    }

    /** The server, and what it and the cards have in common. */
    record House(TestCvPki pki, TestEidServer server, CardMaker cards) {}

    /** A session that its client has come for; without an id it is another server's. */
    record Session(String id, URI tcTokenUrl, Instant expires) {}

    synchronized House house() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        House now =
                house.filter(known -> known.pki().isValidOn(today)).orElseGet(() -> built(today));
        house = Optional.of(now);
        return now;
    }

    private House built(LocalDate today) {
        TestCvPki pki = TestCvPki.create(TestCvPki.HOUSE, today);
        CountrySigner country = CountrySigner.create(TestCvPki.HOUSE, today);
        var settings =
                new ServerSettings(
                        BASE,
                        URI.create(BASE + "/paos"),
                        false,
                        ServiceDescription.shipped(),
                        sessionLife,
                        ALL_SESSIONS_MAX,
                        zone);
        return new House(
                pki,
                new TestEidServer(settings, pki, country, clock, chance, ServerFault.NONE),
                new CardMaker(pki, country));
    }

    /** The tcTokenURL of a new session; empty when too many are open. */
    synchronized Optional<URI> open(EidRequest wish) {
        forgetExpired();
        if (waiting.size() >= OPEN_SESSIONS_MAX) {
            return Optional.empty();
        }
        return house().server()
                .open(IdentityRequest.of(wish))
                .map(opened -> {
                    waiting.put(
                            opened.tcTokenUrl(),
                            new Session(
                                    opened.session(),
                                    opened.tcTokenUrl(),
                                    clock.instant().plus(sessionLife)));
                    return opened.tcTokenUrl();
                });
    }

    /**
     * Hands the session to the one client that comes with its address. A session of another server
     * is only known to that server.
     */
    synchronized Stage<Session> start(URI tcTokenUrl) {
        if (!tcTokenUrl.toString().startsWith(BASE.toString())) {
            return Stage.reached(new Session("", tcTokenUrl, clock.instant().plus(sessionLife)));
        }
        Session session = waiting.remove(tcTokenUrl);
        if (session == null) {
            return Stage.stopped(EidTrouble.SESSION_UNKNOWN);
        }
        return expired(session)
                ? Stage.stopped(EidTrouble.SESSION_EXPIRED)
                : Stage.reached(session);
    }

    boolean expired(Session session) {
        return !clock.instant().isBefore(session.expires());
    }

    private void forgetExpired() {
        waiting.values().removeIf(this::expired);
    }

    /** Why the server has ended that session, if it has. */
    Optional<Refusal> refusal(Session session) {
        return house().server().refusal(session.id());
    }

    /** Nobody will fetch what came of that session. */
    void abandon(Session session) {
        house().server().abandon(session.id());
    }

    /** The refresh address as the client hands it on when all went well (TR-03124-1, 2.8). */
    static URI done(URI refreshAddress) {
        return URI.create(refreshAddress + ALL_WELL);
    }

    Optional<Person> collect(URI refreshAddress) {
        String address = refreshAddress.toString();
        if (!address.startsWith(REFRESH) || !address.endsWith(ALL_WELL)) {
            return Optional.empty();
        }
        String identity = address.substring(REFRESH.length(), address.length() - ALL_WELL.length());
        return house().server()
                .collect(identity)
                .flatMap(collected ->
                        switch (collected) {
                            case Collected.Identity(var result) -> Optional.of(result.identified());
                            case Collected.Refused _ -> Optional.empty();
                        });
    }

    /** Where no line is, no TLS is: our own server's messages go from hand to hand. */
    ServerLine line(Session session) {
        if (session.id().isEmpty()) {
            return new NetworkLine(new SecureRandom());
        }
        TestEidServer server = house().server();
        return new ServerLine() {
            @Override
            public String tcToken(URI tcTokenUrl) throws ServerTrouble {
                return server.tcToken(session.id())
                        .orElseThrow(() -> new ServerTrouble(Kind.SESSION, "no such session"));
            }

            @Override
            public String exchange(TcToken token, String message) {
                return server.answer(Optional.of(session.id()), message).document();
            }

            @Override
            public Set<Bytes> tlsHashes() {
                return Set.of();
            }

            @Override
            public void close() {
                // nothing was opened
            }
        };
    }
}
