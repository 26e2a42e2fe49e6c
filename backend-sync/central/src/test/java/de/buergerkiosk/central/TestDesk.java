package de.buergerkiosk.central;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.contract.json.CanonicalJson;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Base64;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/** A browser without a screen at the desk door: cookies, forms, no redirects unseen. */
final class TestDesk implements AutoCloseable {
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final int port = RunningCentre.ready().desk().orElseThrow();

    static String password(String name) throws IOException {
        var file = RunningCentre.data().resolve("desk/logins.json");
        for (var login : CanonicalJson.read(Files.readString(file), 10_000).get("logins")) {
            if (login.get("name").stringValue().equals(name)) {
                return login.get("password").stringValue();
            }
        }
        throw new IllegalStateException("no login of " + name);
    }

    static TestDesk loggedIn(String name) throws IOException, InterruptedException {
        var desk = new TestDesk();
        var answer = desk.login(name, password(name));
        assertEquals("/filings", location(answer));
        return desk;
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return get(path, "text/html");
    }

    HttpResponse<String> get(String path, String accept) throws IOException, InterruptedException {
        return client.send(
                request(path).header("Accept", accept).GET().build(), BodyHandlers.ofString());
    }

    HttpResponse<String> login(String name, String password)
            throws IOException, InterruptedException {
        return post("/login", "/login", "username", name, "password", password);
    }

    /** Posts a form with the token of the page that shows it. */
    HttpResponse<String> post(String page, String action, String... fields)
            throws IOException, InterruptedException {
        var token = CSRF.matcher(get(page).body());
        assertTrue(token.find(), "the page must carry a token");
        var form = new StringBuilder("_csrf=" + encoded(token.group(1)));
        for (int i = 0; i < fields.length; i += 2) {
            form.append('&').append(fields[i]).append('=').append(encoded(fields[i + 1]));
        }
        return postRaw(action, form.toString());
    }

    HttpResponse<String> postRaw(String path, String form)
            throws IOException, InterruptedException {
        var request =
                request(path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build();
        return client.send(request, BodyHandlers.ofString());
    }

    /** As a script: HTTP Basic, no cookies. */
    static HttpResponse<String> script(String name, String path)
            throws IOException, InterruptedException {
        var secret = name + ":" + password(name);
        var basic = Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8));
        try (var client = HttpClient.newHttpClient()) {
            var port = RunningCentre.ready().desk().orElseThrow();
            var request =
                    HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                            .timeout(Duration.ofSeconds(30))
                            .header("Authorization", "Basic " + basic)
                            .build();
            return client.send(request, BodyHandlers.ofString());
        }
    }

    static ObjectNode json(HttpResponse<String> answer) {
        return CanonicalJson.read(answer.body(), 10_000_000);
    }

    static String location(HttpResponse<String> answer) {
        var target = answer.headers().firstValue("Location").orElse("");
        return target.replaceFirst("^http://localhost:\\d+", "");
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .timeout(Duration.ofSeconds(30));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
