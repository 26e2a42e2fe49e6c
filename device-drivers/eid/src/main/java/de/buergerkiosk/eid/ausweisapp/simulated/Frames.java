package de.buergerkiosk.eid.ausweisapp.simulated;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The server's side of WebSocket (RFC 6455), as much of it as AusweisApp's clients use. */
final class Frames {
    private static final int TEXT = 1;
    private static final int BINARY = 2;
    private static final int CLOSE = 8;
    private static final int PING = 9;
    private static final int PONG = 10;
    private static final int FIN = 0x80;
    private static final int MASKED = 0x80;
    private static final int LENGTH_BITS = 0x7F;
    private static final int TWO_BYTES = 126;
    private static final int EIGHT_BYTES = 127;
    private static final int PAYLOAD_MAX = 1 << 20;
    private static final int LINE_MAX = 8192;
    private static final String ACCEPT_SALT = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

    private final DataInputStream in;
    private final OutputStream out;

    Frames(DataInputStream in, OutputStream out) {
        this.in = in;
        this.out = out;
    }

    /**
     * A request to upgrade.
     *
     * @param headers by lower-case name
     */
    record Request(String line, Map<String, String> headers) {
        boolean isUpgradeTo(String path) {
            return line.startsWith("GET " + path + " ")
                    && "websocket".equalsIgnoreCase(headers.getOrDefault("upgrade", ""))
                    && headers.containsKey("sec-websocket-key");
        }
    }

    Request request() throws IOException {
        String first = line();
        var headers = new LinkedHashMap<String, String>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            if (colon < 0 || headers.size() > 100) {
                throw new IOException("no HTTP header");
            }
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        return new Request(first, headers);
    }

    private String line() throws IOException {
        var line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("closed while a request was read");
            }
            if (line.size() > LINE_MAX) {
                throw new IOException("a line without end");
            }
            if (next != '\r') {
                line.write(next);
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }

    void upgrade(Request request) throws IOException {
        String key = request.headers().getOrDefault("sec-websocket-key", "");
        String accept;
        try {
            accept =
                    Base64.getEncoder()
                            .encodeToString(
                                    MessageDigest.getInstance("SHA-1")
                                            .digest(
                                                    (key + ACCEPT_SALT)
                                                            .getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-1", e);
        }
        write(
                "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                        + "Sec-WebSocket-Accept: "
                        + accept
                        + "\r\n\r\n");
    }

    void refuse(String status) throws IOException {
        write("HTTP/1.1 " + status + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
    }

    private void write(String head) throws IOException {
        out.write(head.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    /** The next text; empty when the client closed. */
    Optional<String> text() throws IOException {
        var message = new ByteArrayOutputStream();
        while (true) {
            int first = in.read();
            if (first < 0) {
                return Optional.empty();
            }
            byte[] payload = payload();
            switch (first & 0x0F) {
                case 0, TEXT -> {
                    message.write(payload);
                    if ((first & FIN) != 0) {
                        return Optional.of(message.toString(StandardCharsets.UTF_8));
                    }
                }
                case CLOSE -> {
                    frame(CLOSE, payload);
                    return Optional.empty();
                }
                case PING -> frame(PONG, payload);
                case PONG -> {}
                default -> throw new IOException("a frame that no client of the SDK sends");
            }
        }
    }

    private byte[] payload() throws IOException {
        int second = in.readUnsignedByte();
        if ((second & MASKED) == 0) {
            throw new IOException("a client has to mask (RFC 6455, 5.1)");
        }
        long length = second & LENGTH_BITS;
        if (length == TWO_BYTES) {
            length = in.readUnsignedShort();
        } else if (length == EIGHT_BYTES) {
            length = in.readLong();
        }
        if (length < 0 || length > PAYLOAD_MAX) {
            throw new IOException("too long a frame");
        }
        byte[] mask = in.readNBytes(4);
        byte[] payload = in.readNBytes((int) length);
        if (mask.length < 4 || payload.length < length) {
            throw new EOFException("closed within a frame");
        }
        for (int i = 0; i < payload.length; i++) {
            payload[i] ^= mask[i % 4];
        }
        return payload;
    }

    void send(String text) throws IOException {
        frame(TEXT, text.getBytes(StandardCharsets.UTF_8));
    }

    void sendBinary(byte[] bytes) throws IOException {
        frame(BINARY, bytes);
    }

    void close(int status) throws IOException {
        frame(CLOSE, new byte[] {(byte) (status >> 8), (byte) status});
    }

    private synchronized void frame(int kind, byte[] payload) throws IOException {
        var frame = new ByteArrayOutputStream();
        frame.write(FIN | kind);
        if (payload.length < TWO_BYTES) {
            frame.write(payload.length);
        } else if (payload.length < 1 << 16) {
            frame.write(TWO_BYTES);
            frame.write(payload.length >> 8);
            frame.write(payload.length);
        } else {
            frame.write(EIGHT_BYTES);
            for (int shift = 56; shift >= 0; shift -= 8) {
                frame.write((int) ((long) payload.length >> shift));
            }
        }
        frame.write(payload);
        out.write(frame.toByteArray());
        out.flush();
    }
}
