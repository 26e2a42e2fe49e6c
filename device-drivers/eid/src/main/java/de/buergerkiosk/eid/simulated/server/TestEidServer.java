package de.buergerkiosk.eid.simulated.server;

import de.buergerkiosk.eid.simulated.eac.Bytes;
import de.buergerkiosk.eid.simulated.eac.Chat;
import de.buergerkiosk.eid.simulated.eac.Malformed;
import de.buergerkiosk.eid.simulated.paos.Envelope;
import de.buergerkiosk.eid.simulated.paos.PaosMessage;
import de.buergerkiosk.eid.simulated.paos.PaosMessage.Result;
import de.buergerkiosk.eid.simulated.paos.PaosMessage.StartPaos;
import de.buergerkiosk.eid.simulated.paos.PaosMessage.StartPaosResponse;
import de.buergerkiosk.eid.simulated.paos.TcToken;
import de.buergerkiosk.eid.simulated.pki.CertificateDescription;
import de.buergerkiosk.eid.simulated.pki.CountrySigner;
import de.buergerkiosk.eid.simulated.pki.TestCvPki;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * A test eID server without its network: opens sessions (useID), hands out TCTokens, talks PAOS, and
 * gives each result once (getResult; TR-03130-1, chapter 3). Safe for several threads.
 */
public final class TestEidServer {
    private final ServerSettings settings;
    private final TestCvPki pki;
    private final CountrySigner country;
    private final InstantSource clock;
    private final RandomGenerator chance;
    private final ServerFault fault;
    private final Map<String, Session> sessions = new HashMap<>();
    private final Map<String, String> sessionsByRefresh = new HashMap<>();

    public TestEidServer(
            ServerSettings settings,
            TestCvPki pki,
            CountrySigner country,
            InstantSource clock,
            RandomGenerator chance,
            ServerFault fault) {
        this.settings = settings;
        this.pki = pki;
        this.country = country;
        this.clock = clock;
        this.chance = chance;
        this.fault = fault;
    }

    private static final class Session {
        private final IdentityRequest request;
        private final String refresh;
        private final Bytes psk;
        private final Instant expires;
        private final CertificateDescription description;
        private Optional<AuthenticationRun> run = Optional.empty();
        private boolean fetched;

        private int counter;

        Session(
                IdentityRequest request,
                String refresh,
                Bytes psk,
                Instant expires,
                CertificateDescription description) {
            this.request = request;
            this.refresh = refresh;
            this.psk = psk;
            this.expires = expires;
            this.description = description;
        }
    }

    /**
     * A session that waits for the citizen's client.
     *
     * @param session as the client knows it
     * @param result as the one knows it who fetches the result
     */
    public record Opened(String session, String result, URI tcTokenUrl, Bytes psk) {}

    /** What is behind a refresh address. */
    public sealed interface Collected {
        record Identity(IdentityResult result) implements Collected {}

        record Refused(Refusal refusal) implements Collected {}
    }

    /** The useID of this server; empty when too many sessions are open. */
    public synchronized Optional<Opened> open(IdentityRequest request) {
        return open(request, settings.description());
    }

    /** The same for a service of that description, which hands out the TCToken itself. */
    synchronized Optional<Opened> open(
            IdentityRequest request, CertificateDescription description) {
        forgetExpired();
        if (sessions.size() >= settings.sessionsMax()) {
            return Optional.empty();
        }
        String id = secret();
        // another secret than the session's: whoever saw the tcTokenURL cannot collect
        String refresh = secret();
        Bytes psk = Bytes.random(32, chance);
        sessions.put(
                id,
                new Session(
                        request,
                        refresh,
                        psk,
                        clock.instant().plus(settings.sessionLife()),
                        description));
        sessionsByRefresh.put(refresh, id);
        return Optional.of(
                new Opened(
                        id, refresh, URI.create(settings.base() + "/tcToken?session=" + id), psk));
    }

    /** 32 hexadecimal digits, as TR-03130 asks of a session identifier. */
    private String secret() {
        return Bytes.random(16, chance).hex().toLowerCase(Locale.ROOT);
    }

    private void forgetExpired() {
        Instant now = clock.instant();
        sessions.values().removeIf(session -> !now.isBefore(session.expires));
        sessionsByRefresh.values().removeIf(id -> !sessions.containsKey(id));
    }

    /** The TCToken as text; each session's once. */
    public synchronized Optional<String> tcToken(String session) {
        forgetExpired();
        Session found = sessions.get(session);
        if (found == null || found.fetched) {
            return Optional.empty();
        }
        found.fetched = true;
        if (fault == ServerFault.REPLAYED_SESSION) {
            found.run = Optional.of(newRun(found));
            found.run.get().next(new StartPaos(session));
        }
        URI refresh = URI.create(settings.base() + "/refresh?identity=" + found.refresh);
        var token =
                new TcToken(
                        settings.paos(),
                        session,
                        refresh,
                        refresh,
                        settings.psk() ? Optional.of(found.psk) : Optional.empty());
        return Optional.of(RogueAnswers.tcToken(fault, token.write()));
    }

    /** The key of the channel for that session; empty when there is no such session. */
    public synchronized Optional<Bytes> psk(String session) {
        forgetExpired();
        return Optional.ofNullable(sessions.get(session)).map(found -> found.psk);
    }

    public boolean isExpired(String session) {
        return psk(session).isEmpty();
    }

    /**
     * A message to the client's message.
     *
     * @param hint the session as the line knows it, for clients that say it only once
     * @return the answer as it goes over the line, and the session that it belongs to
     */
    public synchronized Answer answer(Optional<String> hint, String document) {
        Envelope envelope;
        try {
            envelope = Envelope.parse(document);
        } catch (Malformed e) {
            return new Answer(hint, refusal(Optional.empty(), Refusal.MESSAGE));
        }
        Optional<String> id =
                envelope.message() instanceof StartPaos(String session)
                        ? Optional.of(session)
                        : hint;
        forgetExpired();
        Optional<Session> session = id.map(sessions::get);
        Optional<String> relates = Optional.of(envelope.messageId());
        if (session.isEmpty()) {
            return new Answer(id, refusal(relates, Refusal.SESSION_UNKNOWN));
        }
        AuthenticationRun run = session.get().run.orElseGet(() -> newRun(session.get()));
        session.get().run = Optional.of(run);
        boolean first = envelope.message() instanceof StartPaos;
        PaosMessage next = run.next(envelope.message());
        String written = write(relates, next);
        return new Answer(id, first ? RogueAnswers.firstMessage(fault, written) : written);
    }

    /** The same through a channel whose key belongs to one session: it is about no other. */
    public synchronized String answerWithin(String session, String document) {
        try {
            Envelope envelope = Envelope.parse(document);
            if (envelope.message() instanceof StartPaos(String wanted) && !wanted.equals(session)) {
                return refusal(Optional.of(envelope.messageId()), Refusal.SESSION_UNKNOWN);
            }
        } catch (Malformed e) {
            // said below, like every message that is none
        }
        return answer(Optional.of(session), document).document();
    }

    /** An answer and the session that the line belongs to from now on. */
    public record Answer(Optional<String> session, String document) {}

    private String refusal(Optional<String> relates, Refusal refusal) {
        return write(
                relates, new StartPaosResponse(Result.error(refusal.minor(), refusal.meaning())));
    }

    private String write(Optional<String> relates, PaosMessage message) {
        return new Envelope("urn:uuid:" + secret(), relates, message).write();
    }

    private AuthenticationRun newRun(Session session) {
        IdentityRequest request = session.request;
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, settings.zone());
        Chat rights =
                fault == ServerFault.TOO_MANY_RIGHTS
                        ? request.required()
                        : request.required().or(request.optional());
        var terminal = TerminalIdentity.on(today, pki, session.description, rights, fault);
        return new AuthenticationRun(request, terminal, country, now, today, chance, fault);
    }

    /** The getResult of this server: once, then forgotten; empty when there is nothing (any more). */
    public synchronized Optional<Collected> collect(String refresh) {
        forgetExpired();
        String id = sessionsByRefresh.get(refresh);
        Optional<AuthenticationRun> run =
                Optional.ofNullable(id).map(sessions::get).flatMap(session -> session.run);
        Optional<Collected> collected =
                run.flatMap(r ->
                        r.result()
                                .<Collected>map(Collected.Identity::new)
                                .or(() -> r.refusal().map(Collected.Refused::new)));
        if (collected.isPresent() && id != null) {
            sessions.remove(id);
            sessionsByRefresh.remove(refresh);
        }
        return collected;
    }

    /** What a getResult comes to (TR-03130-1, 3.3.2). */
    sealed interface Fetched {
        record Done(Collected collected) implements Fetched {}

        record NotYet() implements Fetched {}

        record SessionUnknown() implements Fetched {}

        /** Not higher than the one before: a repeated call. */
        record CounterWrong() implements Fetched {}
    }

    /** The same with the counter that getResult has against repeated calls. */
    synchronized Fetched fetch(String result, int counter) {
        forgetExpired();
        String id = sessionsByRefresh.get(result);
        Session found = id == null ? null : sessions.get(id);
        if (found == null) {
            return new Fetched.SessionUnknown();
        }
        if (counter <= found.counter) {
            return new Fetched.CounterWrong();
        }
        found.counter = counter;
        if (fault == ServerFault.NO_RESULT) {
            return new Fetched.NotYet();
        }
        return collect(result).<Fetched>map(Fetched.Done::new).orElseGet(Fetched.NotYet::new);
    }

    /** Why that session ended without an identity; empty while it runs or when there is one. */
    public synchronized Optional<Refusal> refusal(String session) {
        return Optional.ofNullable(sessions.get(session))
                .flatMap(found -> found.run)
                .flatMap(AuthenticationRun::refusal);
    }

    /** Forgets that session and whatever was read in it. */
    public synchronized void abandon(String session) {
        Optional.ofNullable(sessions.remove(session))
                .ifPresent(found -> sessionsByRefresh.remove(found.refresh));
    }

    /** Trust anchor of the cards that this server can read. */
    public Bytes trustAnchor() {
        return pki.rootCertificate().encode();
    }
}
