package de.buergerkiosk.demo;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** Signs in at the desk as a clerk does, and lets Chromium draw the page that comes back. */
final class DeskCamera {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final Duration CHROMIUM_MAX = Duration.ofMinutes(1);

    private final URI desk;

    DeskCamera(String deskUrl) {
        this.desk = URI.create(deskUrl);
    }

    /** A picture of one page of the desk, as that clerk sees it. */
    void shoot(String path, DeskClient.Login login, Path png)
            throws IOException, InterruptedException {
        var page = Files.createTempFile("desk", ".html");
        try (var client =
                HttpClient.newBuilder()
                        .cookieHandler(new CookieManager())
                        .followRedirects(HttpClient.Redirect.NORMAL)
                        .build()) {
            signIn(client, login);
            var html = get(client, path);
            // The page is drawn from a file, and still takes its style from the desk.
            Files.writeString(page, html.replace("<head>", "<head><base href=\"" + desk + "\">"));
            chromium(page, png);
        } finally {
            Files.delete(page);
        }
    }

    private void signIn(HttpClient client, DeskClient.Login login)
            throws IOException, InterruptedException {
        var token = TOKEN.matcher(get(client, "/login"));
        if (!token.find()) {
            throw new IOException("the desk's login page has no form");
        }
        var form =
                "username=%s&password=%s&_csrf=%s"
                        .formatted(
                                encoded(login.name()),
                                encoded(login.password()),
                                encoded(token.group(1)));
        client.send(
                HttpRequest.newBuilder(desk.resolve("/login"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.discarding());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private String get(HttpClient client, String path) throws IOException, InterruptedException {
        return client.send(
                        HttpRequest.newBuilder(desk.resolve(path)).build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private static void chromium(Path page, Path png) throws IOException, InterruptedException {
        var profile = Files.createTempDirectory("chromium");
        var command =
                List.of(
                        "chromium",
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--hide-scrollbars",
                        "--user-data-dir=" + profile,
                        "--window-size=1100,1000",
                        "--screenshot=" + png.toAbsolutePath(),
                        page.toUri().toString());
        var process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        if (!process.waitFor(CHROMIUM_MAX.toMillis(), TimeUnit.MILLISECONDS)) {
            process.destroyForcibly();
            throw new IOException("chromium did not finish");
        }
        Scratch.delete(profile);
        if (!Files.exists(png)) {
            throw new IOException("chromium drew no picture");
        }
    }
}
