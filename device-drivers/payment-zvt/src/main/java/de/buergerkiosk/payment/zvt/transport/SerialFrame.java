package de.buergerkiosk.payment.zvt.transport;

import de.buergerkiosk.payment.zvt.wire.Octets;
import java.util.Arrays;

/**
 * The frame of the serial line (PA00P016, "serial transport protocol"): DLE STX, the APDU with each
 * DLE doubled, DLE ETX, and a check value over APDU and ETX, low byte first.
 *
 * <p>The document calls the check value "CRC-XModem, x16+x15+x10+x3"; what real terminals send is
 * CRC-16/KERMIT: reflected, polynomial 8408, start value 0.
 */
public final class SerialFrame {
    static final int STX = 0x02;
    static final int ETX = 0x03;
    static final int ACK = 0x06;
    static final int DLE = 0x10;
    static final int NAK = 0x15;

    private static final int[] CRC_OF_OCTET = table();

    private SerialFrame() {}

    /** The bytes that go over the line. */
    public static Octets encode(Octets apdu) {
        byte[] frame = new byte[apdu.length() * 2 + 6];
        int at = 0;
        frame[at++] = DLE;
        frame[at++] = STX;
        for (int i = 0; i < apdu.length(); i++) {
            if (apdu.at(i) == DLE) {
                frame[at++] = DLE;
            }
            frame[at++] = (byte) apdu.at(i);
        }
        frame[at++] = DLE;
        frame[at++] = ETX;
        int crc = crc(apdu);
        frame[at++] = (byte) crc;
        frame[at++] = (byte) (crc >> 8);
        return Octets.copyOf(Arrays.copyOf(frame, at));
    }

    /** The check value of a frame with that APDU. */
    public static int crc(Octets apdu) {
        int crc = 0;
        for (int i = 0; i < apdu.length(); i++) {
            crc = next(crc, apdu.at(i));
        }
        return next(crc, ETX);
    }

    private static int next(int crc, int octet) {
        return crc >> 8 ^ CRC_OF_OCTET[(crc ^ octet) & 0xFF];
    }

    private static int[] table() {
        int[] table = new int[256];
        for (int i = 0; i < 256; i++) {
            int crc = i;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 1) == 0 ? crc >> 1 : crc >> 1 ^ 0x8408;
            }
            table[i] = crc;
        }
        return table;
    }
}
