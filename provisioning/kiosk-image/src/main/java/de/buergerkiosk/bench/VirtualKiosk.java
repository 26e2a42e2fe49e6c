package de.buergerkiosk.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** One kept connection over mutual TLS 1.3, with as little of HTTP as the device door needs. */
final class VirtualKiosk implements AutoCloseable {
    private static final int ANSWER_MILLIS_MAX = 90_000;

    private final SSLSocket socket;
    private final InputStream in;
    private final OutputStream out;
    private final String host;

    /** What the door said. */
    record Said(int status, String body) {}

    private VirtualKiosk(SSLSocket socket, String host) throws IOException {
        this.socket = socket;
        this.in = new BufferedInputStream(socket.getInputStream());
        this.out = socket.getOutputStream();
        this.host = host;
    }

    static VirtualKiosk connect(URI door, SSLContext tls) throws IOException {
        var socket =
                (SSLSocket) tls.getSocketFactory().createSocket(door.getHost(), door.getPort());
        socket.setSoTimeout(ANSWER_MILLIS_MAX);
        socket.setTcpNoDelay(true);
        socket.setEnabledProtocols(new String[] {"TLSv1.3"});
        socket.startHandshake();
        return new VirtualKiosk(socket, door.getHost() + ":" + door.getPort());
    }

    Said get(String path) throws IOException {
        return exchange("GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\n\r\n", new byte[0]);
    }

    Said post(String path, byte[] json) throws IOException {
        var head =
                "POST "
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
        return new Said(status, chunked ? chunks() : new String(in.readNBytes(length), US_ASCII));
    }

    private String chunks() throws IOException {
        var body = new StringBuilder();
        while (true) {
            int size = Integer.parseInt(line().strip(), 16);
            body.append(new String(in.readNBytes(size), US_ASCII));
            line();
            if (size == 0) {
                return body.toString();
            }
        }
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("the door closed");
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
