package de.buergerkiosk.eid.simulated;

import de.buergerkiosk.eid.EidTrouble;
import de.buergerkiosk.ports.eid.EidRight;
import de.buergerkiosk.ports.eid.Person;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * The server's side of TR-03130 in memory: sessions bound to rights, each started once; identities
 * kept until they are collected once or time is over.
 */
final class EidServerInMemory {
    /** As a real server's {@code useID#tooManyOpenSessions}: one kiosk has one visit at a time. */
    static final int OPEN_SESSIONS_MAX = 16;

    private static final String BASE = "https://localhost/simulation/";

    private final Duration sessionLife;
    private final InstantSource clock;
    private final RandomGenerator chance;
    private final Map<URI, Session> waiting = new HashMap<>();
    private final Map<URI, Identity> read = new HashMap<>();

    EidServerInMemory(Duration sessionLife, InstantSource clock, RandomGenerator chance) {
        this.sessionLife = sessionLife;
        this.clock = clock;
        this.chance = chance;
    }

    /** What one session may read. */
    record Session(
            Set<EidRight> required,
            Set<EidRight> optional,
            Optional<String> transactionInfo,
            Instant expires) {
        Session {
            required = Set.copyOf(required);
            optional = Set.copyOf(optional);
        }

        /** Required rights, and of the optional ones those that the citizen granted. */
        Set<EidRight> rightsWith(Set<EidRight> granted) {
            var rights = EnumSet.noneOf(EidRight.class);
            rights.addAll(optional);
            rights.retainAll(granted);
            rights.addAll(required);
            return rights;
        }
    }

    private record Identity(Person person, Instant expires) {}

    /** The tcTokenURL of a new session; empty when too many are open. */
    synchronized Optional<URI> open(
            Set<EidRight> required, Set<EidRight> optional, String transactionInfo) {
        forgetExpired();
        if (waiting.size() >= OPEN_SESSIONS_MAX) {
            return Optional.empty();
        }
        var onlyOptional = EnumSet.noneOf(EidRight.class);
        onlyOptional.addAll(optional);
        onlyOptional.removeAll(required);
        var tcTokenUrl = URI.create(BASE + "tcToken?session=" + secret());
        waiting.put(
                tcTokenUrl,
                new Session(
                        required,
                        onlyOptional,
                        Optional.of(transactionInfo).filter(info -> !info.isBlank()),
                        clock.instant().plus(sessionLife)));
        return Optional.of(tcTokenUrl);
    }

    /** Hands the session to the one client that comes with its address. */
    synchronized Stage<Session> start(URI tcTokenUrl) {
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

    /** Keeps the identity for the one who opened the session; gives the refresh address. */
    synchronized URI keep(Person person) {
        // another secret than the session's: whoever saw the tcTokenURL cannot collect
        var refreshAddress = URI.create(BASE + "refresh?identity=" + secret() + "&ResultMajor=ok");
        read.put(refreshAddress, new Identity(person, clock.instant().plus(sessionLife)));
        return refreshAddress;
    }

    synchronized Optional<Person> collect(URI refreshAddress) {
        forgetExpired();
        return Optional.ofNullable(read.remove(refreshAddress)).map(Identity::person);
    }

    private void forgetExpired() {
        Instant now = clock.instant();
        waiting.values().removeIf(session -> !now.isBefore(session.expires()));
        read.values().removeIf(identity -> !now.isBefore(identity.expires()));
    }

    /** 32 hex digits, as TR-03130 asks of a session identifier. */
    private String secret() {
        var bytes = new byte[16];
        chance.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
