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
 * everything. What is beyond it is refused with a status, and ends the connection.
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

    /** What was sent is no request that this server takes; the line is of no use after it. */
    static final class Unfit extends Exception {
        private static final long serialVersionUID = 1;
        private final transient Reaction.Answer answer;

        Unfit(int status, String why) {
            super(why, null, false, false);
            answer = new Reaction.Answer(status, "text/plain", why);
        }

        Reaction.Answer answer() {
            return answer;
        }
    }

    /** Empty at the end of the connection. */
    Optional<Request> read() throws IOException, Unfit {
        Optional<String> start = line();
        if (start.isEmpty()) {
            return Optional.empty();
        }
        String[] parts = start.get().split(" ", -1);
        if (parts.length != 3 || !parts[2].startsWith("HTTP/1.")) {
            throw new Unfit(400, "not HTTP/1.1");
        }
        Map<String, String> headers = headers();
        Optional<byte[]> body = body(headers);
        if (body.isEmpty()) {
            return Optional.empty();
        }
        // the whole address may stand there (RFC 9112, 3.2.2)
        String target = parts[1].replaceFirst("^https?://[^/?]*", "");
        int mark = target.indexOf('?');
        String path = mark < 0 ? target : target.substring(0, mark);
        return Optional.of(
                new Request(
                        parts[0],
                        path,
                        mark < 0 ? Map.of() : query(target.substring(mark + 1)),
                        headers,
                        new String(body.get(), StandardCharsets.UTF_8)));
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

    private Map<String, String> headers() throws IOException, Unfit {
        var headers = new HashMap<String, String>();
        for (int i = 0; i < HEADERS_MAX; i++) {
            String line = line().orElse("");
            int colon = line.indexOf(':');
            if (colon <= 0) {
                return headers;
            }
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        throw new Unfit(431, "more than " + HEADERS_MAX + " headers");
    }

    /** Empty when the connection ends within it. */
    private Optional<byte[]> body(Map<String, String> headers) throws IOException, Unfit {
        String coding = headers.getOrDefault("transfer-encoding", "");
        boolean chunked = coding.equalsIgnoreCase("chunked");
        if (!coding.isEmpty() && !chunked) {
            throw new Unfit(501, "a transfer coding other than chunked");
        }
        // with both, the two sides could disagree on where the next request begins
        String length = headers.getOrDefault("content-length", "0");
        if (!length.matches("[0-9]{1,12}") || (chunked && headers.containsKey("content-length"))) {
            throw new Unfit(400, "a length that is none");
        }
        if (Long.parseLong(length) > BODY_MAX) {
            throw tooLong();
        }
        if (headers.getOrDefault("expect", "").equalsIgnoreCase("100-continue")) {
            out.write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            out.flush();
        }
        return chunked ? chunks() : exactly(Integer.parseInt(length));
    }

    private static Unfit tooLong() {
        return new Unfit(413, "more than " + BODY_MAX + " bytes");
    }

    private Optional<byte[]> exactly(int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        return bytes.length < length ? Optional.empty() : Optional.of(bytes);
    }

    /** RFC 9112, 7.1; trailers are read over. */
    private Optional<byte[]> chunks() throws IOException, Unfit {
        var whole = new ByteArrayOutputStream();
        while (true) {
            String size = line().orElse("").replaceFirst(";.*", "").strip();
            if (!size.matches("[0-9A-Fa-f]{1,6}")) {
                throw new Unfit(400, "a chunk without its size");
            }
            int bytes = Integer.parseInt(size, 16);
            if (bytes == 0) {
                headers();
                return Optional.of(whole.toByteArray());
            }
            if (whole.size() + bytes > BODY_MAX) {
                throw tooLong();
            }
            Optional<byte[]> chunk = exactly(bytes);
            if (chunk.isEmpty()) {
                return Optional.empty();
            }
            whole.writeBytes(chunk.get());
            if (!line().orElse("").isEmpty()) {
                throw new Unfit(400, "a chunk longer than its size");
            }
        }
    }

    /** Without its end; empty at the end of the connection. */
    private Optional<String> line() throws IOException, Unfit {
        var line = new ByteArrayOutputStream();
        int next = in.read();
        if (next < 0) {
            return Optional.empty();
        }
        for (; next >= 0 && next != '\n'; next = in.read()) {
            if (line.size() >= LINE_MAX) {
                throw new Unfit(431, "a line of more than " + LINE_MAX + " bytes");
            }
            if (next != '\r') {
                line.write(next);
            }
        }
        return Optional.of(line.toString(StandardCharsets.ISO_8859_1));
    }

    void write(Reaction.Answer answer) throws IOException {
        write(answer, "keep-alive");
    }

    /** The last one on this connection. */
    void writeLast(Reaction.Answer answer) throws IOException {
        write(answer, "close");
    }

    private void write(Reaction.Answer answer, String connection) throws IOException {
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        String head =
                "HTTP/1.1 %d %s\r\nContent-Type: %s; charset=utf-8\r\nContent-Length: %d\r\nCache-Control: no-store\r\nConnection: %s\r\n\r\n"
                        .formatted(
                                answer.status(),
                                answer.status() == 200 ? "OK" : "Refused",
                                answer.contentType(),
                                body.length,
                                connection);
        out.write(head.getBytes(StandardCharsets.US_ASCII));
        out.write(body);
        out.flush();
    }
}
