package de.buergerkiosk.central;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.agent.enrol.EnrolTrouble;
import de.buergerkiosk.agent.enrol.Enrolling;
import de.buergerkiosk.central.database.DatabaseAddress;
import de.buergerkiosk.central.main.Centre;
import de.buergerkiosk.central.main.CentreSettings;
import de.buergerkiosk.contract.fleet.EnrolmentCode;
import de.buergerkiosk.contract.fleet.Heartbeat;
import de.buergerkiosk.contract.fleet.RollingHash;
import de.buergerkiosk.contract.json.CanonicalJson;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/** A real PostgreSQL is copied, goes on, is lost, and the copy takes its place. */
class CentreComesFromAnOlderBackupTest {
    private static final String KIOSK = "kiosk-restore";
    private final LocalDate today = LocalDate.now(CentreSettings.GERMANY);

    @TempDir private Path folder;
    private final Path data = RunningCentre.folder();
    private final DatabaseAddress live;
    private final String backup;
    private Path kit = Path.of("");
    private int lentUpTo;

    CentreComesFromAnOlderBackupTest() throws CentreTrouble {
        live = RunningCentre.freshDatabase();
        backup = live.user() + "backup";
    }

    private CentreSettings settings(String database) {
        var url = RunningCentre.ready().embedded().orElseThrow().url(database);
        return RunningCentre.settings(
                data,
                Optional.of(
                        url
                                + (url.contains("?") ? "&" : "?")
                                + "user="
                                + live.user()
                                + "&password="
                                + live.password()));
    }

    private void backUp() throws Exception {
        var all = RunningCentre.ready().embedded().orElseThrow().superuser();
        try (var line = DriverManager.getConnection(all.url(), all.user(), all.password());
                var statement = line.createStatement()) {
            statement.execute(
                    "create database "
                            + backup
                            + " template "
                            + live.user()
                            + " owner "
                            + live.user());
        }
    }

    private AdminDesk desk(Centre.Ready centre) throws Exception {
        var logins =
                CanonicalJson.read(
                        Files.readAllBytes(data.resolve("desk").resolve("logins.json")), 100_000);
        for (var login : logins.get("logins")) {
            if (login.get("name").stringValue().equals("verwaltung")) {
                return new AdminDesk(
                        centre.desk().orElseThrow(),
                        "verwaltung",
                        login.get("password").stringValue());
            }
        }
        throw new AssertionError("no admin");
    }

    private Path enrolled(Path machine, Centre.Ready centre, String code) throws Exception {
        return new Enrolling(machine, InstantSource.system(), new SecureRandom())
                .enrol(
                        centre.device().orElseThrow().entry(),
                        EnrolmentCode.parse(code).orElseThrow())
                .kit();
    }

    /** The kit, for the door of the centre as it is now: it has another port at each start. */
    private TestKiosk at(Centre.Ready centre) throws Exception {
        var config = kit.resolve("kiosk.json");
        var json = CanonicalJson.read(Files.readAllBytes(config), 10_000);
        json.put(
                "deviceDoor",
                URI.create("https://localhost:" + centre.device().orElseThrow().port()).toString());
        Files.write(config, CanonicalJson.bytes(json));
        return new TestKiosk(kit);
    }

    private static ObjectNode ok(TestKiosk kiosk, String method, String path, String body)
            throws Exception {
        var answer = kiosk.send(method, path, body);
        assertTrue(answer.statusCode() < 300, path + " " + answer.statusCode() + answer.body());
        return CanonicalJson.read(answer.body(), 100_000);
    }

    private ObjectNode lend(TestKiosk kiosk) throws Exception {
        return ok(
                kiosk,
                "PUT",
                "/v1/number-blocks/" + UUID.randomUUID(),
                "{\"v\":1,\"venue\":\"citizens-office\",\"day\":\"" + today + "\"}");
    }

    private int ticket(TestKiosk kiosk, int number) throws Exception {
        return kiosk.send(
                        "PUT",
                        "/v1/tickets/" + UUID.randomUUID(),
                        "{\"v\":1,\"venue\":\"citizens-office\",\"day\":\"%s\",\"number\":%d,\"service\":\"id-card\",\"takenAt\":\"%s\"}"
                                .formatted(today, number, Instant.now()))
                .statusCode();
    }

    private static long released(AdminDesk desk, TestKiosk kiosk, long have) throws Exception {
        desk.ok("POST", "/api/fleet/releases", "{\"to\":\"kiosk:" + KIOSK + "\"}");
        return ok(kiosk, "GET", "/v1/desired?have=" + have + "&wait=20", "")
                .get("version")
                .longValue();
    }

    /** The number on the citizen's receipt. */
    private static String filed(TestKiosk kiosk) throws Exception {
        var answer = kiosk.put(kiosk.permit(TestKiosk.newId(), "LU-AB 1"));
        assertTrue(answer.statusCode() < 300, answer.body());
        var said = Base64.getUrlDecoder().decode(answer.body().split("\\.", -1)[1]);
        var number = Pattern.compile("\\d{4}-\\d{6}-\\d").matcher(new String(said, UTF_8));
        assertTrue(number.find());
        return number.group();
    }

    private static void beats(TestKiosk kiosk, long version) throws Exception {
        var beat =
                new Heartbeat(
                        "boot",
                        System.currentTimeMillis(),
                        Instant.now(),
                        60,
                        "0.1.0",
                        "service",
                        new Heartbeat.Configuration(version, "a".repeat(64), "good"),
                        List.of(),
                        new Heartbeat.Outbox(0, 0),
                        0,
                        RollingHash.START,
                        59,
                        41_200);
        ok(kiosk, "POST", "/v1/heartbeats", new String(beat.json(), UTF_8));
    }

    /** What happens after the copy was made, and is lost: the receipt number of a filing is returned. */
    private String goesOn(long before, String code) throws Exception {
        try (var centre = RunningCentre.begin(settings(live.user()));
                var desk = desk(centre);
                var kiosk = at(centre)) {
            enrolled(folder.resolve("early"), centre, code);
            assertTrue(released(desk, kiosk, before) > before);
            lentUpTo = lend(kiosk).get("last").intValue();
            return filed(kiosk);
        }
    }

    @Test
    void kioskThatKnowsMoreIsReachedAndNothingIsGivenTwice() throws Exception {
        String early;
        long version;
        try (var centre = RunningCentre.begin(settings(live.user()));
                var desk = desk(centre)) {
            kit =
                    enrolled(
                            folder.resolve("first"),
                            centre,
                            desk.code(KIOSK, "town-hall", "").get("code").stringValue());
            early = desk.code("kiosk-early", "town-hall", "").get("code").stringValue();
            try (var kiosk = at(centre)) {
                version = released(desk, kiosk, 0);
                lend(kiosk);
                filed(kiosk);
            }
        }
        backUp();
        var number = goesOn(version, early);

        try (var centre = RunningCentre.begin(settings(backup).afterRestore());
                var desk = desk(centre);
                var kiosk = at(centre)) {
            var trouble =
                    assertThrows(
                            EnrolTrouble.class,
                            () -> enrolled(folder.resolve("again"), centre, early));
            assertEquals("ENR-CODE-OVER", trouble.code());
            assertTrue(released(desk, kiosk, version + 1) > version + 1);
            assertTrue(lend(kiosk).get("first").intValue() > lentUpTo);
            assertEquals(201, ticket(kiosk, lentUpTo), "a number on paper is called");
            assertEquals(409, ticket(kiosk, 9_000), "and one that nobody lent is none");
            assertNotEquals(number, filed(kiosk));
        }
    }

    @Test
    void alsoWithoutAWordOfItAReleaseReachesAKioskThatSaysWhatItHas() throws Exception {
        long version;
        try (var centre = RunningCentre.begin(settings(live.user()));
                var desk = desk(centre)) {
            kit =
                    enrolled(
                            folder.resolve("first"),
                            centre,
                            desk.code(KIOSK, "town-hall", "").get("code").stringValue());
            try (var kiosk = at(centre)) {
                version = released(desk, kiosk, 0) + 40;
                beats(kiosk, version);
                assertEquals(version + 1, released(desk, kiosk, version));
                assertEquals(version + 2, released(desk, kiosk, version + 1));
                beats(kiosk, Long.MAX_VALUE >> 10);
                assertEquals(
                        version + 3,
                        released(desk, kiosk, version + 2),
                        "one kiosk does not use up all versions");
            }
        }
    }
}
