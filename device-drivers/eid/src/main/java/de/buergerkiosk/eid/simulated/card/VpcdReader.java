package de.buergerkiosk.eid.simulated.card;

import de.buergerkiosk.eid.simulated.eac.Bytes;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;

/**
 * Puts a chip into a reader of the driver vpcd: messages with a length of two bytes in front, where
 * one byte alone is a control code (vsmartcard's documentation of vpcd).
 */
public final class VpcdReader implements AutoCloseable {
    private static final Duration CONNECT_MAX = Duration.ofSeconds(5);
    private static final int POWER_OFF = 0;
    private static final int POWER_ON = 1;
    private static final int RESET = 2;
    private static final int ANSWER_TO_RESET = 4;

    private final Socket socket;

    private VpcdReader(Socket socket) {
        this.socket = socket;
    }

    /** Connects to the driver, at most five seconds long. */
    public static VpcdReader connect(String host, int port) throws IOException {
        var socket = new Socket();
        try {
            socket.connect(new InetSocketAddress(host, port), (int) CONNECT_MAX.toMillis());
            socket.setTcpNoDelay(true);
            return new VpcdReader(socket);
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    /** Serves the chip until the driver hangs up, or until it is closed. */
    public void serve(Chip chip) throws IOException, InterruptedException {
        var in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
        var out = new DataOutputStream(socket.getOutputStream());
        try {
            while (true) {
                var message = new byte[in.readUnsignedShort()];
                in.readFully(message);
                Bytes received = Bytes.of(message);
                if (received.length() == 1) {
                    control(received.at(0), chip, out);
                } else if (!received.isEmpty()) {
                    send(chip.transmit(received), out);
                }
            }
        } catch (EOFException e) {
            chip.reset();
        }
    }

    private static void control(int code, Chip chip, DataOutputStream out) throws IOException {
        switch (code) {
            case POWER_OFF, POWER_ON, RESET -> chip.reset();
            case ANSWER_TO_RESET -> send(VirtualNpa.ATR, out);
            default -> throw new IOException("vpcd sent an unknown control code " + code);
        }
    }

    private static void send(Bytes answer, DataOutputStream out) throws IOException {
        // one write, so that the driver never sees half a message
        out.write(Bytes.ofInts(answer.length() >> 8, answer.length()).and(answer).toArray());
        out.flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
