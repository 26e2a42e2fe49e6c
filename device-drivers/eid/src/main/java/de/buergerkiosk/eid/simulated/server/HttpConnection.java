package de.buergerkiosk.eid.simulated.server;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * HTTP/1.1 on one connection, kept alive: as much as eID clients speak (RFC 9112), with a limit on
 * everything. What is beyond it closes the connection.
 */
final class HttpConnection {
    private static final int LINE_MAX = 8192;
    private static final int HEADERS_MAX = 100;
    private static final int BODY_MAX = 1024 * 1024;

    private final InputStream in;
    private final OutputStream out;

    HttpConnection(InputStream in, OutputStream out) {
        this.in = new BufferedInputStream(in);
        this.out = out;
    }

    /**
     * A request.
     *
     * @param path without the query
     * @param query decoded by nobody: our own secrets need no escapes
     * @param headers by name in lower case
     */
    record Request(
            String method,
            String path,
            Map<String, String> query,
            Map<String, String> headers,
            String body) {
        /** Without query and body: they hold secrets and persons. */
        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    /** What the server does with a request. */
    sealed interface Reaction {
        record Answer(int status, String contentType, String body) implements Reaction {}

        /** Nothing comes, and the line stays. */
        record Silence() implements Reaction {}

        record HangUp() implements Reaction {}
    }

    /** Empty at the end of the connection, and for anything that is not HTTP. */
    Optional<Request> read() throws IOException {
        String start = line();
        if (start.isEmpty()) {
            return Optional.empty();
        }
        String[] parts = start.split(" ", -1);
        Map<String, String> headers = headers();
        int length = length(headers);
        if (parts.length != 3 || !parts[2].startsWith("HTTP/1.") || length < 0) {
            return Optional.empty();
        }
        if (headers.getOrDefault("expect", "").equalsIgnoreCase("100-continue")) {
            out.write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            out.flush();
        }
        byte[] body = in.readNBytes(length);
        if (body.length < length) {
            return Optional.empty();
        }
        int mark = parts[1].indexOf('?');
        String path = mark < 0 ? parts[1] : parts[1].substring(0, mark);
        return Optional.of(
                new Request(
                        parts[0],
                        path,
                        mark < 0 ? Map.of() : query(parts[1].substring(mark + 1)),
                        headers,
                        new String(body, StandardCharsets.UTF_8)));
    }

    private static Map<String, String> query(String text) {
        var query = new HashMap<String, String>();
        for (String pair : text.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                query.put(pair.substring(0, equals), pair.substring(equals + 1));
            }
        }
        return query;
    }

    private Map<String, String> headers() throws IOException {
        var headers = new HashMap<String, String>();
        for (int i = 0; i < HEADERS_MAX; i++) {
            String line = line();
            int colon = line.indexOf(':');
            if (colon <= 0) {
                return headers;
            }
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        throw new IOException("more than " + HEADERS_MAX + " headers");
    }

    private static int length(Map<String, String> headers) {
        String length = headers.getOrDefault("content-length", "0");
        if (headers.containsKey("transfer-encoding") || !length.matches("[0-9]{1,7}")) {
            return -1;
        }
        int bytes = Integer.parseInt(length);
        return bytes > BODY_MAX ? -1 : bytes;
    }

    private String line() throws IOException {
        var line = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            if (line.size() >= LINE_MAX) {
                throw new IOException("a line of more than " + LINE_MAX + " bytes");
            }
            if (next != '\r') {
                line.write(next);
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }

    void write(Reaction.Answer answer) throws IOException {
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        String head =
                "HTTP/1.1 %d %s\r\nContent-Type: %s; charset=utf-8\r\nContent-Length: %d\r\nCache-Control: no-store\r\nConnection: keep-alive\r\n\r\n"
                        .formatted(
                                answer.status(),
                                answer.status() == 200 ? "OK" : "Refused",
                                answer.contentType(),
                                body.length);
        out.write(head.getBytes(StandardCharsets.US_ASCII));
        out.write(body);
        out.flush();
    }
}
