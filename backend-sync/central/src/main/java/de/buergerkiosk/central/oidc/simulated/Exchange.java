package de.buergerkiosk.central.oidc.simulated;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import de.buergerkiosk.contract.json.CanonicalJson;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** One request to the simulated provider, and its answer. */
final class Exchange {
    private static final int BODY_BYTES_MAX = 32 << 10;
    private static final String COOKIE = "example-provider";

    private final HttpExchange http;

    Exchange(HttpExchange http) {
        this.http = http;
    }

    boolean isPost() {
        return http.getRequestMethod().equals("POST");
    }

    Map<String, String> query() {
        return parameters(Optional.ofNullable(http.getRequestURI().getRawQuery()).orElse(""));
    }

    Map<String, String> form() throws IOException {
        return parameters(new String(http.getRequestBody().readNBytes(BODY_BYTES_MAX), UTF_8));
    }

    /** A parameter that is given twice counts as none (RFC 6749, 3.1). */
    private static Map<String, String> parameters(String text) {
        var found = new HashMap<String, String>();
        for (var each : text.split("&", -1)) {
            var parts = each.split("=", 2);
            var name = decoded(parts[0]);
            var value = parts.length == 2 ? decoded(parts[1]) : "";
            found.merge(name, value, (_, _) -> "");
        }
        return found;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }

    String header(String name) {
        return Optional.ofNullable(http.getRequestHeaders().getFirst(name)).orElse("");
    }

    /** The session that the browser brings; empty for none. */
    String session() {
        for (var each : header("Cookie").split(";\\s*", -1)) {
            if (each.startsWith(COOKIE + "=")) {
                return each.substring(COOKIE.length() + 1);
            }
        }
        return "";
    }

    void giveSession(String id) {
        http.getResponseHeaders()
                .add("Set-Cookie", COOKIE + "=" + id + "; Path=/; HttpOnly; SameSite=Lax");
    }

    void takeSession() {
        giveSession("; Max-Age=0");
    }

    void redirect(String to) throws IOException {
        http.getResponseHeaders().add("Location", to);
        http.getResponseHeaders().add("Cache-Control", "no-store");
        http.sendResponseHeaders(302, -1);
    }

    void json(int status, ObjectNode json) throws IOException {
        send(status, "application/json", CanonicalJson.bytes(json));
    }

    void error(int status, String code) throws IOException {
        json(status, CanonicalJson.object().put("error", code));
    }

    void page(int status, String html) throws IOException {
        http.getResponseHeaders()
                .add(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none';"
                                + " frame-ancestors 'none'");
        send(status, "text/html; charset=utf-8", html.getBytes(UTF_8));
    }

    private void send(int status, String type, byte[] body) throws IOException {
        http.getResponseHeaders().add("Content-Type", type);
        http.getResponseHeaders().add("Cache-Control", "no-store");
        http.sendResponseHeaders(status, body.length);
        http.getResponseBody().write(body);
    }
}
