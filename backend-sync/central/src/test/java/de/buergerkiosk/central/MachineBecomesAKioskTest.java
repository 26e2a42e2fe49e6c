package de.buergerkiosk.central;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.agent.enrol.EnrolTrouble;
import de.buergerkiosk.agent.enrol.Enrolling;
import de.buergerkiosk.agent.enrol.Renewal;
import de.buergerkiosk.contract.bundle.Root;
import de.buergerkiosk.contract.fleet.Enrolled;
import de.buergerkiosk.contract.fleet.EnrolmentCode;
import de.buergerkiosk.contract.json.CanonicalJson;
import de.buergerkiosk.courier.KioskKit;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/** A real centre, real TLS, real files; the machine has nothing but its code. */
class MachineBecomesAKioskTest {
    private static final InstantSource CLOCK = InstantSource.system();

    @TempDir private Path folder;

    private static ObjectNode mint(String kiosk) throws Exception {
        try (var desk = AdminDesk.ofRunningCentre()) {
            return desk.code(kiosk, "town-hall", "lobby");
        }
    }

    private static URI entry() {
        return RunningCentre.ready().device().orElseThrow().entry();
    }

    private static EnrolmentCode code(ObjectNode minted) {
        return EnrolmentCode.parse(minted.get("code").stringValue()).orElseThrow();
    }

    private static Enrolling at(Path data, InstantSource clock) {
        return new Enrolling(data, clock, new SecureRandom());
    }

    private static EnrolTrouble refused(Path data, InstantSource clock, EnrolmentCode code) {
        return assertThrows(EnrolTrouble.class, () -> at(data, clock).enrol(entry(), code));
    }

    @Test
    void kitOpensTheDeviceDoorAndNobodyElseReadsIt() throws Exception {
        var minted = mint("kiosk-new");
        assertEquals(entry().toString(), minted.get("centre").stringValue());
        assertTrue(minted.get("qr").stringValue().contains(minted.get("code").stringValue()));
        assertTrue(minted.get("qrSvg").stringValue().startsWith("<svg "));

        var done = at(folder, CLOCK).enrol(entry(), code(minted));

        assertEquals("kiosk-new", done.kiosk());
        var days = Duration.between(Instant.now(), done.certificateUntil()).toDays();
        assertTrue(days >= 58 && days <= 60, days + " days");
        var kit = KioskKit.read(done.kit());
        assertEquals("kiosk-new", kit.kioskId());
        assertEquals(
                "city", Root.parse(Files.readAllBytes(done.kit().resolve("root.json"))).name());
        try (var kiosk = new TestKiosk(done.kit())) {
            assertEquals(200, kiosk.send("GET", "/v1/venues", "").statusCode());
        }
        for (var secret : new String[] {"kiosk.p12", "kiosk.password"}) {
            var rights = Files.getPosixFilePermissions(done.kit().resolve(secret));
            assertEquals("rw-------", PosixFilePermissions.toString(rights));
        }
        assertFalse(Files.exists(folder.resolve("enrolling.key")), "the key lies in the kit alone");
        assertTrue(Files.readString(done.config()).contains(done.kit().toString()));
    }

    @Test
    void codeCountsOnce() throws Exception {
        var code = code(mint("kiosk-once"));
        at(folder.resolve("first"), CLOCK).enrol(entry(), code);

        var again = refused(folder.resolve("second"), CLOCK, code);

        assertEquals("ENR-CODE-USED", again.code());
        assertTrue(again.getMessage().contains("new one"), again.getMessage());
        assertFalse(Files.exists(folder.resolve("second/kit")));
    }

    @Test
    void machineWhoseLineBrokeGetsTheSameCertificateAgain() throws Exception {
        var code = code(mint("kiosk-cut"));
        var first = at(folder, CLOCK).enrol(entry(), code);
        // as if the power went after the answer and before the end: the key is still there
        var key = Files.readAllBytes(firstKey(code));
        assertNotEquals(0, key.length);
        var serial = serial(first.kit());

        Files.move(first.kit(), folder.resolve("lost"));
        Files.write(folder.resolve("enrolling.key"), key);
        var second = at(folder, CLOCK).enrol(entry(), code);

        assertEquals(serial, serial(second.kit()));
    }

    /** The key as it lay beside the kit while the code was sent, put together from the kit. */
    private Path firstKey(EnrolmentCode code) throws Exception {
        var kit = folder.resolve("kit");
        var password = Files.readString(kit.resolve("kiosk.password")).toCharArray();
        var store = java.security.KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(kit.resolve("kiosk.p12"))) {
            store.load(in, password);
        }
        var open = store.getCertificate("kiosk").getPublicKey().getEncoded();
        var secret = store.getKey("kiosk", password).getEncoded();
        var bytes = new byte[2 + open.length + secret.length];
        bytes[0] = (byte) (open.length >> 8);
        bytes[1] = (byte) open.length;
        System.arraycopy(open, 0, bytes, 2, open.length);
        System.arraycopy(secret, 0, bytes, 2 + open.length, secret.length);
        assertTrue(code.printed().length() > 0);
        return Files.write(folder.resolve("key-of-the-first-try"), bytes);
    }

    private static String serial(Path kit) throws Exception {
        var store = java.security.KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(kit.resolve("kiosk.p12"))) {
            store.load(in, Files.readString(kit.resolve("kiosk.password")).toCharArray());
        }
        return ((java.security.cert.X509Certificate) store.getCertificate("kiosk"))
                .getSerialNumber()
                .toString(16);
    }

    @Test
    void newerCodeMakesTheOlderOneVoid() throws Exception {
        var older = code(mint("kiosk-twice"));
        var newer = code(mint("kiosk-twice"));

        assertEquals("ENR-CODE-OVER", refused(folder.resolve("a"), CLOCK, older).code());
        assertEquals("kiosk-twice", at(folder.resolve("b"), CLOCK).enrol(entry(), newer).kiosk());
    }

    @Test
    void machineThatEnrolledAgainShutsTheDoorToTheOneBefore() throws Exception {
        var before = at(folder.resolve("a"), CLOCK).enrol(entry(), code(mint("kiosk-stolen")));
        at(folder.resolve("b"), CLOCK).enrol(entry(), code(mint("kiosk-stolen")));

        assertEquals(403, settled(before.kit(), 403));
    }

    @Test
    void deskShutsTheDoorToALostMachine() throws Exception {
        var done = at(folder, CLOCK).enrol(entry(), code(mint("kiosk-lost")));
        assertEquals(200, settled(done.kit(), 200));
        try (var desk = AdminDesk.ofRunningCentre()) {
            desk.ok("DELETE", "/api/fleet/kiosks/kiosk-lost/certificate", "");
        }

        assertEquals(403, settled(done.kit(), 403));
    }

    /** The door looks at the list of denied certificates every two seconds. */
    private static int settled(Path kit, int wanted) throws Exception {
        var until = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        try (var kiosk = new TestKiosk(kit)) {
            while (true) {
                var status = kiosk.send("GET", "/v1/venues", "").statusCode();
                if (status == wanted || System.nanoTime() > until) {
                    return status;
                }
                Thread.sleep(200);
            }
        }
    }

    /** At a centre of its own: whoever guesses is slowed down by address, and all tests have one. */
    @Test
    void guessedCodeIsRefusedAndGuessingSlowsDown() throws Exception {
        var settings = RunningCentre.settings(RunningCentre.folder(), Optional.empty());
        try (var centre = RunningCentre.begin(settings)) {
            var door = centre.device().orElseThrow().entry();
            var authority = authority(settings.data());
            var chance = new Random(7);
            for (int i = 0; i < 10; i++) {
                var guessed = EnrolmentCode.next(chance, authority);
                assertEquals("ENR-CODE-UNKNOWN", refusedBy(door, guessed).code());
            }

            var last = refusedBy(door, EnrolmentCode.next(chance, authority));

            assertEquals("ENR-LATER", last.code());
            assertTrue(last.getMessage().matches("(?s).*\\d+ s"), last.getMessage());
        }
    }

    private EnrolTrouble refusedBy(URI door, EnrolmentCode code) {
        return assertThrows(EnrolTrouble.class, () -> at(folder, CLOCK).enrol(door, code));
    }

    private static byte[] authority(Path data) throws Exception {
        var pem = Files.readString(data.resolve("trust/ca.pem"));
        return java.security.cert.CertificateFactory.getInstance("X.509")
                .generateCertificate(
                        new java.io.ByteArrayInputStream(pem.getBytes(StandardCharsets.UTF_8)))
                .getEncoded();
    }

    @Test
    void nothingIsSentToACentreThatTheCodeDoesNotName() throws Exception {
        var foreign = EnrolmentCode.next(new Random(1), new byte[] {1, 2, 3});

        var trouble = refused(folder, CLOCK, foreign);

        assertEquals("ENR-CENTRE-FOREIGN", trouble.code());
        assertTrue(trouble.getMessage().contains("fingerprint"), trouble.getMessage());
    }

    @ParameterizedTest
    @ValueSource(longs = {-3_653, 3_653})
    void clockTenYearsOffIsNamedAndTheCodeStillCounts(long days) throws Exception {
        var code = code(mint("kiosk-clock" + (days < 0 ? "-past" : "-future")));
        InstantSource off = () -> Instant.now().plus(Duration.ofDays(days));

        var trouble = refused(folder, off, code);

        assertEquals("ENR-CLOCK-OFF", trouble.code());
        assertTrue(trouble.getMessage().contains("timedatectl"), trouble.getMessage());
        at(folder, CLOCK).enrol(entry(), code);
    }

    @Test
    void clockADayOffIsNamedByTheCentreAndTheCodeStillCounts() throws Exception {
        var code = code(mint("kiosk-yesterday"));
        InstantSource off = () -> Instant.now().minus(Duration.ofHours(20));

        assertEquals("ENR-CLOCK-OFF", refused(folder, off, code).code());
        at(folder, CLOCK).enrol(entry(), code);
    }

    @Test
    void nobodyAtTheAddressIsNamed() throws Exception {
        var code = code(mint("kiosk-nobody"));

        var trouble =
                assertThrows(
                        EnrolTrouble.class,
                        () -> at(folder, CLOCK).enrol(URI.create("https://localhost:9"), code));

        assertEquals("ENR-CENTRE-UNREACHABLE", trouble.code());
    }

    @Test
    void certificateIsRenewedAtTwoThirdsWithANewKey() throws Exception {
        var done = at(folder, CLOCK).enrol(entry(), code(mint("kiosk-renews")));
        var serial = serial(done.kit());
        Renewal.Asked centre =
                request -> {
                    try (var kiosk = new TestKiosk(done.kit())) {
                        var answer =
                                kiosk.send(
                                        "POST",
                                        "/v1/certificates",
                                        new String(request.json(), StandardCharsets.UTF_8));
                        return answer.statusCode() == 201
                                ? Optional.of(
                                        Enrolled.parse(
                                                answer.body().getBytes(StandardCharsets.UTF_8)))
                                : Optional.empty();
                    } catch (IOException e) {
                        return Optional.empty();
                    }
                };
        InstantSource early = () -> Instant.now().plus(Duration.ofDays(38));
        InstantSource due = () -> Instant.now().plus(Duration.ofDays(41));

        assertFalse(new Renewal(done.kit(), early).renew(centre), "before two thirds");
        assertFalse(new Renewal(done.kit(), due).renew(_ -> Optional.empty()), "line down");
        assertEquals(serial, serial(done.kit()));
        assertTrue(new Renewal(done.kit(), due).renew(centre));

        assertNotEquals(serial, serial(done.kit()));
        assertEquals(200, settled(done.kit(), 200));
    }

    @Test
    void requestThatDoesNotProveItsKeyIsRefused() throws Exception {
        var minted = mint("kiosk-proof");
        for (var csr : new String[] {"", "AAAA", "%%%", "MAA="}) {
            var body = CanonicalJson.object().put("v", 1);
            body.put("code", minted.get("code").stringValue())
                    .put("csr", csr)
                    .put("at", CanonicalJson.time(Instant.now()));
            assertEquals(400, post(CanonicalJson.text(body)), csr);
        }
        assertEquals(400, post("{"));
        assertEquals(400, post("{\"v\":1}"));
    }

    private static int post(String body) throws Exception {
        var own = RunningCentre.kit();
        try (var client = HttpClient.newBuilder().sslContext(KioskKit.read(own).tls()).build()) {
            return client.send(
                            HttpRequest.newBuilder(entry().resolve("/v1/enrolments"))
                                    .timeout(Duration.ofSeconds(20))
                                    .header("Content-Type", "application/json")
                                    .POST(BodyPublishers.ofString(body))
                                    .build(),
                            BodyHandlers.discarding())
                    .statusCode();
        }
    }

    @Test
    void onlyAdminsMakeCodes() throws Exception {
        for (var name : new String[] {"parken", "leitung"}) {
            try (var desk = AdminDesk.as(name)) {
                var answer = desk.send("POST", "/api/fleet/kiosks/kiosk-demo/enrolment", "");
                assertEquals(403, answer.statusCode(), name);
            }
        }
        try (var desk = AdminDesk.ofRunningCentre()) {
            assertEquals(
                    404, desk.send("POST", "/api/fleet/kiosks/nobody/enrolment", "").statusCode());
            assertEquals(
                    400,
                    desk.send("PUT", "/api/fleet/kiosks/Bad_Name", "{\"site\":\"a\",\"groups\":[]}")
                            .statusCode());
            var listed = desk.ok("GET", "/api/filings", "");
            assertEquals(0, listed.get("filings").size(), "admins see no filings");
        }
    }
}
