package de.buergerkiosk.eid.ausweisapp;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * The client's side of a WebSocket (RFC 6455) after its handshake, as blocking calls: one thread reads,
 * another writes. The WebSocket of java.net.http loses the end of a connection that comes while a
 * message is delivered (JDK 25), and then waits for a program that is not there any more.
 */
final class WebSocketLine implements AutoCloseable {
    private static final int CONTINUATION = 0;
    private static final int TEXT = 1;
    private static final int BINARY = 2;
    private static final int CLOSE = 8;
    private static final int PING = 9;
    private static final int PONG = 10;
    private static final int FIN = 0x80;
    private static final int RESERVED = 0x70;
    private static final int MASKED = 0x80;
    private static final int LENGTH_BITS = 0x7F;
    private static final int TWO_BYTES = 126;
    private static final int EIGHT_BYTES = 127;
    private static final int CONTROL_MAX = 125;
    private static final int NORMAL_CLOSURE = 1000;
    private static final int NO_STATUS = 1005;

    /** Bytes that a char of Java's takes at most. */
    private static final int UTF8_MAX = 3;

    private final Socket socket;
    private final DataInputStream in;
    private final RandomGenerator chance;
    private final int messageMax;

    /**
     * @param chance masks what is sent
     * @param messageMax bytes that a message may have
     */
    WebSocketLine(Socket socket, RandomGenerator chance, int messageMax) throws IOException {
        this.socket = socket;
        this.in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
        this.chance = chance;
        this.messageMax = messageMax;
    }

    /** What came. After anything but a text the line is of no more use. */
    sealed interface Received {
        record Text(String text) implements Received {}

        /** The other side said goodbye. */
        record Closed(int status) implements Received {}

        /** What does not belong on this line; says what, never its content. */
        record Unfit(String why) implements Received {}
    }

    /** A frame of the other side that is no WebSocket frame. */
    private static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1;

        Unreadable(String message) {
            super(message);
        }
    }

    /** A part of a message. */
    private static final class Frame {
        private final int kind;
        private final boolean last;
        private final byte[] payload;

        Frame(int kind, boolean last, byte[] payload) {
            this.kind = kind;
            this.last = last;
            this.payload = payload;
        }
    }

    /**
     * Waits for the next message; as long as it takes, until {@link #close}.
     *
     * @throws IOException when the line broke off
     */
    Received next() throws IOException {
        try {
            return message();
        } catch (Unreadable e) {
            return new Received.Unfit(String.valueOf(e.getMessage()));
        }
    }

    private Received message() throws IOException, Unreadable {
        var message = new ByteArrayOutputStream();
        boolean begun = false;
        while (true) {
            Frame frame = frame(messageMax - message.size());
            switch (frame.kind) {
                case TEXT, CONTINUATION -> {
                    if (begun != (frame.kind == CONTINUATION)) {
                        throw new Unreadable("frames out of order");
                    }
                    begun = true;
                    message.write(frame.payload);
                    if (frame.last) {
                        return text(message.toByteArray());
                    }
                }
                case BINARY -> {
                    return new Received.Unfit("a binary message");
                }
                case CLOSE -> {
                    return new Received.Closed(status(frame.payload));
                }
                case PING -> send(PONG, frame.payload);
                case PONG -> {}
                default -> throw new Unreadable("a frame of no known kind");
            }
        }
    }

    private static Received text(byte[] utf8) {
        try {
            return new Received.Text(
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString());
        } catch (CharacterCodingException e) {
            return new Received.Unfit("a text that is not UTF-8");
        }
    }

    private static int status(byte[] payload) {
        return payload.length < 2 ? NO_STATUS : ByteBuffer.wrap(payload).getShort() & 0xFFFF;
    }

    private Frame frame(int atMost) throws IOException, Unreadable {
        int first = in.readUnsignedByte();
        int second = in.readUnsignedByte();
        if ((first & RESERVED) != 0 || (second & MASKED) != 0) {
            throw new Unreadable("a frame that no server may send");
        }
        long length = second & LENGTH_BITS;
        if (length == TWO_BYTES) {
            length = in.readUnsignedShort();
        } else if (length == EIGHT_BYTES) {
            length = in.readLong();
        }
        int kind = first & 0x0F;
        boolean last = (first & FIN) != 0;
        if (kind >= CLOSE && (!last || length > CONTROL_MAX)) {
            throw new Unreadable("a control frame that is too long");
        }
        if (length < 0 || length > atMost) {
            throw new Unreadable("a message longer than " + messageMax);
        }
        byte[] payload = in.readNBytes((int) length);
        if (payload.length < length) {
            throw new EOFException("within a frame");
        }
        return new Frame(kind, last, payload);
    }

    /** Sends a text in one frame, and keeps nothing of it. */
    void send(CharSequence text) throws IOException {
        var bytes = new byte[text.length() * UTF8_MAX];
        var encoded = ByteBuffer.wrap(bytes);
        StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text), encoded, true);
        byte[] payload = Arrays.copyOf(bytes, encoded.position());
        try {
            send(TEXT, payload);
        } finally {
            Arrays.fill(payload, (byte) 0);
            Arrays.fill(bytes, (byte) 0);
        }
    }

    /** Says goodbye and writes nothing more; what still comes can be read. */
    void sayGoodbye() throws IOException {
        send(CLOSE, ByteBuffer.allocate(2).putShort((short) NORMAL_CLOSURE).array());
        socket.shutdownOutput();
    }

    private synchronized void send(int kind, byte[] payload) throws IOException {
        var mask = new byte[4];
        chance.nextBytes(mask);
        var frame = ByteBuffer.allocate(payload.length + 14);
        frame.put((byte) (FIN | kind));
        if (payload.length < TWO_BYTES) {
            frame.put((byte) (MASKED | payload.length));
        } else if (payload.length < 1 << 16) {
            frame.put((byte) (MASKED | TWO_BYTES)).putShort((short) payload.length);
        } else {
            frame.put((byte) (MASKED | EIGHT_BYTES)).putLong(payload.length);
        }
        frame.put(mask);
        for (int i = 0; i < payload.length; i++) {
            frame.put((byte) (payload[i] ^ mask[i % mask.length]));
        }
        try {
            socket.getOutputStream().write(frame.array(), 0, frame.position());
        } finally {
            // masking hides nothing from somebody who has the mask as well
            Arrays.fill(frame.array(), (byte) 0);
        }
    }

    /** Ends it at once; whoever reads hears of it. */
    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            // it is gone, which is what was wanted
        }
    }
}
