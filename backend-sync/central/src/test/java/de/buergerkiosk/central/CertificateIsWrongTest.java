package de.buergerkiosk.central;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.central.offices.OfficeDirectory;
import de.buergerkiosk.central.trust.CityTrust;
import de.buergerkiosk.contract.json.CanonicalJson;
import de.buergerkiosk.courier.CentreLine.Reply;
import de.buergerkiosk.courier.HttpsCentreLine;
import de.buergerkiosk.courier.KioskKit;
import de.buergerkiosk.courier.KitUnreadable;
import de.buergerkiosk.courier.Parcel;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;

/** Real TLS on loopback; nothing of what fails here may reach the database. */
class CertificateIsWrongTest {
    private final TestKiosk good = TestKiosk.ofRunningCentre();

    @Test
    void rightCertificateGetsThrough() throws Exception {
        assertInstanceOf(Reply.Receipt.class, carry(good.kit));
    }

    @Test
    void kioskOfAnotherCityIsTurnedAwayByTls() throws Exception {
        var foreign = kit(trust(InstantSource.system()), "kiosk-demo");
        assertTls(carry(withDoor(foreign, good.kit, foreign.tls())));
        var foreignCertificateOurAuthority = mixed(foreignFolder(InstantSource.system()));
        assertTls(carry(foreignCertificateOurAuthority));
    }

    @Test
    void certificateOfTheSameAuthorityThatHasExpiredIsTurnedAway() throws Exception {
        var past = Instant.now().minus(Duration.ofDays(800));
        assertTls(carry(kit(ownTrust(() -> past), "kiosk-old")));
    }

    @Test
    void kioskWithoutCertificateIsTurnedAway() throws Exception {
        var folder = copyOfKit();
        var plain = SSLContext.getInstance("TLSv1.3");
        var trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        try (var in = Files.newInputStream(folder.resolve("ca.pem"))) {
            trusted.setCertificateEntry(
                    "ca", CertificateFactory.getInstance("X.509").generateCertificate(in));
        }
        var managers = TrustManagerFactory.getInstance("PKIX");
        managers.init(trusted);
        plain.init(null, managers.getTrustManagers(), null);
        assertTls(carry(withDoor(good.kit, good.kit, plain)));
    }

    @Test
    void kioskTrustsNoOtherCentre() throws Exception {
        var foreign = kit(trust(InstantSource.system()), "kiosk-demo");
        assertTls(carry(withDoor(good.kit, good.kit, foreign.tls())));
    }

    @Test
    void kioskCannotSpeakForAnotherKiosk() throws Exception {
        var second = kit(ownTrust(InstantSource.system()), "kiosk-two");
        var delivery = good.permit(TestKiosk.newId(), "LU-X 1");
        var body = delivery.canonicalJson();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                var line = HttpsCentreLine.of(second, threads)) {
            var reply = line.put(new Parcel(delivery.id(), body, delivery.digest(), 0));
            var reason = assertInstanceOf(Reply.Unreachable.class, reply).reason();
            assertTrue(reason.contains("403"), reason);
        }
        var kept = TestDesk.script("parken", "/api/filings/" + delivery.id());
        assertEquals(404, kept.statusCode());
    }

    @Test
    void olderTlsIsTurnedAway() throws Exception {
        var parameters = new SSLParameters();
        parameters.setProtocols(new String[] {"TLSv1.2"});
        try (var client =
                HttpClient.newBuilder()
                        .sslContext(good.kit.tls())
                        .sslParameters(parameters)
                        .build()) {
            var request =
                    HttpRequest.newBuilder(good.kit.deviceDoor())
                            .timeout(Duration.ofSeconds(20))
                            .build();
            assertThrows(
                    SSLException.class,
                    () -> client.send(request, HttpResponse.BodyHandlers.discarding()));
        }
    }

    @Test
    void damagedKitNamesTheFile() throws Exception {
        var folder = copyOfKit();
        Files.writeString(folder.resolve("kiosk.password"), "wrong");
        var thrown = assertThrows(KitUnreadable.class, () -> KioskKit.read(folder));
        assertTrue(String.valueOf(thrown.getMessage()).contains("kiosk.p12"), thrown.toString());
        Files.delete(folder.resolve("ca.pem"));
        Files.copy(
                RunningCentre.kit().resolve("kiosk.password"),
                folder.resolve("kiosk.password"),
                StandardCopyOption.REPLACE_EXISTING);
        var missing = assertThrows(KitUnreadable.class, () -> KioskKit.read(folder));
        assertTrue(String.valueOf(missing.getMessage()).contains("ca.pem is missing"));
    }

    private Reply carry(KioskKit kit) throws Exception {
        var delivery = good.permit(TestKiosk.newId(), "LU-T 1");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                var line =
                        new HttpsCentreLine(
                                kit, threads, Duration.ofSeconds(10), Duration.ofSeconds(20))) {
            return line.put(
                    new Parcel(delivery.id(), delivery.canonicalJson(), delivery.digest(), 0));
        }
    }

    private static void assertTls(Reply reply) {
        var reason = assertInstanceOf(Reply.Unreachable.class, reply).reason();
        assertTrue(reason.matches("(?i).*(tls|ssl|certificate|reset|closed).*"), reason);
    }

    private static KioskKit withDoor(KioskKit kit, KioskKit door, SSLContext tls) {
        return new KioskKit(kit.kioskId(), door.deviceDoor(), kit.offices(), kit.receipts(), tls);
    }

    private static CityTrust trust(InstantSource clock) throws CentreTrouble, IOException {
        return CityTrust.open(RunningCentre.folder(), offices(), clock, new SecureRandom());
    }

    /** The running centre's own authority, at another time. */
    private static CityTrust ownTrust(InstantSource clock) throws CentreTrouble, IOException {
        return CityTrust.open(RunningCentre.data(), offices(), clock, new SecureRandom());
    }

    private static OfficeDirectory offices() throws IOException {
        return OfficeDirectory.parse(
                Files.readString(RunningCentre.data().resolve("offices.json")));
    }

    private KioskKit kit(CityTrust trust, String kiosk) throws Exception {
        return KioskKit.read(trust.kit(kiosk, good.kit.deviceDoor()));
    }

    private Path foreignFolder(InstantSource clock) throws Exception {
        return trust(clock).kit("kiosk-demo", URI.create(good.kit.deviceDoor().toString()));
    }

    /** A foreign certificate in a kit that trusts our authority. */
    private static KioskKit mixed(Path foreign) throws Exception {
        Files.copy(
                RunningCentre.kit().resolve("ca.pem"),
                foreign.resolve("ca.pem"),
                StandardCopyOption.REPLACE_EXISTING);
        return KioskKit.read(foreign);
    }

    private static Path copyOfKit() throws IOException {
        var copy = RunningCentre.folder();
        try (var files = Files.list(RunningCentre.kit())) {
            for (var file : files.toList()) {
                Files.copy(file, copy.resolve(file.getFileName()));
            }
        }
        var config = Files.readString(copy.resolve("kiosk.json"), StandardCharsets.UTF_8);
        assertEquals("kiosk-demo", CanonicalJson.read(config, 10_000).get("kioskId").stringValue());
        return copy;
    }
}
