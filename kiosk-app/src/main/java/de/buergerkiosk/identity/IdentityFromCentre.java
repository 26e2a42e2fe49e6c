package de.buergerkiosk.identity;

import de.buergerkiosk.contract.identity.Attribute;
import de.buergerkiosk.contract.identity.Identity;
import de.buergerkiosk.contract.identity.IdentityOffer;
import de.buergerkiosk.contract.identity.IdentityRefusal;
import de.buergerkiosk.contract.identity.IdentitySealBroken;
import de.buergerkiosk.contract.identity.IdentityWish;
import de.buergerkiosk.contract.identity.VisitSecret;
import de.buergerkiosk.contract.json.CanonicalJson;
import de.buergerkiosk.contract.json.Fields;
import de.buergerkiosk.contract.json.MalformedDocument;
import de.buergerkiosk.courier.CentreDoor;
import de.buergerkiosk.courier.CentreDoor.Reply;
import de.buergerkiosk.ports.Personal;
import de.buergerkiosk.ports.eid.EidRequest;
import de.buergerkiosk.ports.eid.EidResult;
import de.buergerkiosk.ports.eid.EidRight;
import de.buergerkiosk.ports.eid.EidService;
import de.buergerkiosk.ports.eid.Origin;
import de.buergerkiosk.ports.eid.Person;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;

/**
 * The eService as the kiosk reaches it, at the centre's device door. For each identification the
 * kiosk makes a key that never leaves its memory; only with it the delivered identity opens.
 */
public final class IdentityFromCentre implements EidService, AutoCloseable {
    private static final Duration CONNECT_MAX = Duration.ofSeconds(4);

    /** The centre itself waits for its eID server, for 15 seconds at most. */
    private static final Duration EXCHANGE_MAX = Duration.ofSeconds(20);

    private static final int ASKS_MAX = 2;
    private static final int ANSWER_BYTES_MAX = 96 << 10;
    private static final int REASON_BYTES_MAX = 1024;
    private static final Pattern PROOF = Pattern.compile("(?:^|&)proof=([0-9a-f]{32})(?:&|$)");
    private static final Pattern ID = Pattern.compile("(?:^|&)id=([0-9a-f-]{36})(?:&|$)");

    private final CentreDoor door;
    private Optional<Session> current = Optional.empty();

    private record Session(IdentityOffer offer, VisitSecret secret) {}

    public IdentityFromCentre(URI deviceDoor, SSLContext tls, Executor threads) {
        this(deviceDoor, tls, threads, CONNECT_MAX, EXCHANGE_MAX);
    }

    /** Waits no longer than that. */
    IdentityFromCentre(
            URI deviceDoor,
            SSLContext tls,
            Executor threads,
            Duration connectMax,
            Duration exchangeMax) {
        this.door =
                new CentreDoor(deviceDoor, tls, threads, connectMax, exchangeMax, ANSWER_BYTES_MAX);
    }

    @Override
    public synchronized Opening open(EidRequest request) throws InterruptedException {
        current = Optional.empty();
        var secret = VisitSecret.make();
        var errand = request.errand();
        var wish =
                new IdentityWish(
                        errand.visit(), errand.service(), errand.serviceVersion(), secret.open());
        return switch (door.post("/v1/identifications", wish.canonicalJson())) {
            case Reply.Unreachable(var why) ->
                    new Opening.Unavailable(CentreTrouble.DOWN.fault(why));
            case Reply.Problem problem -> new Opening.Unavailable(trouble(problem).fault());
            case Reply.Fine(var body) -> {
                try {
                    yield offered(request, IdentityOffer.parse(body.bytes()), secret);
                } catch (MalformedDocument e) {
                    yield new Opening.Unavailable(CentreTrouble.STRANGE.fault(e.field()));
                }
            }
        };
    }

    /** The centre says what will be read; a kiosk of other services must not go on. */
    private Opening offered(EidRequest request, IdentityOffer offer, VisitSecret secret) {
        var asked = offer.asked();
        if (!asked.required().equals(attributes(request.required()))
                || !asked.optional().equals(attributes(request.optional()))
                || !asked.ageOver().equals(request.ageOver())
                || !asked.placeIs().equals(request.placeIs())) {
            return new Opening.Unavailable(
                    CentreTrouble.SERVICE_UNKNOWN.fault("it asks for something else there"));
        }
        current = Optional.of(new Session(offer, secret));
        return new Opening.Opened(offer.tcTokenUrl());
    }

    private static Set<Attribute> attributes(Set<EidRight> rights) {
        var attributes = EnumSet.noneOf(Attribute.class);
        rights.forEach(right -> attributes.add(attribute(right)));
        return attributes;
    }

    static Attribute attribute(EidRight right) {
        return Attribute.valueOf(right.name());
    }

    /** Problems that the contract does not have are the centre's trouble, not the citizen's. */
    private static CentreTrouble trouble(Reply.Problem problem) {
        return IdentityRefusal.named(problem.name())
                .map(CentreTrouble::of)
                .orElseGet(
                        () -> problem.status() >= 500 ? CentreTrouble.DOWN : CentreTrouble.STRANGE);
    }

    @Override
    public synchronized Delivery collect(URI refreshAddress) throws InterruptedException {
        var query = String.valueOf(refreshAddress.getRawQuery());
        var proof = PROOF.matcher(query);
        var id = ID.matcher(query);
        if (current.isEmpty()
                || !proof.find()
                || !id.find()
                || !current.get().offer().id().toString().equals(id.group(1))
                || !Origin.of(current.get().offer().tcTokenUrl())
                        .equals(Origin.of(refreshAddress))) {
            return refused(CentreTrouble.RESULT_FOREIGN);
        }
        var session = current.get();
        current = Optional.empty();
        var json = CanonicalJson.object().put("v", 1).put("proof", proof.group(1));
        var proven = CanonicalJson.bytes(json);
        var reply = door.post(path(session, "collect"), proven);
        for (int asked = 1; asked < ASKS_MAX && isWorthAskingAgain(reply); asked++) {
            reply = door.post(path(session, "collect"), proven);
        }
        return switch (reply) {
            case Reply.Unreachable(var why) ->
                    new Delivery.Refused(
                            CentreTrouble.DOWN.reason(), CentreTrouble.DOWN.fault(why));
            case Reply.Problem problem -> refused(trouble(problem));
            case Reply.Fine(var body) -> opened(session, body.bytes());
        };
    }

    /** A result that is late, or a line that hiccups, is no reason to have card and PIN again. */
    private static boolean isWorthAskingAgain(Reply reply) {
        return switch (reply) {
            case Reply.Unreachable _ -> true;
            case Reply.Problem problem -> trouble(problem) == CentreTrouble.RESULT_LATE;
            case Reply.Fine _ -> false;
        };
    }

    private static Delivery opened(Session session, byte[] sealed) {
        try {
            var identity =
                    session.secret()
                            .open(
                                    new String(sealed, StandardCharsets.US_ASCII),
                                    session.offer().id());
            return new Delivery.Delivered(person(identity));
        } catch (IdentitySealBroken e) {
            return new Delivery.Refused(
                    CentreTrouble.RESULT_SEALED.reason(),
                    CentreTrouble.RESULT_SEALED.fault(String.valueOf(e.getMessage())));
        }
    }

    private static Person person(Identity identity) {
        var attributes = new EnumMap<EidRight, Personal<String>>(EidRight.class);
        for (var right : EidRight.values()) {
            var value = identity.values().get(attribute(right));
            if (value != null) {
                attributes.put(right, Personal.of(value));
            }
        }
        return new Person(
                attributes,
                identity.address()
                        .map(a ->
                                Personal.of(
                                        new Person.Address(
                                                a.street(), a.zipCode(), a.city(), a.country()))));
    }

    @Override
    public synchronized Optional<EidResult.Ended> abandon(URI tcTokenUrl)
            throws InterruptedException {
        var session = current.filter(each -> each.offer().tcTokenUrl().equals(tcTokenUrl));
        if (session.isEmpty()) {
            return Optional.empty();
        }
        current = Optional.empty();
        var json = CanonicalJson.object().put("v", 1);
        return switch (door.post(path(session.get(), "end"), CanonicalJson.bytes(json))) {
            case Reply.Fine(var body) -> cardRefused(body.bytes());
            // the centre forgets it by itself
            case Reply.Problem _, Reply.Unreachable _ -> Optional.empty();
        };
    }

    private static Optional<EidResult.Ended> cardRefused(byte[] json) {
        try {
            var reason =
                    Fields.of(CanonicalJson.read(json, REASON_BYTES_MAX)).version(1).text("reason");
            return reason.equals(IdentityRefusal.CARD_REFUSED.wireName())
                    ? Optional.of(CentreTrouble.CARD_REFUSED.ended())
                    : Optional.empty();
        } catch (MalformedDocument e) {
            return Optional.empty();
        }
    }

    private static String path(Session session, String what) {
        return "/v1/identifications/" + session.offer().id() + "/" + what;
    }

    private static Delivery refused(CentreTrouble trouble) {
        return new Delivery.Refused(trouble.reason(), trouble.fault());
    }

    @Override
    public void close() {
        door.close();
    }
}
