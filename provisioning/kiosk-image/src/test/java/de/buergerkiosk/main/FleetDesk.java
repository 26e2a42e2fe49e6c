package de.buergerkiosk.main;

import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.contract.json.CanonicalJson;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.function.Predicate;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** The desk as an admin's script has it, for one kiosk. */
record FleetDesk(String url, String basic, String kiosk) {
    /** A heartbeat comes once a minute, and a trial needs one. */
    private static final Duration SOON = Duration.ofMinutes(5);

    static FleetDesk of(String url, Path logins, String kiosk) throws IOException {
        for (var login : CanonicalJson.read(Files.readAllBytes(logins), 100_000).path("logins")) {
            if (login.path("role").asString().equals("admin")) {
                var secret =
                        login.path("name").asString() + ":" + login.path("password").asString();
                return new FleetDesk(
                        url,
                        Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8)),
                        kiosk);
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

    /**
     * Releases to this kiosk alone.
     *
     * @param version of the kiosk's layer so far
     */
    void release(int version, String settings) throws Exception {
        send(
                "PUT",
                "/layers/kiosk/" + kiosk,
                "{\"version\":" + version + ",\"settings\":" + settings + "}");
        send("POST", "/releases", "{\"to\":\"kiosk:" + kiosk + "\"}");
    }

    /** The kiosk as the desk sees it, once it is so. */
    JsonNode kiosk(Predicate<JsonNode> so, Supplier<String> lastWords) throws Exception {
        long until = System.nanoTime() + SOON.toNanos();
        while (true) {
            for (var each : send("GET", "/kiosks", "").path("kiosks")) {
                if (each.path("kiosk").asString().equals(kiosk)) {
                    if (so.test(each)) {
                        return each;
                    }
                    assertTrue(System.nanoTime() < until, each + "\n" + lastWords.get());
                }
            }
            Thread.sleep(500);
        }
    }
}
