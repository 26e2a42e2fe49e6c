package de.buergerkiosk.demo;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Pattern;

/** Pages of desk and console, as somebody who has signed in gets them. */
public final class DeskPages implements AutoCloseable {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final Duration ANSWER_MAX = Duration.ofSeconds(20);

    private final URI desk;
    private final HttpClient client =
            HttpClient.newBuilder()
                    .cookieHandler(new CookieManager())
                    .followRedirects(HttpClient.Redirect.NORMAL)
                    .build();

    private DeskPages(URI desk) {
        this.desk = desk;
    }

    /** Signs in at the desk as that person does. */
    public static DeskPages of(String deskUrl, DeskClient.Login login)
            throws IOException, InterruptedException {
        var pages = new DeskPages(URI.create(deskUrl));
        pages.signIn(login);
        return pages;
    }

    private void signIn(DeskClient.Login login) throws IOException, InterruptedException {
        var token = TOKEN.matcher(get("/login"));
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

    /** The page as HTML. */
    public String get(String path) throws IOException, InterruptedException {
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

    @Override
    public void close() {
        client.close();
    }
}
