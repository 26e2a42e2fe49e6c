package de.buergerkiosk.central;

import de.buergerkiosk.contract.json.CanonicalJson;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import tools.jackson.databind.node.ObjectNode;

/** Scripts of the desk, as somebody with a login uses them. */
final class AdminDesk implements AutoCloseable {
    private final HttpClient client = HttpClient.newHttpClient();
    private final int port;
    private final String basic;

    AdminDesk(int port, String name, String password) {
        this.port = port;
        var secret = name + ":" + password;
        basic = Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8));
    }

    static AdminDesk ofRunningCentre() throws IOException {
        return as("verwaltung");
    }

    static AdminDesk as(String name) throws IOException {
        return new AdminDesk(
                RunningCentre.ready().desk().orElseThrow(), name, TestDesk.password(name));
    }

    HttpResponse<String> send(String method, String path, String body)
            throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        .timeout(Duration.ofSeconds(30))
                        .header("Authorization", "Basic " + basic)
                        .header("Content-Type", "application/json")
                        .method(
                                method,
                                body.isEmpty()
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString(body))
                        .build();
        return client.send(request, BodyHandlers.ofString());
    }

    ObjectNode ok(String method, String path, String body)
            throws IOException, InterruptedException {
        var answer = send(method, path, body);
        if (answer.statusCode() >= 300) {
            throw new AssertionError(
                    method + " " + path + ": " + answer.statusCode() + " " + answer.body());
        }
        return CanonicalJson.read(answer.body(), 10_000_000);
    }

    /** Makes the kiosk known and returns the desk's answer with its code. */
    ObjectNode code(String kiosk, String site, String group)
            throws IOException, InterruptedException {
        var groups = group.isEmpty() ? "[]" : "[\"" + group + "\"]";
        ok(
                "PUT",
                "/api/fleet/kiosks/" + kiosk,
                "{\"site\":\"" + site + "\",\"groups\":" + groups + "}");
        return ok("POST", "/api/fleet/kiosks/" + kiosk + "/enrolment", "");
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
