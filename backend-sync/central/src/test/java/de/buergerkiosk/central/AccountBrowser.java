package de.buergerkiosk.central;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Pattern;

/** A browser without a screen that goes from the desk to the provider and back. */
final class AccountBrowser implements AutoCloseable {
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern PAGE = Pattern.compile("name=\"page\" value=\"([^\"]+)\"");
    private static final int HOPS_MAX = 12;

    private final CookieManager cookies = new CookieManager();
    private final HttpClient client = HttpClient.newBuilder().cookieHandler(cookies).build();
    private final String desk;

    AccountBrowser(int port) {
        desk = "http://localhost:" + port;
    }

    /** A page, with the address that led to it in the end. */
    record Seen(URI at, HttpResponse<String> answer) {
        String body() {
            return answer.body();
        }

        int status() {
            return answer.statusCode();
        }
    }

    URI desk(String path) {
        return URI.create(desk + path);
    }

    HttpResponse<String> one(URI address) throws IOException, InterruptedException {
        return client.send(request(address).GET().build(), BodyHandlers.ofString());
    }

    Seen go(String path) throws IOException, InterruptedException {
        return follow(desk(path), one(desk(path)));
    }

    /** To the provider's page, where people say who they are. */
    Seen toTheProvider() throws IOException, InterruptedException {
        return go("/oauth2/authorization/city");
    }

    /** Presses the button of that person, and comes to wherever it leads. */
    Seen press(Seen choice, String person) throws IOException, InterruptedException {
        var page = PAGE.matcher(choice.body());
        assertTrue(page.find(), choice.body());
        var form = "page=" + encoded(page.group(1)) + "&login=" + encoded(person);
        var there = choice.at().resolve("/authorize");
        return follow(there, post(there, form));
    }

    Seen signIn(String person) throws IOException, InterruptedException {
        return press(toTheProvider(), person);
    }

    /** As the button of the page does. */
    Seen signOut(Seen page) throws IOException, InterruptedException {
        var token = CSRF.matcher(page.body());
        assertTrue(token.find(), page.body());
        var there = desk("/logout");
        return follow(there, post(there, "_csrf=" + encoded(token.group(1))));
    }

    private HttpResponse<String> post(URI address, String form)
            throws IOException, InterruptedException {
        return client.send(
                request(address)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString());
    }

    Seen follow(URI from, HttpResponse<String> answer) throws IOException, InterruptedException {
        var at = from;
        var now = answer;
        for (int hop = 0; now.statusCode() == 302 || now.statusCode() == 303; hop++) {
            assertTrue(hop < HOPS_MAX, () -> "led in circles");
            at = at.resolve(now.headers().firstValue("Location").orElseThrow());
            now = one(at);
        }
        return new Seen(at, now);
    }

    /** The number of the desk's session; empty for none. */
    String session() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("desk"))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    void assertNobodyIsIn() throws IOException, InterruptedException {
        assertEquals(302, one(desk("/filings")).statusCode());
    }

    private static HttpRequest.Builder request(URI address) {
        return HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(60));
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
