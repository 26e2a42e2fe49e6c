package de.buergerkiosk.payment.zvt.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.payment.zvt.transport.SerialDecoder.Event;
import de.buergerkiosk.payment.zvt.wire.Octets;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SerialFrameTest {
    private static List<Event> events(Octets bytes) {
        var decoder = new SerialDecoder();
        var events = new ArrayList<Event>();
        for (int i = 0; i < bytes.length(); i++) {
            decoder.feed(bytes.at(i)).ifPresent(events::add);
        }
        return events;
    }

    @Test
    void theAcknowledgementOfARealTerminalIsMadeByteForByte() {
        assertEquals(
                "100280000010 03F51F".replace(" ", ""),
                SerialFrame.encode(Octets.fromHex("800000")).hex());
    }

    @Test
    void theCheckValueIsThatOfKermit() {
        // the published check of CRC-16/KERMIT over "123456789" is 2189; ours goes on over ETX
        Octets digits = Octets.ofText("123456789", StandardCharsets.US_ASCII);
        int crc = 0x2189;
        for (int bit = 0, octet = SerialFrame.ETX; bit < 8; bit++, octet >>= 1) {
            crc = ((crc ^ octet) & 1) == 0 ? crc >> 1 : crc >> 1 ^ 0x8408;
        }
        assertEquals(crc, SerialFrame.crc(digits));
    }

    @Test
    void aDleInTheApduIsDoubledAndNothingElseIs() {
        assertEquals(
                "100206D10300101010101003",
                SerialFrame.encode(Octets.fromHex("06D103001010"))
                        .hex()
                        .substring(0, "100206D10300101010101003".length()));
    }

    @Test
    void whateverIsFramedComesBackWithNoiseAroundIt() {
        var chance = new Random(20_007);
        for (int run = 0; run < 300; run++) {
            byte[] payload = new byte[chance.nextInt(600)];
            chance.nextBytes(payload);
            for (int i = 0; i < payload.length; i++) {
                payload[i] = chance.nextInt(4) == 0 ? (byte) chance.nextInt(0x20) : payload[i];
            }
            Octets whole = Octets.copyOf(payload);
            Octets line =
                    Octets.join(
                            Octets.fromHex("00FF7F"),
                            SerialFrame.encode(whole),
                            Octets.of(SerialFrame.ACK),
                            SerialFrame.encode(whole),
                            Octets.of(SerialFrame.NAK));
            List<Event> events = events(line);

            assertEquals(4, events.size(), "run " + run);
            var first = assertInstanceOf(Event.Frame.class, events.get(0));
            assertTrue(first.isValid());
            assertEquals(whole, first.payload());
            assertEquals(new Event.Acknowledged(), events.get(1));
            assertEquals(first, events.get(2));
            assertEquals(new Event.Refused(), events.get(3));
        }
    }

    @Test
    void eachDamagedBitOfAFrameIsNoticed() {
        Octets frame = SerialFrame.encode(Octets.fromHex("040F0627000B000012"));
        for (int bit = 16; bit < frame.length() * 8; bit++) {
            byte[] damaged = frame.toArray();
            damaged[bit / 8] ^= (byte) (1 << bit % 8);
            for (Event event : events(Octets.copyOf(damaged))) {
                assertTrue(
                        !(event instanceof Event.Frame whole) || !whole.isValid(),
                        "bit " + bit + " went unnoticed");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1002060010FF, DLE is followed by neither DLE nor ETX",
        "10020600100280000010 03F51F, a new frame begins inside a frame"
    })
    void aDleWhereNoneMayBeBreaksTheFrame(String hex, String reason) {
        List<Event> events = events(Octets.fromHex(hex.replace(" ", "")));

        assertTrue(events.contains(new Event.Broken(reason)), events.toString());
    }
}
