package de.buergerkiosk.eid.simulated.client;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** HTTP/1.1 over one channel that stays open, with a limit on everything that comes back. */
final class HttpCalls {
    private static final int LINE_MAX = 8192;
    private static final int HEADERS_MAX = 100;
    private static final int BODY_MAX = 1024 * 1024;

    private final InputStream in;
    private final OutputStream out;

    HttpCalls(InputStream in, OutputStream out) {
        this.in = new BufferedInputStream(in);
        this.out = out;
    }

    record Answer(int status, String body) {
        @Override
        public String toString() {
            return "HTTP " + status;
        }
    }

    /** What came is no HTTP, or more of it than anybody needs. */
    static final class NotHttp extends IOException {
        NotHttp(String what) {
            super(what);
        }
    }

    Answer get(URI address) throws IOException {
        return send("GET", address, "", "Accept: text/xml");
    }

    Answer post(URI address, String body, String header) throws IOException {
        return send("POST", address, body, header);
    }

    private Answer send(String method, URI address, String text, String header) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        String query = address.getRawQuery();
        String head =
                method
                        + " "
                        + address.getRawPath()
                        + (query == null ? "" : "?" + query)
                        + " HTTP/1.1\r\nHost: "
                        + address.getRawAuthority()
                        + "\r\n"
                        + header
                        + "\r\nContent-Type: application/vnd.paos+xml\r\nContent-Length: "
                        + body.length
                        + "\r\n\r\n";
        out.write(head.getBytes(StandardCharsets.ISO_8859_1));
        out.write(body);
        out.flush();
        return read();
    }

    private Answer read() throws IOException {
        String[] start = line().split(" ", 3);
        if (start.length < 2 || !start[0].startsWith("HTTP/1.") || !start[1].matches("[0-9]{3}")) {
            throw new NotHttp("an answer that is not HTTP");
        }
        int length = length();
        byte[] body = in.readNBytes(length);
        if (body.length < length) {
            throw new EOFException("the answer is cut off");
        }
        return new Answer(Integer.parseInt(start[1]), new String(body, StandardCharsets.UTF_8));
    }

    private int length() throws IOException {
        int length = 0;
        for (int i = 0; i < HEADERS_MAX; i++) {
            String line = line();
            if (line.isEmpty()) {
                return length;
            }
            String name = line.toLowerCase(Locale.ROOT);
            if (name.startsWith("transfer-encoding:")) {
                throw new NotHttp("an answer in pieces");
            }
            if (name.startsWith("content-length:")) {
                String digits = line.substring(line.indexOf(':') + 1).strip();
                if (!digits.matches("[0-9]{1,7}") || Integer.parseInt(digits) > BODY_MAX) {
                    throw new NotHttp("an answer of more than " + BODY_MAX + " bytes");
                }
                length = Integer.parseInt(digits);
            }
        }
        throw new NotHttp("more than " + HEADERS_MAX + " headers");
    }

    private String line() throws IOException {
        var line = new ByteArrayOutputStream();
        int next = in.read();
        while (next >= 0 && next != '\n') {
            if (line.size() >= LINE_MAX) {
                throw new NotHttp("a line of more than " + LINE_MAX + " bytes");
            }
            if (next != '\r') {
                line.write(next);
            }
            next = in.read();
        }
        if (next < 0) {
            throw new EOFException("the server hung up");
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }
}
