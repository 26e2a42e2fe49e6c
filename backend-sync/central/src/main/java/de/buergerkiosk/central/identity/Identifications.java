package de.buergerkiosk.central.identity;

import de.buergerkiosk.central.audit.AuditEntry;
import de.buergerkiosk.central.audit.AuditTrail;
import de.buergerkiosk.contract.identity.Attribute;
import de.buergerkiosk.contract.identity.Identity;
import de.buergerkiosk.contract.identity.IdentityOffer;
import de.buergerkiosk.contract.identity.IdentityOffer.Asked;
import de.buergerkiosk.contract.identity.IdentityRefusal;
import de.buergerkiosk.contract.identity.IdentitySeal;
import de.buergerkiosk.contract.identity.IdentityWish;
import de.buergerkiosk.contract.identity.VisitKey;
import java.net.URI;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Identifications for kiosks. What is read follows from the service; the identity is fetched once,
 * sealed to the key that the kiosk made for it, and forgotten in the same breath: it stands in no
 * table, no log and no field. Open identifications live in this process only; after a restart the
 * citizen begins again.
 */
public final class Identifications {
    private static final Logger LOG = LoggerFactory.getLogger(Identifications.class);

    private final AskedServices services;
    private final EidServer server;
    private final AuditTrail audit;
    private final Supplier<URI> base;
    private final Limits limits;
    private final InstantSource clock;
    private final SecureRandom chance;
    private final ResultFetch results;
    private final Map<UUID, Open> open = new HashMap<>();

    private record Open(EidSession session, String kiosk, String service, VisitKey key) {}

    /** What an eService works with. */
    public record Parts(
            AskedServices services,
            EidServer server,
            AuditTrail audit,
            Supplier<URI> base,
            Limits limits) {}

    public Identifications(Parts parts, InstantSource clock, SecureRandom chance) {
        this.services = parts.services();
        this.server = parts.server();
        this.audit = parts.audit();
        this.base = parts.base();
        this.limits = parts.limits();
        this.clock = clock;
        this.chance = chance;
        this.results = new ResultFetch(server, limits, clock, Pauses::pause);
    }

    /** Opens one for that kiosk; an earlier one of the same kiosk is forgotten. */
    public OpenOutcome open(String kiosk, IdentityWish wish) throws InterruptedException {
        var known = services.of(wish.service());
        if (known.isEmpty()) {
            return refused(kiosk, IdentityRefusal.UNKNOWN_SERVICE, wish.service());
        }
        return switch (known.get()) {
            case AskedServices.Known.AsksNobody() ->
                    refused(kiosk, IdentityRefusal.NOT_NEEDED, wish.service());
            case AskedServices.Known.Asks(var service)
                    when !service.version().equals(wish.serviceVersion()) ->
                    refused(
                            kiosk,
                            IdentityRefusal.UNKNOWN_SERVICE,
                            "%s is %s here and %s at the kiosk"
                                    .formatted(
                                            wish.service(),
                                            service.version(),
                                            wish.serviceVersion()));
            case AskedServices.Known.Asks(var service) -> open(kiosk, wish, service);
        };
    }

    private OpenOutcome open(String kiosk, IdentityWish wish, ServiceAsking service)
            throws InterruptedException {
        if (!makeRoom(kiosk)) {
            return refused(kiosk, IdentityRefusal.EID_SERVER_BUSY, "too many identifications");
        }
        return switch (server.useId(service.asked(), service.title())) {
            case EidServer.UseId.Busy() ->
                    refused(kiosk, IdentityRefusal.EID_SERVER_BUSY, "the eID server is full");
            case EidServer.UseId.Failed(var trouble) ->
                    refused(kiosk, trouble.refusal(), detail(trouble));
            case EidServer.UseId.Opened opened -> {
                var session =
                        new EidSession(
                                service.asked(),
                                opened,
                                clock.instant().plus(limits.life()),
                                chance);
                note(kiosk, "identity-opened", session.id(), service.id() + " for " + wish.visit());
                synchronized (open) {
                    open.put(session.id(), new Open(session, kiosk, service.id(), wish.key()));
                }
                yield new OpenOutcome.Opened(
                        new IdentityOffer(
                                session.id(),
                                session.tcTokenUrl(base.get()),
                                service.asked(),
                                session.expires()));
            }
        };
    }

    private boolean makeRoom(String kiosk) {
        var now = clock.instant();
        synchronized (open) {
            open.values().removeIf(each -> each.session().isExpired(now));
            // one visit at a time; a delivered one stays, so that a repeated collection is known
            open.values().removeIf(each -> each.kiosk().equals(kiosk) && !each.session().isOver());
            return open.size() < limits.sessionsMax();
        }
    }

    /** The TCToken behind a tcTokenURL; once. */
    public Optional<String> token(String secret) {
        return find(each -> each.session().hasTokenSecret(secret))
                .flatMap(each -> each.session().token(base.get(), "/eid/done"));
    }

    private Optional<Open> find(Predicate<Open> wanted) {
        var now = clock.instant();
        synchronized (open) {
            return open.values().stream()
                    .filter(each -> !each.session().isExpired(now))
                    .filter(wanted)
                    .findFirst();
        }
    }

    private Optional<Open> of(UUID id) {
        return find(each -> each.session().id().equals(id));
    }

    /**
     * Delivers the identity to the kiosk that opened the identification, once.
     *
     * @param proof from the refresh address
     */
    public CollectOutcome collect(String kiosk, UUID id, String proof) throws InterruptedException {
        var found = of(id);
        if (found.isEmpty()) {
            return notCollected(kiosk, id, IdentityRefusal.UNKNOWN_IDENTIFICATION);
        }
        var session = found.get().session();
        if (!found.get().kiosk().equals(kiosk) || !session.proves(proof)) {
            LOG.warn("CEN-EID-NOT-YOURS {} asked for identification {}", kiosk, id);
            return notCollected(kiosk, id, IdentityRefusal.NOT_YOURS);
        }
        return switch (session.begin()) {
            case FETCHING -> notCollected(kiosk, id, IdentityRefusal.NOT_YET);
            case OVER -> notCollected(kiosk, id, IdentityRefusal.DELIVERED_BEFORE);
            case WAITING -> fetch(kiosk, found.get());
        };
    }

    private CollectOutcome fetch(String kiosk, Open found) throws InterruptedException {
        var session = found.session();
        boolean again = false;
        try {
            return switch (results.fetch(session)) {
                case EidServer.Result.NotYet() -> {
                    again = true;
                    yield notCollected(kiosk, session.id(), IdentityRefusal.NOT_YET);
                }
                case EidServer.Result.InvalidDocument() ->
                        notCollected(kiosk, session.id(), IdentityRefusal.CARD_REFUSED);
                case EidServer.Result.Ended(var minor) -> {
                    LOG.info(
                            "identification {} ended without an identity: {}", session.id(), minor);
                    yield notCollected(kiosk, session.id(), IdentityRefusal.ENDED_WITHOUT);
                }
                case EidServer.Result.Failed(var trouble) -> {
                    // the result may still wait there: a line that was down comes back
                    again = trouble instanceof EidServer.Trouble.Unreachable;
                    LOG.error("CEN-EID-SERVER {}: {}", session.id(), detail(trouble));
                    yield notCollected(kiosk, session.id(), trouble.refusal());
                }
                case EidServer.Result.Identified(var identity) -> deliver(kiosk, found, identity);
            };
        } finally {
            if (again) {
                session.again();
            } else {
                session.over();
            }
        }
    }

    private CollectOutcome deliver(String kiosk, Open found, Identity identity) {
        var session = found.session();
        var allowed = allowed(session.asked());
        var fitting = identity.only(allowed);
        if (!fitting.equals(identity)) {
            LOG.warn(
                    "CEN-EID-SURPLUS the eID server gave more than identification {} asked for; it"
                            + " was thrown away",
                    session.id());
        }
        if (!answersComparisons(session.asked(), fitting)) {
            LOG.error(
                    "CEN-EID-SERVER {}: no answer to a comparison that was required", session.id());
            return notCollected(kiosk, session.id(), IdentityRefusal.EID_SERVER_FAULTY);
        }
        note(kiosk, "identity-delivered", session.id(), found.service());
        return new CollectOutcome.Sealed(IdentitySeal.seal(fitting, session.id(), found.key()));
    }

    private static Set<Attribute> allowed(Asked asked) {
        var allowed = EnumSet.noneOf(Attribute.class);
        allowed.addAll(asked.required());
        allowed.addAll(asked.optional());
        return allowed;
    }

    /** A name may be missing on a card; an answer that was required may not. */
    private static boolean answersComparisons(Asked asked, Identity identity) {
        return Set.of(
                        Attribute.AGE_VERIFICATION,
                        Attribute.ADDRESS_VERIFICATION,
                        Attribute.PSEUDONYM)
                .stream()
                .filter(asked.required()::contains)
                .allMatch(identity.values()::containsKey);
    }

    /** The kiosk's client ended without an identity: why, as far as the eID server says. */
    public IdentityRefusal end(String kiosk, UUID id) throws InterruptedException {
        var found = of(id).filter(each -> each.kiosk().equals(kiosk));
        if (found.isEmpty()) {
            return IdentityRefusal.UNKNOWN_IDENTIFICATION;
        }
        var session = found.get().session();
        if (session.begin() != EidSession.Stage.WAITING) {
            return IdentityRefusal.DELIVERED_BEFORE;
        }
        synchronized (open) {
            open.remove(id);
        }
        var refusal = IdentityRefusal.ENDED_WITHOUT;
        if (session.isStarted()
                && results.once(session) instanceof EidServer.Result.InvalidDocument) {
            refusal = IdentityRefusal.CARD_REFUSED;
        }
        session.over();
        note(kiosk, "identity-ended", id, refusal.wireName());
        return refusal;
    }

    private static String detail(EidServer.Trouble trouble) {
        return switch (trouble) {
            case EidServer.Trouble.NotPrepared(var why) -> why;
            case EidServer.Trouble.Unreachable(var why) -> why;
            case EidServer.Trouble.Faulty(var why) -> why;
        };
    }

    private static OpenOutcome refused(String kiosk, IdentityRefusal refusal, String why) {
        LOG.warn("CEN-EID-REFUSED {} for {}: {}", refusal.wireName(), kiosk, why);
        return new OpenOutcome.Refused(refusal);
    }

    private CollectOutcome notCollected(String kiosk, UUID id, IdentityRefusal refusal) {
        note(kiosk, "identity-refused", id, refusal.wireName());
        return new CollectOutcome.Refused(refusal);
    }

    private void note(String kiosk, String event, UUID id, String detail) {
        audit.append(
                new AuditEntry(clock.instant(), "kiosk:" + kiosk, event, id.toString(), detail));
    }
}
