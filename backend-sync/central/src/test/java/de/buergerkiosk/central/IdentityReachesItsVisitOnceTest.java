package de.buergerkiosk.central;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.central.offices.OfficeDirectory;
import de.buergerkiosk.central.trust.CityTrust;
import de.buergerkiosk.contract.identity.Attribute;
import de.buergerkiosk.contract.identity.Identity;
import de.buergerkiosk.contract.identity.IdentitySealBroken;
import de.buergerkiosk.contract.identity.VisitSecret;
import de.buergerkiosk.eid.simulated.server.ServerFault;
import de.buergerkiosk.ports.eid.EidResult;
import de.buergerkiosk.ports.eid.EidRight;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Card, client, eID server, centre, kiosk: real messages all the way, and one delivery. */
class IdentityReachesItsVisitOnceTest {
    private static final Identity ERIKA =
            new Identity(
                    Map.of(
                            Attribute.FAMILY_NAMES, "Mustermann",
                            Attribute.GIVEN_NAMES, "Erika"),
                    Optional.of(
                            new Identity.Address(
                                    "Prinzregentenstraße 12",
                                    "67063",
                                    "Ludwigshafen am Rhein",
                                    "D")));

    @TempDir private Path folder;

    @Test
    void theVisitAndNobodyElseReadsWhatTheServiceAskedFor() throws Exception {
        try (var kiosk = TestKiosk.ofRunningCentre();
                var citizen = new Citizen(folder, kiosk, ServerFault.NONE)) {
            var offer = citizen.offer("parking-permit");
            var result = citizen.identify(offer.tcTokenUrl(), "erika");
            var answer = citizen.collect(offer, Citizen.proof(result));

            assertEquals(200, answer.statusCode(), answer.body());
            assertEquals(ERIKA, citizen.secret.open(answer.body(), offer.id()));
            assertThrows(
                    IdentitySealBroken.class,
                    () -> VisitSecret.make().open(answer.body(), offer.id()));
            assertEquals(
                    Set.of(EidRight.FAMILY_NAMES, EidRight.GIVEN_NAMES, EidRight.ADDRESS),
                    citizen.requiredAtTheCard());
        }
    }

    @Test
    void theSecondCollectionFindsNothing() throws Exception {
        try (var kiosk = TestKiosk.ofRunningCentre();
                var citizen = new Citizen(folder, kiosk, ServerFault.NONE)) {
            var offer = citizen.offer("parking-permit");
            var proof = Citizen.proof(citizen.identify(offer.tcTokenUrl(), "erika"));

            assertEquals(200, citizen.collect(offer, proof).statusCode());
            var again = citizen.collect(offer, proof);
            assertEquals(410, again.statusCode());
            assertTrue(again.body().contains("delivered-before"), again.body());
        }
    }

    @Test
    void anotherKioskAndAWrongProofGetNothingAndSpoilNothing() throws Exception {
        try (var kiosk = TestKiosk.ofRunningCentre();
                var thief = new TestKiosk(thief(kiosk));
                var citizen = new Citizen(folder, kiosk, ServerFault.NONE)) {
            var offer = citizen.offer("parking-permit");
            var proof = Citizen.proof(citizen.identify(offer.tcTokenUrl(), "erika"));

            var stolen = Citizen.collect(thief, offer, proof);
            var guessed = citizen.collect(offer, "0".repeat(32));
            assertEquals(403, stolen.statusCode(), stolen.body());
            assertEquals(403, guessed.statusCode(), guessed.body());
            assertEquals(200, citizen.collect(offer, proof).statusCode());
        }
    }

    @Test
    void beforeTheClientIsDoneThereIsNothingYetAndAfterwardsThereIs() throws Exception {
        try (var kiosk = TestKiosk.ofRunningCentre();
                var citizen = new Citizen(folder, kiosk, ServerFault.NONE)) {
            var offer = citizen.offer("parking-permit");
            // the proof stands in the TCToken, which only the client gets
            var token = fetch(offer.tcTokenUrl().toString());
            var begin = token.body().indexOf("proof=") + "proof=".length();
            var proof = token.body().substring(begin, begin + 32);

            var early = citizen.collect(offer, proof);
            assertEquals(409, early.statusCode(), early.body());
            assertTrue(early.body().contains("not-yet"), early.body());
        }
    }

    @Test
    void aTcTokenIsHandedOutOnce() throws Exception {
        try (var kiosk = TestKiosk.ofRunningCentre();
                var citizen = new Citizen(folder, kiosk, ServerFault.NONE)) {
            var offer = citizen.offer("parking-permit");

            assertEquals(200, fetch(offer.tcTokenUrl().toString()).statusCode());
            assertEquals(404, fetch(offer.tcTokenUrl().toString()).statusCode());
            var late = citizen.identify(offer.tcTokenUrl(), "erika");
            assertEquals(
                    "EID-SESSION-UNKNOWN",
                    assertInstanceOf(EidResult.Ended.class, late).fault().code());
        }
    }

    @Test
    void anExpiredCardIsNamedToTheKioskThatEnds() throws Exception {
        try (var kiosk = TestKiosk.ofRunningCentre();
                var citizen = new Citizen(folder, kiosk, ServerFault.NONE)) {
            var offer = citizen.offer("parking-permit");
            assertInstanceOf(EidResult.Ended.class, citizen.identify(offer.tcTokenUrl(), "lilly"));

            var end = kiosk.send("POST", "/v1/identifications/" + offer.id() + "/end", "{\"v\":1}");
            assertEquals("{\"reason\":\"card-refused\",\"v\":1}", end.body());
        }
    }

    @Test
    void aNewVisitReplacesTheOldOneOfTheSameKiosk() throws Exception {
        try (var kiosk = TestKiosk.ofRunningCentre();
                var citizen = new Citizen(folder, kiosk, ServerFault.NONE)) {
            var first = citizen.offer("parking-permit");
            citizen.offer("parking-permit");

            assertEquals(404, fetch(first.tcTokenUrl().toString()).statusCode());
            assertEquals(404, citizen.collect(first, "0".repeat(32)).statusCode());
        }
    }

    @Test
    void nothingOfThePersonIsInTheDatabaseOrTheDataFolder() throws Exception {
        try (var kiosk = TestKiosk.ofRunningCentre();
                var citizen = new Citizen(folder, kiosk, ServerFault.NONE)) {
            var offer = citizen.offer("parking-permit");
            var proof = Citizen.proof(citizen.identify(offer.tcTokenUrl(), "guelsen"));
            assertEquals(200, citizen.collect(offer, proof).statusCode());
        }
        // the write-ahead log and the tables lie below the data folder
        int files = 0;
        try (var all = Files.walk(RunningCentre.data())) {
            for (var file : all.filter(Files::isRegularFile).toList()) {
                var content = Files.readString(file, StandardCharsets.ISO_8859_1);
                var name =
                        new String(
                                "Łukaszewicz".getBytes(StandardCharsets.UTF_8),
                                StandardCharsets.ISO_8859_1);
                assertFalse(content.contains(name), file.toString());
                files++;
            }
        }
        assertTrue(files > 500, "only " + files + " files were read");
    }

    private static Path thief(TestKiosk kiosk) throws Exception {
        var offices =
                OfficeDirectory.parse(
                        Files.readString(RunningCentre.data().resolve("offices.json")));
        return CityTrust.open(
                        RunningCentre.data(), offices, InstantSource.system(), new SecureRandom())
                .kit("kiosk-thief", kiosk.kit.deviceDoor());
    }

    private static HttpResponse<String> fetch(String address) throws Exception {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        try (var in = Files.newInputStream(RunningCentre.data().resolve("trust/ca.pem"))) {
            store.setCertificateEntry(
                    "city", CertificateFactory.getInstance("X.509").generateCertificate(in));
        }
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        var tls = SSLContext.getInstance("TLSv1.2");
        tls.init(null, trust.getTrustManagers(), null);
        try (var client = HttpClient.newBuilder().sslContext(tls).build()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create(address)).build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }
}
