package de.buergerkiosk.central;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.eid.simulated.server.ServerFault;
import de.buergerkiosk.ports.eid.EidResult;
import de.buergerkiosk.ports.eid.EidRight;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.Set;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In the citizen's own browser: to the card and back, with a pseudonym and nothing else. */
class CitizenSignsInByPseudonymTest {
    private static final String CLIENT = "http://127.0.0.1:24727/eID-Client?tcTokenURL=";

    @TempDir private Path folder;
    private TestKiosk kiosk = TestKiosk.ofRunningCentre();
    private HttpClient browser = HttpClient.newHttpClient();

    @BeforeEach
    void browserTrustsTheDoor() throws Exception {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        try (var in = Files.newInputStream(RunningCentre.data().resolve("trust/ca.pem"))) {
            store.setCertificateEntry(
                    "city", CertificateFactory.getInstance("X.509").generateCertificate(in));
        }
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        var tls = SSLContext.getInstance("TLS");
        tls.init(null, trust.getTrustManagers(), null);
        browser = HttpClient.newBuilder().sslContext(tls).build();
    }

    @AfterEach
    void close() {
        browser.close();
        kiosk.close();
    }

    /** As if it called from that address of this machine. */
    private HttpClient browserAt(String address) throws Exception {
        return HttpClient.newBuilder()
                .sslContext(browser.sslContext())
                .localAddress(InetAddress.getByName(address))
                .build();
    }

    private static String base() {
        return "https://localhost:" + RunningCentre.ready().device().orElseThrow().citizensPort();
    }

    private HttpResponse<String> call(String method, String address, String cookie)
            throws Exception {
        var request = HttpRequest.newBuilder(URI.create(address));
        if (!cookie.isEmpty()) {
            request.header("Cookie", cookie);
        }
        return browser.send(
                request.method(method, BodyPublishers.noBody()).build(), BodyHandlers.ofString());
    }

    private static String cookie(HttpResponse<String> answer, String name) {
        return answer.headers().allValues("Set-Cookie").stream()
                .filter(each -> each.startsWith(name + "="))
                .map(each -> each.substring(0, each.indexOf(';')))
                .findFirst()
                .orElseThrow(() -> new AssertionError(answer.headers().map().toString()));
    }

    /** A browser that came back from its eID client. */
    private record Back(String refresh, String cookie) {}

    private Back toTheCardAndBack(Citizen citizen, String card) throws Exception {
        var begun = call("POST", base() + "/sign-in", "");
        assertEquals(303, begun.statusCode(), begun.body());
        var location = begun.headers().firstValue("Location").orElseThrow();
        assertTrue(location.startsWith(CLIENT), location);
        var url =
                URI.create(
                        URLDecoder.decode(
                                location.substring(CLIENT.length()), StandardCharsets.UTF_8));
        var done = assertInstanceOf(EidResult.Done.class, citizen.identify(url, card));
        return new Back(done.refreshAddress().toString(), cookie(begun, "sign-in"));
    }

    private String account(Citizen citizen, String card) throws Exception {
        var back = toTheCardAndBack(citizen, card);
        var signedIn = call("GET", back.refresh(), back.cookie());
        assertEquals(200, signedIn.statusCode(), signedIn.body());
        return me(cookie(signedIn, "portal")).body();
    }

    private HttpResponse<String> me(String cookie) throws Exception {
        return call("GET", base() + "/portal/me", cookie);
    }

    @Test
    void theSameCardIsTheSameAccountAndAnotherCardIsAnother() throws Exception {
        try (var citizen = new Citizen(folder, kiosk, ServerFault.NONE)) {
            var first = account(citizen, "erika");
            assertEquals(Set.of(EidRight.PSEUDONYM), citizen.requiredAtTheCard());

            assertTrue(first.matches("\\{\"account\":\"[0-9a-f-]{36}\",\"v\":1}"), first);
            assertEquals(first, account(citizen, "erika"));
            assertNotEquals(first, account(citizen, "max"));
        }
    }

    @Test
    void anotherBrowserCannotFinishWhatThisOneBegan() throws Exception {
        try (var citizen = new Citizen(folder, kiosk, ServerFault.NONE)) {
            var back = toTheCardAndBack(citizen, "erika");

            assertEquals(403, call("GET", back.refresh(), "").statusCode());
            assertEquals(
                    403, call("GET", back.refresh(), "sign-in=" + "0".repeat(64)).statusCode());
            assertEquals(200, call("GET", back.refresh(), back.cookie()).statusCode());
        }
    }

    @Test
    void aRefreshAddressSignsInOnce() throws Exception {
        try (var citizen = new Citizen(folder, kiosk, ServerFault.NONE)) {
            var back = toTheCardAndBack(citizen, "erika");

            assertEquals(200, call("GET", back.refresh(), back.cookie()).statusCode());
            assertEquals(403, call("GET", back.refresh(), back.cookie()).statusCode());
        }
    }

    @Test
    void whoSignsOutIsOut() throws Exception {
        try (var citizen = new Citizen(folder, kiosk, ServerFault.NONE)) {
            var back = toTheCardAndBack(citizen, "erika");
            var cookie = cookie(call("GET", back.refresh(), back.cookie()), "portal");
            assertEquals(200, me(cookie).statusCode());

            assertEquals(204, call("POST", base() + "/portal/sign-out", cookie).statusCode());
            assertEquals(401, me(cookie).statusCode());
        }
    }

    @Test
    void strangersAreNobody() throws Exception {
        assertEquals(401, me("").statusCode());
        assertEquals(401, me("portal=" + "0".repeat(64)).statusCode());
        assertEquals(403, call("GET", base() + "/sign-in/done?id=x&proof=y", "").statusCode());
        assertEquals(404, call("GET", base() + "/eid/token?s=x", "").statusCode());
        assertEquals(404, call("GET", base() + "/v1/venues", "").statusCode());
    }

    @Test
    void cookiesStayInTheBrowserAndOnTls() throws Exception {
        try (var citizen = new Citizen(folder, kiosk, ServerFault.NONE)) {
            var back = toTheCardAndBack(citizen, "erika");
            var answer = call("GET", back.refresh(), back.cookie());

            for (var cookie : answer.headers().allValues("Set-Cookie")) {
                assertTrue(cookie.contains("HttpOnly"), cookie);
                assertTrue(cookie.contains("Secure"), cookie);
                assertTrue(cookie.contains("SameSite=Lax"), cookie);
            }
            assertFalse(answer.body().contains("portal="));
        }
    }

    @Test
    void withoutAnEidServerThePageSaysSo() throws Exception {
        var citizen = new Citizen(folder, kiosk, ServerFault.NONE);
        citizen.close();
        var answer = call("POST", base() + "/sign-in", "");

        assertEquals(503, answer.statusCode());
        assertTrue(answer.body().contains("nicht erreichbar"), answer.body());
    }

    @Test
    void whoBeginsTooOftenWaitsAndTheNeighbourDoesNot() throws Exception {
        var citizen = new Citizen(folder, kiosk, ServerFault.NONE);
        citizen.close();
        var begin =
                HttpRequest.newBuilder(URI.create(base() + "/sign-in"))
                        .POST(BodyPublishers.noBody())
                        .build();
        try (var masses = browserAt("127.0.0.77");
                var neighbour = browserAt("127.0.0.78")) {
            for (int i = 0; i < 20; i++) {
                assertEquals(503, masses.send(begin, BodyHandlers.discarding()).statusCode());
            }
            var answer = masses.send(begin, BodyHandlers.ofString());

            assertEquals(429, answer.statusCode(), answer.body());
            assertTrue(answer.headers().firstValueAsLong("Retry-After").orElse(0) > 0);
            assertTrue(answer.body().contains("in 10 Minuten wieder"), answer.body());
            assertTrue(answer.body().contains("try again in 10 minutes"), answer.body());
            assertEquals(503, neighbour.send(begin, BodyHandlers.discarding()).statusCode());
        }
    }
}
