package de.buergerkiosk.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import de.buergerkiosk.contract.identity.Attribute;
import de.buergerkiosk.contract.identity.Identity;
import de.buergerkiosk.contract.identity.IdentityOffer;
import de.buergerkiosk.contract.identity.IdentityRefusal;
import de.buergerkiosk.contract.identity.IdentitySeal;
import de.buergerkiosk.contract.identity.IdentityWish;
import de.buergerkiosk.contract.identity.VisitSecret;
import de.buergerkiosk.contract.json.CanonicalJson;
import de.buergerkiosk.ports.eid.EidRequest;
import de.buergerkiosk.ports.eid.EidRight;
import de.buergerkiosk.ports.eid.EidService.Delivery;
import de.buergerkiosk.ports.eid.EidService.Opening;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A centre that says anything at all: the kiosk never goes on with what is not this visit's. */
class CentreAnswersStrangelyTest {
    private static final UUID ID = new UUID(7, 8);
    private static final URI TOKEN = URI.create("https://centre.example:8444/eid/token?s=1");
    private static final String PROOF = "0123456789abcdef0123456789abcdef";
    private static final URI DONE =
            URI.create(
                    "https://centre.example:8444/eid/done?id="
                            + ID
                            + "&proof="
                            + PROOF
                            + "&ResultMajor=ok");
    private static final EidRequest NAME =
            new EidRequest(
                    new EidRequest.Errand("01", "parking-permit", "1.0.0", "Titel"),
                    Set.of(EidRight.FAMILY_NAMES),
                    Set.of(),
                    Optional.empty(),
                    Optional.empty());

    private final Deque<Said> next = new ArrayDeque<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private Optional<IdentityWish> wish = Optional.empty();
    private Optional<HttpServer> server = Optional.empty();
    private Optional<IdentityFromCentre> identity = Optional.empty();

    private record Said(int status, String body) {}

    private static final Said HANGS_UP = new Said(0, "");

    @BeforeEach
    void open() throws IOException, NoSuchAlgorithmException {
        var http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.setExecutor(threads);
        http.createContext(
                "/",
                exchange -> {
                    try (exchange) {
                        var body = exchange.getRequestBody().readAllBytes();
                        if (exchange.getRequestURI().getPath().equals("/v1/identifications")) {
                            wish = Optional.of(IdentityWish.parse(body));
                        }
                        var said = next.pop();
                        if (said.equals(HANGS_UP)) {
                            return;
                        }
                        var answer = said.body().getBytes(StandardCharsets.UTF_8);
                        exchange.sendResponseHeaders(said.status(), answer.length);
                        exchange.getResponseBody().write(answer);
                    }
                });
        http.start();
        server = Optional.of(http);
        // plain HTTP: what is tested here is behind TLS
        identity =
                Optional.of(
                        new IdentityFromCentre(
                                URI.create("http://127.0.0.1:" + http.getAddress().getPort()),
                                SSLContext.getDefault(),
                                threads,
                                Duration.ofSeconds(5),
                                Duration.ofSeconds(10)));
    }

    @AfterEach
    void close() {
        identity.orElseThrow().close();
        server.orElseThrow().stop(0);
        threads.shutdownNow();
    }

    private static String offer(Attribute... asked) {
        return new String(
                new IdentityOffer(
                                ID,
                                TOKEN,
                                new IdentityOffer.Asked(
                                        Set.copyOf(Arrays.asList(asked)),
                                        Set.of(),
                                        Optional.empty(),
                                        Optional.empty()),
                                Instant.parse("2026-11-24T10:00:00Z"))
                        .canonicalJson(),
                StandardCharsets.UTF_8);
    }

    private static String problem(String name) {
        return CanonicalJson.text(CanonicalJson.object().put("title", name));
    }

    private String opening(int status, String body) throws InterruptedException {
        next.add(new Said(status, body));
        return switch (identity.orElseThrow().open(NAME)) {
            case Opening.Opened(var url) -> url.toString();
            case Opening.Unavailable(var fault) -> fault.code();
        };
    }

    private Delivery delivery(int status, String body) throws InterruptedException {
        next.add(new Said(status, body));
        return identity.orElseThrow().collect(DONE);
    }

    private static String code(Delivery delivery) {
        return assertInstanceOf(Delivery.Refused.class, delivery).fault().code();
    }

    private String sealed(UUID id, VisitSecret other) {
        var erika = new Identity(Map.of(Attribute.FAMILY_NAMES, "Mustermann"), Optional.empty());
        return IdentitySeal.seal(
                erika, id, id.equals(ID) ? wish.orElseThrow().key() : other.open());
    }

    @Test
    void whatIsSealedToThisVisitIsDelivered() throws InterruptedException {
        assertEquals(TOKEN.toString(), opening(201, offer(Attribute.FAMILY_NAMES)));

        var person = delivery(200, sealed(ID, VisitSecret.make())).person().orElseThrow();
        assertEquals("Mustermann", person.attribute(EidRight.FAMILY_NAMES).orElseThrow().reveal());
    }

    @Test
    void whatIsSealedToSomebodyElseIsNot() throws InterruptedException {
        opening(201, offer(Attribute.FAMILY_NAMES));

        assertEquals(
                "EID-RESULT-SEALED",
                code(delivery(200, sealed(new UUID(1, 1), VisitSecret.make()))));
    }

    @ParameterizedTest
    @CsvSource({
        "201, {}, EID-CENTRE-STRANGE",
        "201, no JSON, EID-CENTRE-STRANGE",
        "302, '', EID-CENTRE-STRANGE",
        "500, '', EID-CENTRE-DOWN",
        "503, '{\"title\":\"later\"}', EID-CENTRE-DOWN",
        "404, '<html>', EID-CENTRE-STRANGE"
    })
    void anOfferThatIsNoneOpensNothing(int status, String body, String code)
            throws InterruptedException {
        assertEquals(code, opening(status, body));
    }

    @Test
    void aCentreThatWouldReadMoreIsNotFollowed() throws InterruptedException {
        assertEquals(
                "EID-CENTRE-SERVICE",
                opening(201, offer(Attribute.FAMILY_NAMES, Attribute.DATE_OF_BIRTH)));
        assertEquals("EID-RESULT-FOREIGN", code(identity.orElseThrow().collect(DONE)));
    }

    @ParameterizedTest
    @EnumSource
    void everyRefusalHasItsCode(IdentityRefusal refusal) throws InterruptedException {
        var expected = CentreTrouble.of(refusal).fault().code();

        assertEquals(expected, opening(409, problem(refusal.wireName())));
        opening(201, offer(Attribute.FAMILY_NAMES));
        next.add(new Said(409, problem(refusal.wireName())));
        assertEquals(expected, code(delivery(409, problem(refusal.wireName()))));
    }

    @Test
    void aResultThatIsNotThereYetIsAskedForOnceMore() throws InterruptedException {
        opening(201, offer(Attribute.FAMILY_NAMES));
        next.add(new Said(409, problem(IdentityRefusal.NOT_YET.wireName())));

        assertTrue(delivery(200, sealed(ID, VisitSecret.make())).person().isPresent());
    }

    @Test
    void aLineThatHiccupsIsNotTheCitizensTrouble() throws InterruptedException {
        opening(201, offer(Attribute.FAMILY_NAMES));
        next.add(HANGS_UP);

        assertTrue(delivery(200, sealed(ID, VisitSecret.make())).person().isPresent());
    }

    @Test
    void aLineThatStaysDownIsAskedTwiceAndNoMore() throws InterruptedException {
        opening(201, offer(Attribute.FAMILY_NAMES));
        next.addAll(List.of(HANGS_UP, HANGS_UP));

        assertEquals("EID-CENTRE-DOWN", code(delivery(200, sealed(ID, VisitSecret.make()))));
        assertEquals(1, next.size());
    }

    @Test
    void theUsualPortMayBeSaidOrLeftOut() throws InterruptedException {
        var offered =
                offer(Attribute.FAMILY_NAMES).replace("centre.example:8444", "centre.example");
        opening(201, offered);
        next.add(new Said(200, sealed(ID, VisitSecret.make())));
        var done = URI.create(DONE.toString().replace(":8444", ":443"));

        assertTrue(identity.orElseThrow().collect(done).person().isPresent());
    }

    @ParameterizedTest
    @CsvSource({
        "https://centre.example:8444/eid/done?id=00000000-0000-0007-0000-000000000008",
        "https://centre.example:8444/eid/done?proof=0123456789abcdef0123456789abcdef",
        "https://elsewhere.example:8444/eid/done?id=00000000-0000-0007-0000-000000000008&proof=0123456789abcdef0123456789abcdef",
        "https://centre.example:8444/eid/done?id=00000000-0000-0007-0000-000000000009&proof=0123456789abcdef0123456789abcdef"
    })
    void anAddressOfAnotherIdentificationIsNotEvenAsked(String address)
            throws InterruptedException {
        opening(201, offer(Attribute.FAMILY_NAMES));

        assertEquals(
                "EID-RESULT-FOREIGN", code(identity.orElseThrow().collect(URI.create(address))));
    }

    @Test
    void aDeliveryHappensOnce() throws InterruptedException {
        opening(201, offer(Attribute.FAMILY_NAMES));
        delivery(200, sealed(ID, VisitSecret.make()));

        assertEquals("EID-RESULT-FOREIGN", code(identity.orElseThrow().collect(DONE)));
    }

    @Test
    void theEndSaysWhetherTheCardWasRefused() throws InterruptedException {
        opening(201, offer(Attribute.FAMILY_NAMES));
        next.add(new Said(200, "{\"v\":1,\"reason\":\"card-refused\"}"));
        assertEquals(
                "EID-CARD-REFUSED",
                identity.orElseThrow().abandon(TOKEN).orElseThrow().fault().code());

        opening(201, offer(Attribute.FAMILY_NAMES));
        next.add(new Said(200, "{\"v\":1,\"reason\":\"ended-without\"}"));
        assertEquals(Optional.empty(), identity.orElseThrow().abandon(TOKEN));
    }

    @ParameterizedTest
    @EnumSource
    void everyRightHasItsAttribute(EidRight right) {
        assertEquals(right.name(), IdentityFromCentre.attribute(right).name());
        assertEquals(EidRight.values().length, Attribute.values().length);
    }
}
