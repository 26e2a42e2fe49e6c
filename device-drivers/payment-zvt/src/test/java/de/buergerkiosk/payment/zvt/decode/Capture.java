package de.buergerkiosk.payment.zvt.decode;

import de.buergerkiosk.payment.zvt.wire.Octets;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** A capture file for other people's tools: packets in the old pcap format. */
final class Capture {
    /** Packets are IPv4 without a link layer. */
    static final int RAW_IP = 101;

    /** Packets are what the user says: here, bytes of a serial line. */
    static final int USER_0 = 147;

    static final int TERMINAL_PORT = 20_007;

    private final ByteArrayOutputStream file = new ByteArrayOutputStream();
    private int seconds;
    private int kioskPort = 40_000;
    private int kioskSequence = 1;
    private int terminalSequence = 1;

    Capture(int kind) {
        ByteBuffer header = ByteBuffer.allocate(24).order(ByteOrder.LITTLE_ENDIAN);
        header.putInt(0xA1B2C3D4).putShort((short) 2).putShort((short) 4);
        header.putInt(0).putInt(0).putInt(0x40000).putInt(kind);
        file.writeBytes(header.array());
    }

    void packet(Octets bytes) {
        ByteBuffer header = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
        header.putInt(seconds++).putInt(0).putInt(bytes.length()).putInt(bytes.length());
        file.writeBytes(header.array());
        file.writeBytes(bytes.toArray());
    }

    /** What follows belongs to another connection. */
    void newConnection() {
        kioskPort++;
        kioskSequence = 1;
        terminalSequence = 1;
    }

    /** One TCP segment with one message. */
    void segment(boolean fromKiosk, Octets message) {
        ByteBuffer packet = ByteBuffer.allocate(40 + message.length());
        packet.put((byte) 0x45).put((byte) 0).putShort((short) packet.capacity());
        packet.putInt(0).put((byte) 64).put((byte) 6).putShort((short) 0);
        packet.putInt(fromKiosk ? 0x0A000001 : 0x0A000002);
        packet.putInt(fromKiosk ? 0x0A000002 : 0x0A000001);
        packet.putShort((short) (fromKiosk ? kioskPort : TERMINAL_PORT));
        packet.putShort((short) (fromKiosk ? TERMINAL_PORT : kioskPort));
        packet.putInt(fromKiosk ? kioskSequence : terminalSequence);
        packet.putInt(fromKiosk ? terminalSequence : kioskSequence);
        packet.put((byte) 0x50).put((byte) 0x18).putShort((short) 0x2000).putInt(0);
        packet.put(message.toArray());
        if (fromKiosk) {
            kioskSequence += message.length();
        } else {
            terminalSequence += message.length();
        }
        packet(Octets.copyOf(packet.array()));
    }

    byte[] bytes() {
        return file.toByteArray();
    }
}
