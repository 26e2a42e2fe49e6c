package de.buergerkiosk.payment.zvt.decode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.payment.zvt.transport.SerialFrame;
import de.buergerkiosk.payment.zvt.wire.MalformedException;
import de.buergerkiosk.payment.zvt.wire.Octets;
import de.buergerkiosk.payment.zvt.wire.TextEncoding;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrameOnTheLineTest {
    private static final String ACK_DECODED =
            "\"decoded\":{\"command\":\"80 00\",\"name\":\"acknowledgement\",\"fields\":{},"
                    + "\"unknown\":[]}";

    private static String json(String hex) {
        var out = new ByteArrayOutputStream();
        try (var printer = new DecodedJson(out)) {
            try {
                byte[] text = hex.getBytes(StandardCharsets.US_ASCII);
                Octets bytes = HexInput.read(text, 0, text.length);
                printer.printFrames(FrameSequence.read(bytes, TextEncoding.CP437));
            } catch (MalformedException malformed) {
                printer.print(malformed);
            }
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void aFrameIsTakenApart() {
        assertEquals(
                "{\"kind\":\"frame\",\"apdu\":\"800000\","
                        + ACK_DECODED
                        + ",\"crcGiven\":\"F51F\",\"crcComputed\":\"F51F\",\"valid\":true}",
                json("10 02 80 00 00 10 03 F5 1F"));
    }

    @Test
    void aWrongCheckValueIsToldWithTheRightOne() {
        assertEquals(
                "{\"kind\":\"frame\",\"apdu\":\"800000\","
                        + ACK_DECODED
                        + ",\"crcGiven\":\"F51E\",\"crcComputed\":\"F51F\",\"valid\":false}",
                json("10028000001003F51E"));
    }

    @Test
    void acknowledgementsAndSeveralFramesMakeAnArray() {
        assertEquals("{\"kind\":\"ack\"}", json("06"));
        assertEquals("{\"kind\":\"nak\"}", json("15"));
        assertEquals(
                "[{\"kind\":\"ack\"},{\"kind\":\"nak\"}," + json("10028000001003F51F") + "]",
                json("061510028000001003F51F"));
    }

    @Test
    void aFrameWithoutAMessageIsNotValid() {
        String frame = SerialFrame.encode(Octets.fromHex("040F0527")).hex();

        String json = json(frame);

        assertEquals(
                "{\"kind\":\"frame\",\"apdu\":\"040F0527\",\"decoded\":{\"error\":{\"offset\":6,"
                        + "\"reason\":\"data block ends after 1 of 5 bytes\"}},",
                json.substring(0, json.indexOf("\"crcGiven\"")));
        assertEquals("\"valid\":false}", json.substring(json.indexOf("\"valid\"")));
    }

    @Test
    void cardDataIsBlackInTheMessageToo() {
        String whole = SerialFrame.encode(Octets.fromHex("040F0B22F0F86725903100008074")).hex();
        String broken = SerialFrame.encode(Octets.fromHex("040F0F22F0F86725903100008074")).hex();

        assertFalse(json(whole).contains("672590310000"));
        assertFalse(json(broken).contains("672590310000"));
    }

    @ParameterizedTest
    @CsvSource({
        "FF, 0, neither ACK (06)",
        "06FF, 1, neither ACK (06)",
        "1003, 0, neither ACK (06)",
        "100280000010, 6, the frame that begins at byte 0 does not end",
        "0610028000001003F5, 9, the frame that begins at byte 1 does not end",
        "1002800010FF, 5, DLE is followed by neither",
        "'', 0, no bytes"
    })
    void whatIsNoFrameIsToldWithItsPlace(String hex, int offset, String reason) {
        String begin = "{\"error\":{\"offset\":" + offset + ",\"reason\":\"" + reason;

        assertTrue(json(hex).startsWith(begin), json(hex));
    }
}
