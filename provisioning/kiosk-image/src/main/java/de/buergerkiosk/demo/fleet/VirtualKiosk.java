package de.buergerkiosk.demo.fleet;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** One kept connection over mutual TLS 1.3, with as little of HTTP as the device door needs. */
public final class VirtualKiosk implements AutoCloseable {
    private static final int ANSWER_MILLIS_MAX = 90_000;

    private final SSLSocket socket;
    private final InputStream in;
    private final OutputStream out;
    private final String host;
    private long asked;

    /** What the door said. */
    public record Said(int status, String body) {
        /** The body as it came; each byte is one character of the text. */
        byte[] bytes() {
            return body.getBytes(ISO_8859_1);
        }
    }

    private VirtualKiosk(SSLSocket socket, String host) throws IOException {
        this.socket = socket;
        this.in = new BufferedInputStream(socket.getInputStream());
        this.out = socket.getOutputStream();
        this.host = host;
    }

    /** Connects with the certificate of a kiosk. */
    public static VirtualKiosk connect(URI door, SSLContext tls) throws IOException {
        var socket =
                (SSLSocket) tls.getSocketFactory().createSocket(door.getHost(), door.getPort());
        socket.setSoTimeout(ANSWER_MILLIS_MAX);
        socket.setTcpNoDelay(true);
        socket.setEnabledProtocols(new String[] {"TLSv1.3"});
        socket.startHandshake();
        return new VirtualKiosk(socket, door.getHost() + ":" + door.getPort());
    }

    public Said get(String path) throws IOException {
        return exchange("GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\n\r\n", new byte[0]);
    }

    public Said post(String path, byte[] json) throws IOException {
        return send("POST", path, json);
    }

    public Said put(String path, byte[] json) throws IOException {
        return send("PUT", path, json);
    }

    private Said send(String method, String path, byte[] json) throws IOException {
        var head =
                method
                        + " "
                        + path
                        + " HTTP/1.1\r\nHost: "
                        + host
                        + "\r\nContent-Type: application/json\r\nContent-Length: "
                        + json.length
                        + "\r\n\r\n";
        return exchange(head, json);
    }

    private Said exchange(String head, byte[] body) throws IOException {
        var bytes = new byte[head.length() + body.length];
        System.arraycopy(head.getBytes(US_ASCII), 0, bytes, 0, head.length());
        System.arraycopy(body, 0, bytes, head.length(), body.length);
        asked++;
        out.write(bytes);
        out.flush();
        int status = Integer.parseInt(line().substring(9, 12));
        int length = 0;
        boolean chunked = false;
        for (var line = line(); !line.isEmpty(); line = line()) {
            var lower = line.toLowerCase(java.util.Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Integer.parseInt(lower.substring(15).strip());
            }
            chunked |= lower.startsWith("transfer-encoding:");
        }
        return new Said(status, new String(chunked ? chunks() : in.readNBytes(length), ISO_8859_1));
    }

    private byte[] chunks() throws IOException {
        var body = new ByteArrayOutputStream();
        while (true) {
            int size = Integer.parseInt(line().strip(), 16);
            body.writeBytes(in.readNBytes(size));
            line();
            if (size == 0) {
                return body.toByteArray();
            }
        }
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("the door closed at question " + asked);
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
