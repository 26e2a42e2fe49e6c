package de.buergerkiosk.central;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.contract.identity.Attribute;
import de.buergerkiosk.contract.identity.VisitSecret;
import de.buergerkiosk.eid.simulated.server.ServerFault;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.Set;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever the eID server does, the kiosk hears what it is called, and no citizen waits in vain. */
class EidServerMisbehavesTest {
    @TempDir private Path folder;

    @ParameterizedTest
    @CsvSource({
        "USE_ID_BUSY, 503, eid-server-busy",
        "SOAP_FAULT, 502, eid-server-faulty",
        "SOAP_GARBAGE, 502, eid-server-faulty",
        "SOAP_SILENT, 503, eid-server-down"
    })
    void whoCannotOpenASessionSaysWhy(ServerFault fault, int status, String name) throws Exception {
        try (var kiosk = TestKiosk.ofRunningCentre();
                var citizen = new Citizen(folder, kiosk, fault)) {
            assertRefused(status, name, citizen.ask("parking-permit"));
        }
    }

    @Test
    void aServerThatIsGoneIsDownAndTheNextOneIsFoundWithoutARestart() throws Exception {
        try (var kiosk = TestKiosk.ofRunningCentre()) {
            var gone = new Citizen(folder, kiosk, ServerFault.NONE);
            gone.close();
            assertRefused(503, "eid-server-down", gone.ask("parking-permit"));

            try (var back = new Citizen(folder, kiosk, ServerFault.NONE)) {
                assertEquals(201, back.ask("parking-permit").statusCode());
            }
        }
    }

    @Test
    void withoutAServerTheCentreIsNotPrepared() throws Exception {
        try (var kiosk = TestKiosk.ofRunningCentre();
                var citizen = new Citizen(folder, kiosk, ServerFault.NONE)) {
            Files.delete(RunningCentre.eid().resolve("server.json"));

            assertRefused(503, "not-prepared", citizen.ask("parking-permit"));
        }
    }

    @Test
    void aServerWithAnotherCertificateIsNotSpokenTo() throws Exception {
        try (var kiosk = TestKiosk.ofRunningCentre();
                var citizen = new Citizen(folder, kiosk, ServerFault.NONE)) {
            Files.copy(
                    RunningCentre.data().resolve("trust/ca.pem"),
                    RunningCentre.eid().resolve("server.pem"),
                    StandardCopyOption.REPLACE_EXISTING);

            assertRefused(503, "eid-server-down", citizen.ask("parking-permit"));
        }
    }

    @Test
    void theServerSpeaksWithNobodyButTheEservice() throws Exception {
        try (var kiosk = TestKiosk.ofRunningCentre();
                var citizen = new Citizen(folder, kiosk, ServerFault.NONE);
                var stranger = HttpClient.newBuilder().sslContext(withoutCertificate()).build()) {
            var call =
                    HttpRequest.newBuilder(citizen.server.eidInterface().orElseThrow())
                            .POST(BodyPublishers.ofString("<x/>"))
                            .build();
            assertThrows(IOException.class, () -> stranger.send(call, BodyHandlers.ofString()));
        }
    }

    private static SSLContext withoutCertificate() throws Exception {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        try (var in = Files.newInputStream(RunningCentre.eid().resolve("server.pem"))) {
            store.setCertificateEntry(
                    "server", CertificateFactory.getInstance("X.509").generateCertificate(in));
        }
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        var tls = SSLContext.getInstance("TLS");
        tls.init(null, trust.getTrustManagers(), null);
        return tls;
    }

    @Test
    void aServerThatNeverHasAResultIsAskedAFewTimesOnly() throws Exception {
        try (var kiosk = TestKiosk.ofRunningCentre();
                var citizen = new Citizen(folder, kiosk, ServerFault.NO_RESULT)) {
            var offer = citizen.offer("parking-permit");
            var proof = Citizen.proof(citizen.identify(offer.tcTokenUrl(), "erika"));

            assertRefused(409, "not-yet", citizen.collect(offer, proof));
            assertRefused(409, "not-yet", citizen.collect(offer, proof));
        }
    }

    @Test
    void whatNobodyAskedForDoesNotReachTheKiosk() throws Exception {
        try (var kiosk = TestKiosk.ofRunningCentre();
                var citizen = new Citizen(folder, kiosk, ServerFault.MORE_THAN_ASKED)) {
            var offer = citizen.offer("parking-permit");
            var proof = Citizen.proof(citizen.identify(offer.tcTokenUrl(), "erika"));
            var identity = citizen.secret.open(citizen.collect(offer, proof).body(), offer.id());

            assertEquals(
                    Set.of(Attribute.FAMILY_NAMES, Attribute.GIVEN_NAMES),
                    identity.values().keySet());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "no-such-service, 1.0.0, 404, unknown-service",
        "bulky-waste, 1.0.0, 409, not-needed",
        "parking-permit, 9.9.9, 404, unknown-service",
        "Parking Permit, 1.0.0, 400, malformed",
        "parking-permit, ../x, 400, malformed"
    })
    void theServiceDecidesWhetherAnythingIsRead(
            String service, String version, int status, String name) throws Exception {
        try (var kiosk = TestKiosk.ofRunningCentre();
                var citizen = new Citizen(folder, kiosk, ServerFault.NONE)) {
            var wish =
                    Citizen.wish("parking-permit", VisitSecret.make())
                            .replace("\"parking-permit\"", "\"" + service + "\"")
                            .replace("\"1.0.0\"", "\"" + version + "\"");
            assertRefused(status, name, citizen.kiosk.send("POST", "/v1/identifications", wish));
        }
    }

    private static void assertRefused(int status, String name, HttpResponse<String> answer) {
        assertEquals(status, answer.statusCode(), answer.body());
        assertTrue(answer.body().contains("\"title\":\"" + name + "\""), answer.body());
        assertEquals(
                status == 503,
                answer.headers().firstValue("Retry-After").isPresent(),
                "Retry-After");
    }
}
