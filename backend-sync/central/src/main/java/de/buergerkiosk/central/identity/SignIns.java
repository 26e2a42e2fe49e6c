package de.buergerkiosk.central.identity;

import de.buergerkiosk.central.audit.AuditEntry;
import de.buergerkiosk.central.audit.AuditTrail;
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
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Signs citizens in to "my applications" by the pseudonym of their card: no name is read. What is
 * kept is a keyed hash of the pseudonym. A sign-in belongs to the browser that began it.
 */
public final class SignIns {
    private static final Asked PSEUDONYM_ONLY =
            new Asked(Set.of(Attribute.PSEUDONYM), Set.of(), Optional.empty(), Optional.empty());
    private static final String TRANSACTION = "Anmeldung bei „Meine Anträge“";
    private static final Duration SIGNED_IN = Duration.ofMinutes(15);
    private static final int SECRET_BYTES = 32;

    private final EidServer server;
    private final PortalAccounts accounts;
    private final PseudonymKey key;
    private final AuditTrail audit;
    private final Supplier<URI> base;
    private final Limits limits;
    private final InstantSource clock;
    private final SecureRandom chance;
    private final ResultFetch results;
    private final Map<UUID, Open> open = new HashMap<>();

    private record Open(EidSession session, String browserSecretHash) {}

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
        this.results = new ResultFetch(server, limits, Pauses::pause);
    }

    public SignInOutcome begin() throws InterruptedException {
        var now = clock.instant();
        synchronized (open) {
            open.values().removeIf(each -> each.session().isExpired(now));
            if (open.size() >= limits.sessionsMax()) {
                return new SignInOutcome.Refused(IdentityRefusal.EID_SERVER_BUSY);
            }
        }
        return switch (server.useId(PSEUDONYM_ONLY, TRANSACTION)) {
            case EidServer.UseId.Busy() ->
                    new SignInOutcome.Refused(IdentityRefusal.EID_SERVER_BUSY);
            case EidServer.UseId.Failed(var trouble) ->
                    new SignInOutcome.Refused(trouble.refusal());
            case EidServer.UseId.Opened opened -> {
                var session =
                        new EidSession(PSEUDONYM_ONLY, opened, now.plus(limits.life()), chance);
                var secret = secret();
                synchronized (open) {
                    open.put(session.id(), new Open(session, hash(secret)));
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
        Optional<Open> found;
        synchronized (open) {
            found = Optional.ofNullable(open.get(id));
        }
        if (found.isEmpty() || found.get().session().isExpired(clock.instant())) {
            return refused(id, IdentityRefusal.UNKNOWN_IDENTIFICATION);
        }
        var session = found.get().session();
        if (!session.proves(proof) || !isSame(found.get().browserSecretHash(), browserSecret)) {
            return refused(id, IdentityRefusal.NOT_YOURS);
        }
        if (session.begin() != EidSession.Stage.WAITING) {
            return refused(id, IdentityRefusal.DELIVERED_BEFORE);
        }
        boolean again = false;
        try {
            return switch (results.fetch(session)) {
                case EidServer.Result.Identified(var identity)
                        when identity.values().containsKey(Attribute.PSEUDONYM) ->
                        signedIn(identity.values().getOrDefault(Attribute.PSEUDONYM, ""));
                case EidServer.Result.Identified _ ->
                        refused(id, IdentityRefusal.EID_SERVER_FAULTY);
                case EidServer.Result.NotYet() -> {
                    again = true;
                    yield refused(id, IdentityRefusal.NOT_YET);
                }
                case EidServer.Result.InvalidDocument() ->
                        refused(id, IdentityRefusal.CARD_REFUSED);
                case EidServer.Result.Ended _ -> refused(id, IdentityRefusal.ENDED_WITHOUT);
                case EidServer.Result.Failed(var trouble) -> refused(id, trouble.refusal());
            };
        } finally {
            if (again) {
                session.again();
            } else {
                session.over();
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

    private SignInOutcome refused(UUID id, IdentityRefusal refusal) {
        note("portal-refused", id.toString(), refusal.wireName());
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
