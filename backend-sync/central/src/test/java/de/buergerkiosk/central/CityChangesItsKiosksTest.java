package de.buergerkiosk.central;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.agent.enrol.Enrolling;
import de.buergerkiosk.contract.bundle.Bundle;
import de.buergerkiosk.contract.bundle.BundleFile;
import de.buergerkiosk.contract.bundle.BundlePath;
import de.buergerkiosk.contract.bundle.BundleVerdict;
import de.buergerkiosk.contract.bundle.BundleVerifier;
import de.buergerkiosk.contract.bundle.Expectation;
import de.buergerkiosk.contract.bundle.Root;
import de.buergerkiosk.contract.fleet.Applied;
import de.buergerkiosk.contract.fleet.EnrolmentCode;
import de.buergerkiosk.contract.json.CanonicalJson;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/** From a layer at the desk to a bundle at the kiosk, with a real centre and enrolled kiosks. */
class CityChangesItsKiosksTest {
    private static final BundlePath SETTINGS = new BundlePath("configuration/settings.json");

    @TempDir private Path folder;
    private AdminDesk desk = new AdminDesk(0, "", "");
    private String tag = "";
    private Machine lobby = new Machine("", Path.of(""));
    private Machine yard = new Machine("", Path.of(""));

    /** An enrolled kiosk. */
    private record Machine(String id, Path kit) {
        HttpResponse<byte[]> get(String path) throws Exception {
            var own = de.buergerkiosk.courier.KioskKit.read(kit);
            try (var client = HttpClient.newBuilder().sslContext(own.tls()).build()) {
                return client.send(
                        HttpRequest.newBuilder(URI.create(own.deviceDoor() + path))
                                .timeout(Duration.ofSeconds(30))
                                .build(),
                        BodyHandlers.ofByteArray());
            }
        }

        ObjectNode desired(long have, int wait) throws Exception {
            var answer = get("/v1/desired?have=" + have + "&wait=" + wait);
            assertEquals(200, answer.statusCode());
            return CanonicalJson.read(answer.body(), 10_000);
        }

        Bundle take(ObjectNode desired) throws Exception {
            var answer = get("/v1/bundles/" + desired.get("digest").stringValue());
            assertEquals(200, answer.statusCode());
            var root = Root.parse(Files.readAllBytes(kit.resolve("root.json")));
            var expected =
                    new Expectation(
                            Optional.of(id), Optional.empty(), 0, Optional.empty(), Instant.now());
            var verdict = new BundleVerifier(root).verify(BundleFile.of(answer.body()), expected);
            return assertInstanceOf(BundleVerdict.Valid.class, verdict, verdict.toString())
                    .bundle();
        }

        /** Settings of what it is to be, newer than that version; soon, or the test fails. */
        ObjectNode settings(long have) throws Exception {
            var bytes = take(desired(have, 10)).files().get(SETTINGS);
            return CanonicalJson.read(bytes == null ? new byte[0] : bytes, 100_000);
        }
    }

    @BeforeEach
    void twoKiosks() throws Exception {
        desk = AdminDesk.ofRunningCentre();
        tag = "t" + Long.toString(System.nanoTime(), 36);
        lobby = enrolled("lobby-" + tag, "group-" + tag);
        yard = enrolled("yard-" + tag, "");
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private Machine enrolled(String id, String group) throws Exception {
        var minted = desk.code(id, "site-" + tag, group);
        var done =
                new Enrolling(folder.resolve(id), InstantSource.system(), new SecureRandom())
                        .enrol(
                                URI.create(minted.get("centre").stringValue()),
                                EnrolmentCode.parse(minted.get("code").stringValue())
                                        .orElseThrow());
        return new Machine(id, done.kit());
    }

    private HttpResponse<String> layer(String layer, int version, String settings)
            throws Exception {
        return desk.send(
                "PUT",
                "/api/fleet/layers/" + layer,
                "{\"version\":" + version + ",\"settings\":" + settings + ",\"note\":\"why\"}");
    }

    private ObjectNode post(String path, String body) throws Exception {
        return desk.ok("POST", "/api/fleet/releases" + path, body);
    }

    @Test
    void valueOfTheNarrowestLayerHoldsAndTheDeskSaysWhoSaidIt() throws Exception {
        assertEquals(
                200,
                layer(
                                "site/site-" + tag,
                                0,
                                "{\"languages\":[\"de\"],\"idle\":{\"anonymousSeconds\":40}}")
                        .statusCode());
        assertEquals(
                200,
                layer("group/group-" + tag, 0, "{\"idle\":{\"anonymousSeconds\":50}}")
                        .statusCode());

        var json = desk.ok("GET", "/api/fleet/kiosks/" + lobby.id() + "/settings", "");

        assertEquals(50, json.at("/effective/idle/anonymousSeconds").intValue());
        var idle =
                json.get("origins")
                        .valueStream()
                        .filter(each ->
                                each.get("path").stringValue().equals("/idle/anonymousSeconds"))
                        .findFirst()
                        .orElseThrow();
        assertEquals("group", idle.at("/from/level").stringValue());
        assertEquals("verwaltung", idle.at("/from/by").stringValue());
        assertEquals("site", idle.at("/overridden/0/level").stringValue());
        var other = desk.ok("GET", "/api/fleet/kiosks/" + yard.id() + "/settings", "");
        assertEquals(40, other.at("/effective/idle/anonymousSeconds").intValue());
    }

    @Test
    void settingsThatBreakTheSchemaAreRefusedWithTheirPlace() throws Exception {
        var wrong =
                new String[][] {
                    {"{\"idle\":{\"anonymousSeconds\":5}}", "/idle/anonymousSeconds"},
                    {"{\"colour\":\"red\"}", "/"},
                    {"{\"languages\":[\"en\"]}", "/languages"},
                    {"{\"languages\":[\"de\",\"fr\"]}", "/languages/1"},
                    {"{\"services\":[]}", "/services"},
                    {"{\"devices\":{\"printer\":{\"port\":70000}}}", "/devices/printer/port"},
                    {"{\"banner\":{\"de\":\"Nur deutsch\"}}", "/banner"},
                    {"{\"openingHours\":{\"monday\":[\"18:00-08:00\"]}}", "/openingHours/monday"},
                    {
                        "{\"openingHours\":{\"monday\":[\"08:00-12:00\",\"11:00-13:00\"]}}",
                        "/openingHours/monday"
                    },
                };
        for (var each : wrong) {
            var answer = layer("kiosk/" + lobby.id(), 0, each[0]);
            assertEquals(422, answer.statusCode(), each[0] + answer.body());
            assertEquals(
                    each[1], CanonicalJson.read(answer.body(), 10_000).get("field").stringValue());
        }
        assertEquals(400, layer("planet/earth", 0, "{}").statusCode());
        assertEquals(400, layer("city/other", 0, "{}").statusCode());
        assertEquals(
                404, desk.send("GET", "/api/fleet/layers/kiosk/" + lobby.id(), "").statusCode());
    }

    @Test
    void secondOfTwoPeopleWhoChangeALayerHearsOfTheFirst() throws Exception {
        var place = "kiosk/" + yard.id();
        assertEquals(200, layer(place, 0, "{\"services\":[\"bulky-waste\"]}").statusCode());
        assertEquals(409, layer(place, 0, "{\"services\":[\"parking-permit\"]}").statusCode());
        assertEquals(200, layer(place, 1, "{\"services\":[\"parking-permit\"]}").statusCode());

        var history = desk.ok("GET", "/api/fleet/layers/" + place + "/history", "").get("changes");
        assertEquals(2, history.size());
        assertEquals(2, history.get(0).get("version").intValue());
        assertEquals("why", history.get(0).get("note").stringValue());
    }

    @Test
    void releaseGoesToTheGroupFirstThenToAllAndBackAgain() throws Exception {
        layer("site/site-" + tag, 0, "{\"idle\":{\"anonymousSeconds\":31}}");
        var first = post("", "{\"to\":\"site:site-" + tag + "\"}");
        assertEquals(2, first.get("kiosks").intValue());
        var before = lobby.desired(0, 10).get("version").longValue();
        assertEquals(31, lobby.settings(0).at("/idle/anonymousSeconds").intValue());

        layer("site/site-" + tag, 1, "{\"idle\":{\"anonymousSeconds\":32}}");
        var second = post("", "{\"to\":\"group:group-" + tag + "\",\"note\":\"a try\"}");
        assertEquals(32, lobby.settings(before).at("/idle/anonymousSeconds").intValue());
        assertEquals(204, yard.get("/v1/desired?have=" + before).statusCode());

        // what is said meanwhile is not in the release
        layer("site/site-" + tag, 2, "{\"idle\":{\"anonymousSeconds\":33}}");
        post("/" + second.get("number") + "/widen", "{\"to\":\"all\"}");
        assertEquals(32, yard.settings(before).at("/idle/anonymousSeconds").intValue());
        var newest = yard.desired(before, 0).get("version").longValue();

        post("/" + second.get("number") + "/roll-back", "");
        var back = yard.desired(newest, 10);
        assertTrue(back.get("version").longValue() > newest, "versions only go upwards");
        assertEquals(31, yard.settings(newest).at("/idle/anonymousSeconds").intValue());
        assertEquals(
                409,
                desk.send(
                                "POST",
                                "/api/fleet/releases/" + second.get("number") + "/widen",
                                "{\"to\":\"all\"}")
                        .statusCode());
    }

    @Test
    void stoppedReleaseReachesNobodyWhoDoesNotHaveIt() throws Exception {
        layer("site/site-" + tag, 0, "{\"idle\":{\"anonymousSeconds\":41}}");
        var release = post("", "{\"to\":\"site:site-" + tag + "\"}");
        var desired = lobby.desired(0, 10);
        try (var kiosk = new TestKiosk(lobby.kit())) {
            var applied =
                    new Applied(
                            desired.get("version").longValue(),
                            desired.get("digest").stringValue(),
                            "good",
                            "",
                            CanonicalJson.object(),
                            Instant.now());
            var body = new String(applied.json(), StandardCharsets.UTF_8);
            assertEquals(204, kiosk.send("PUT", "/v1/applied", body).statusCode());
        }

        var stopped = post("/" + release.get("number") + "/stop", "");

        assertEquals(1, stopped.get("kiosks").intValue(), "the one that has it keeps it");
        // the door looks for news five times a second
        var until = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (yard.get("/v1/desired?have=0").statusCode() != 204 && System.nanoTime() < until) {
            Thread.sleep(100);
        }
        assertEquals(204, yard.get("/v1/desired?have=0").statusCode());
        assertEquals(200, lobby.get("/v1/desired?have=0").statusCode());
    }

    @Test
    void kioskThatWaitsHearsOfAReleaseAtOnce() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Long> waiting =
                    () -> {
                        var answer = yard.desired(0, 30);
                        assertTrue(answer.get("version").longValue() > 0);
                        return System.nanoTime();
                    };
            var heard = threads.submit(waiting);
            Thread.sleep(1_500);
            long released = System.nanoTime();
            post("", "{\"to\":\"kiosk:" + yard.id() + "\"}");
            var millis = Duration.ofNanos(heard.get(30, TimeUnit.SECONDS) - released).toMillis();
            assertTrue(millis < 20_000, millis + " ms");
        }
    }

    @Test
    void kioskGetsNoBundleOfAnother() throws Exception {
        post("", "{\"to\":\"kiosk:" + yard.id() + "\"}");
        var digest = yard.desired(0, 10).get("digest").stringValue();

        assertEquals(404, lobby.get("/v1/bundles/" + digest).statusCode());
        assertEquals(200, yard.get("/v1/bundles/" + digest).statusCode());
        assertEquals(400, yard.get("/v1/desired?have=-1").statusCode());
        assertEquals(400, yard.get("/v1/desired?wait=999").statusCode());
    }

    @Test
    void releaseForNobodyIsRefused() throws Exception {
        var nobody = desk.send("POST", "/api/fleet/releases", "{\"to\":\"group:nobody\"}");
        assertEquals(409, nobody.statusCode());
        assertEquals(
                400, desk.send("POST", "/api/fleet/releases", "{\"to\":\"mars\"}").statusCode());
        assertEquals(404, desk.send("POST", "/api/fleet/releases/99999/stop", "").statusCode());
    }
}
