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
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** Signs in at the desk as a clerk does, and lets Chromium draw the page that comes back. */
final class DeskCamera {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final Duration ANSWER_MAX = Duration.ofSeconds(20);
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
        var answer =
                client.send(
                        HttpRequest.newBuilder(desk.resolve("/login"))
                                .timeout(ANSWER_MAX)
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString(form))
                                .build(),
                        HttpResponse.BodyHandlers.discarding());
        // A refused clerk is sent back to the login page, with status 200.
        if (answer.statusCode() != 200 || answer.uri().getPath().equals("/login")) {
            throw new IOException(
                    "the desk did not let %s in (status %d)"
                            .formatted(login.name(), answer.statusCode()));
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private String get(HttpClient client, String path) throws IOException, InterruptedException {
        var answer =
                client.send(
                        HttpRequest.newBuilder(desk.resolve(path)).timeout(ANSWER_MAX).build(),
                        HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(
                    "the desk answered %d to %s".formatted(answer.statusCode(), path));
        }
        return answer.body();
    }

    /** Draws beside the picture and replaces it only by a whole one. */
    private static void chromium(Path page, Path png) throws IOException, InterruptedException {
        var work = Files.createTempDirectory("chromium");
        try {
            var drawn = work.resolve("page.png");
            draw(page, drawn, work);
            var beside = png.toAbsolutePath().resolveSibling(png.getFileName() + ".part");
            Files.copy(drawn, beside, StandardCopyOption.REPLACE_EXISTING);
            Files.move(beside, png, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Scratch.delete(work);
        }
    }

    private static void draw(Path page, Path png, Path work)
            throws IOException, InterruptedException {
        var said = work.resolve("said.txt");
        var process = started(page, png, work, said);
        if (!process.waitFor(CHROMIUM_MAX.toMillis(), TimeUnit.MILLISECONDS)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().waitFor();
            throw new IOException(
                    "chromium did not finish within " + CHROMIUM_MAX.toSeconds() + " s");
        }
        if (process.exitValue() != 0 || !Files.exists(png)) {
            var lines = Files.readString(said, StandardCharsets.ISO_8859_1).lines().toList();
            throw new IOException(
                    "chromium drew no picture (exit code %d): %s"
                            .formatted(
                                    process.exitValue(),
                                    lines.isEmpty() ? "it said nothing" : lines.getLast()));
        }
    }

    private static Process started(Path page, Path png, Path work, Path said) throws IOException {
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
                        "--user-data-dir=" + work.resolve("profile"),
                        "--window-size=1100,1000",
                        "--screenshot=" + png,
                        page.toUri().toString());
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start();
        } catch (IOException e) {
            throw new IOException(
                    "chromium cannot be started; install it: sudo apt-get install chromium", e);
        }
    }
}
