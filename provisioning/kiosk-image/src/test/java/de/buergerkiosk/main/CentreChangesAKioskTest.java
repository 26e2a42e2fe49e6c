package de.buergerkiosk.main;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.agent.enrol.Enrolling;
import de.buergerkiosk.contract.fleet.EnrolmentCode;
import de.buergerkiosk.contract.json.CanonicalJson;
import de.buergerkiosk.demo.ChildProcess;
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
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A real centre, a machine that enrols, a real kiosk process, and the desk. */
class CentreChangesAKioskTest {
    private static final Duration SOON = Duration.ofSeconds(90);
    private static final String KIOSK = "kiosk-7";

    @TempDir private Path folder;

    /** The desk as an admin's script has it. */
    private record Desk(String url, String basic) {
        static Desk of(JsonNode ready) throws IOException {
            var logins = Files.readAllBytes(Path.of(ready.path("logins").asString()));
            for (var login : CanonicalJson.read(logins, 100_000).path("logins")) {
                if (login.path("role").asString().equals("admin")) {
                    var secret =
                            login.path("name").asString() + ":" + login.path("password").asString();
                    return new Desk(
                            ready.path("deskUrl").asString(),
                            Base64.getEncoder()
                                    .encodeToString(secret.getBytes(StandardCharsets.UTF_8)));
                }
            }
            throw new IOException("no admin");
        }

        JsonNode send(String method, String path, String body) throws Exception {
            try (var client = HttpClient.newHttpClient()) {
                var answer =
                        client.send(
                                HttpRequest.newBuilder(URI.create(url + "/api/fleet" + path))
                                        .timeout(Duration.ofSeconds(30))
                                        .header("Authorization", "Basic " + basic)
                                        .method(method, BodyPublishers.ofString(body))
                                        .build(),
                                BodyHandlers.ofString());
                assertTrue(answer.statusCode() < 300, answer.statusCode() + answer.body());
                return CanonicalJson.read(answer.body(), 1_000_000);
            }
        }

        void release(int version, String settings) throws Exception {
            send(
                    "PUT",
                    "/layers/kiosk/" + KIOSK,
                    "{\"version\":" + version + ",\"settings\":" + settings + "}");
            send("POST", "/releases", "{\"to\":\"kiosk:" + KIOSK + "\"}");
        }

        /** The kiosk as the desk sees it, once it is so. */
        JsonNode kiosk(Predicate<JsonNode> so, ChildProcess kiosk) throws Exception {
            long until = System.nanoTime() + SOON.toNanos();
            while (true) {
                for (var each : send("GET", "/kiosks", "").path("kiosks")) {
                    if (each.path("kiosk").asString().equals(KIOSK)) {
                        if (so.test(each)) {
                            return each;
                        }
                        assertTrue(System.nanoTime() < until, each + "\n" + kiosk.lastWords());
                    }
                }
                Thread.sleep(500);
            }
        }
    }

    @Test
    void whatTheDeskSaysHoldsAtTheKioskAndWhatBreaksItIsGivenUp() throws Exception {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        try (var centre =
                ChildProcess.start(
                        "centre",
                        folder.resolve("centre.log"),
                        List.of(
                                "centre",
                                "--data",
                                folder.resolve("centre").toString(),
                                "--device-port",
                                "0",
                                "--enrol-port",
                                "0",
                                "--desk-port",
                                "0"))) {
            var desk = Desk.of(centre.ready(Duration.ofMinutes(2)));
            var config = enrolled(desk);
            try (var kiosk =
                    ChildProcess.start(
                            "kiosk",
                            folder.resolve("kiosk.log"),
                            List.of("run", "--headless", "--config", config.toString()))) {
                var first = desk.kiosk(each -> each.has("heartbeat"), kiosk);
                assertEquals("own", first.at("/heartbeat/configuration/state").asString());

                desk.release(0, "{\"services\":[\"bulky-waste\"],\"languages\":[\"de\"]}");
                var good = desk.kiosk(CentreChangesAKioskTest::isGood, kiosk);
                long version = good.at("/applied/version").asLong();
                assertEquals(version, good.at("/desired/version").asLong());

                // nothing is left to offer: the kiosk would stand there out of service
                desk.release(1, "{\"services\":[\"no-such-service\"]}");
                var fallen =
                        desk.kiosk(
                                each -> each.at("/applied/state").asString().equals("fallen-back"),
                                kiosk);
                assertTrue(
                        fallen.at("/applied/detail").asString().contains("SRV-NONE"),
                        fallen.toString());

                desk.release(2, "{\"services\":[\"bulky-waste\"]}");
                desk.kiosk(
                        each -> isGood(each) && each.at("/applied/version").asLong() > version + 1,
                        kiosk);
                assertTrue(kiosk.isAlive());
            }
        }
    }

    private static boolean isGood(JsonNode kiosk) {
        return kiosk.at("/applied/state").asString().equals("good");
    }

    private Path enrolled(Desk desk) throws Exception {
        desk.send("PUT", "/kiosks/" + KIOSK, "{\"site\":\"main\",\"groups\":[]}");
        var minted = desk.send("POST", "/kiosks/" + KIOSK + "/enrolment", "");
        var done =
                new Enrolling(folder.resolve("kiosk"), InstantSource.system(), new SecureRandom())
                        .enrol(
                                URI.create(minted.path("centre").asString()),
                                EnrolmentCode.parse(minted.path("code").asString()).orElseThrow());
        var text =
                Files.readString(done.config())
                        .replace(
                                "kiosk:\n",
                                "kiosk:\n  services: \""
                                        + TrialCity.SERVICES.toAbsolutePath()
                                        + "\"\n");
        return Files.writeString(
                done.config(),
                text + "screen:\n  fullScreen: false\npayment:\n  port: 9\nprinter:\n  port: 9\n");
    }
}
