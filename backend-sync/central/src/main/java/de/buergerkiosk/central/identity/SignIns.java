package de.buergerkiosk.central.identity;

import de.buergerkiosk.central.audit.AuditEntry;
import de.buergerkiosk.central.audit.AuditTrail;
import de.buergerkiosk.central.throttle.Throttle;
import de.buergerkiosk.contract.identity.Attribute;
import de.buergerkiosk.contract.identity.IdentityOffer.Asked;
import de.buergerkiosk.contract.identity.IdentityRefusal;
import de.buergerkiosk.contract.json.CanonicalJson;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Signs citizens in to "my applications" by the pseudonym of their card: no name is read. What is
 * kept is a keyed hash of the pseudonym. A sign-in belongs to the browser that began it.
 */
public final class SignIns {
    private static final Logger LOG = LoggerFactory.getLogger(SignIns.class);

    private static final Asked PSEUDONYM_ONLY =
            new Asked(Set.of(Attribute.PSEUDONYM), Set.of(), Optional.empty(), Optional.empty());
    private static final String TRANSACTION = "Anmeldung bei „Meine Anträge“";
    private static final Duration SIGNED_IN = Duration.ofMinutes(15);
    private static final int SECRET_BYTES = 32;

    /** Of one address; behind that of a mobile network or a library stand many people. */
    private static final int BEGUN_MAX = 20;

    private static final Duration BEGUN_WITHIN = Duration.ofMinutes(10);

    private final EidServer server;
    private final PortalAccounts accounts;
    private final PseudonymKey key;
    private final AuditTrail audit;
    private final Supplier<URI> base;
    private final Limits limits;
    private final InstantSource clock;
    private final SecureRandom chance;
    private final ResultFetch results;
    private final Throttle throttle;
    private final Map<UUID, Open> open = new HashMap<>();

    /** Those that ask the eID server for a session just now. */
    private int opening;

    /** Refusals that are in the trail; each is noted once, so that nobody fills the trail. */
    private record Open(EidSession session, String browserSecretHash, Set<IdentityRefusal> noted) {}

    /** What sign-ins work with. */
    public record Parts(
            EidServer server,
            PortalAccounts accounts,
            PseudonymKey key,
            AuditTrail audit,
            Supplier<URI> base,
            Limits limits) {}

    public SignIns(Parts parts, InstantSource clock, SecureRandom chance) {
        this.server = parts.server();
        this.accounts = parts.accounts();
        this.key = parts.key();
        this.audit = parts.audit();
        this.base = parts.base();
        this.limits = parts.limits();
        this.clock = clock;
        this.chance = chance;
        this.results = new ResultFetch(server, limits, clock, Pauses::pause);
        this.throttle = new Throttle(BEGUN_MAX, BEGUN_WITHIN, clock);
    }

    /**
     * Opens a session at the eID server.
     *
     * @param caller who may not begin as often as they like
     */
    public SignInOutcome begin(String caller) throws InterruptedException {
        synchronized (open) {
            var hindrance = hindrance(caller);
            if (hindrance.isPresent()) {
                return hindrance.get();
            }
            throttle.count(caller);
            opening++;
        }
        try {
            return opened();
        } finally {
            synchronized (open) {
                opening--;
            }
        }
    }

    private Optional<SignInOutcome> hindrance(String caller) {
        var now = clock.instant();
        var wait = throttle.wait(caller);
        if (wait.isPresent()) {
            return wait.map(SignInOutcome.TooOften::new);
        }
        open.values().removeIf(each -> each.session().isExpired(now));
        if (open.size() + opening < limits.sessionsMax()) {
            return Optional.empty();
        }
        // with none kept yet all are just being opened
        var firstEnds =
                open.values().stream()
                        .map(each -> each.session().expires())
                        .min(Comparator.naturalOrder())
                        .orElse(now.plus(limits.life()));
        return Optional.of(new SignInOutcome.TooMany(Duration.between(now, firstEnds)));
    }

    private SignInOutcome opened() throws InterruptedException {
        return switch (server.useId(PSEUDONYM_ONLY, TRANSACTION)) {
            case EidServer.UseId.Busy() ->
                    new SignInOutcome.Refused(IdentityRefusal.EID_SERVER_BUSY);
            case EidServer.UseId.Failed(var trouble) ->
                    new SignInOutcome.Refused(trouble.refusal());
            case EidServer.UseId.Opened opened -> {
                var session =
                        new EidSession(
                                PSEUDONYM_ONLY,
                                opened,
                                clock.instant().plus(limits.life()),
                                chance);
                var secret = secret();
                synchronized (open) {
                    open.put(
                            session.id(),
                            new Open(session, hash(secret), EnumSet.noneOf(IdentityRefusal.class)));
                }
                yield new SignInOutcome.Begun(session.tcTokenUrl(base.get()), secret);
            }
        };
    }

    /** The TCToken behind a tcTokenURL; once. */
    public Optional<String> token(String secret) {
        synchronized (open) {
            return open.values().stream()
                    .map(Open::session)
                    .filter(session -> !session.isExpired(clock.instant()))
                    .filter(session -> session.hasTokenSecret(secret))
                    .findFirst()
                    .flatMap(session -> session.token(base.get(), "/sign-in/done"));
        }
    }

    /**
     * The browser comes back from its eID client.
     *
     * @param proof from the refresh address
     * @param browserSecret as {@link #begin} gave it to this browser
     */
    public SignInOutcome finish(UUID id, String proof, String browserSecret)
            throws InterruptedException {
        Optional<Open> known;
        synchronized (open) {
            known =
                    Optional.ofNullable(open.get(id))
                            .filter(each -> !each.session().isExpired(clock.instant()));
        }
        if (known.isEmpty()) {
            // anybody can think of a number: nothing of it stands in the trail
            LOG.debug("somebody came back to a sign-in that there is not");
            return new SignInOutcome.Refused(IdentityRefusal.UNKNOWN_IDENTIFICATION);
        }
        var found = known.get();
        if (!found.session().proves(proof) || !isSame(found.browserSecretHash(), browserSecret)) {
            return refused(found, IdentityRefusal.NOT_YOURS);
        }
        if (found.session().begin() != EidSession.Stage.WAITING) {
            return refused(found, IdentityRefusal.DELIVERED_BEFORE);
        }
        return fetched(found);
    }

    private SignInOutcome fetched(Open found) throws InterruptedException {
        var session = found.session();
        boolean again = false;
        try {
            return switch (results.fetch(session)) {
                case EidServer.Result.Identified(var identity)
                        when identity.values().containsKey(Attribute.PSEUDONYM) ->
                        signedIn(identity.values().getOrDefault(Attribute.PSEUDONYM, ""));
                case EidServer.Result.Identified _ ->
                        refused(found, IdentityRefusal.EID_SERVER_FAULTY);
                case EidServer.Result.NotYet() -> {
                    again = true;
                    yield refused(found, IdentityRefusal.NOT_YET);
                }
                case EidServer.Result.InvalidDocument() ->
                        refused(found, IdentityRefusal.CARD_REFUSED);
                case EidServer.Result.Ended _ -> refused(found, IdentityRefusal.ENDED_WITHOUT);
                case EidServer.Result.Failed(var trouble) -> refused(found, trouble.refusal());
            };
        } finally {
            if (again) {
                session.again();
            } else {
                session.over();
                synchronized (open) {
                    open.remove(session.id());
                }
            }
        }
    }

    private SignInOutcome signedIn(String pseudonym) {
        var now = clock.instant();
        var account =
                accounts.of(
                        key.hash(pseudonym), new UUID(chance.nextLong(), chance.nextLong()), now);
        var token = secret();
        accounts.keep(hash(token), account, now, now.plus(SIGNED_IN));
        note("portal-signed-in", account.toString(), "");
        return new SignInOutcome.SignedIn(account, token);
    }

    /** Whose browser that is. */
    public Optional<UUID> who(String token) {
        return accounts.find(hash(token), clock.instant());
    }

    public void signOut(String token) {
        accounts.forget(hash(token));
    }

    private SignInOutcome refused(Open found, IdentityRefusal refusal) {
        boolean isNew;
        synchronized (open) {
            isNew = found.noted().add(refusal);
        }
        if (isNew) {
            note("portal-refused", found.session().id().toString(), refusal.wireName());
        }
        return new SignInOutcome.Refused(refusal);
    }

    private void note(String event, String subject, String detail) {
        audit.append(new AuditEntry(clock.instant(), "portal", event, subject, detail));
    }

    private String secret() {
        var bytes = new byte[SECRET_BYTES];
        chance.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static String hash(String secret) {
        return CanonicalJson.sha256(secret.getBytes(StandardCharsets.UTF_8));
    }

    private static boolean isSame(String hash, String secret) {
        return MessageDigest.isEqual(
                hash.getBytes(StandardCharsets.US_ASCII),
                hash(secret).getBytes(StandardCharsets.US_ASCII));
    }
}
