package de.buergerkiosk.payment.zvt.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.payment.zvt.wire.ForeignSpeechException.Speech;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StreamIsCutAnywhereTest {
    private static final int[] COMMANDS = {0x040F, 0x04FF, 0x060F, 0x061E, 0x06D1, 0x06D3, 0x8000};
    private static final int[] LENGTHS = {0, 1, 253, 254, 255, 256, 861, 4095, 65_535};

    @Test
    void theApdusAreTheSameHoweverTheStreamIsCut() throws Exception {
        for (long seed = 0; seed < 60; seed++) {
            var chance = new Random(seed);
            var sent = new ArrayList<Apdu>();
            var stream = new ArrayList<Octets>();
            for (int i = 0; i < 12; i++) {
                byte[] data = new byte[LENGTHS[chance.nextInt(LENGTHS.length)]];
                chance.nextBytes(data);
                int command = COMMANDS[chance.nextInt(COMMANDS.length)];
                var apdu = new Apdu(command, Octets.copyOf(data));
                sent.add(apdu);
                stream.add(apdu.encoded());
            }
            byte[] bytes = Octets.join(stream.toArray(Octets[]::new)).toArray();

            assertEquals(sent, decoded(bytes, chance), "seed " + seed);
        }
    }

    private static List<Apdu> decoded(byte[] bytes, Random chance) throws Exception {
        var decoder = new ApduDecoder();
        var found = new ArrayList<Apdu>();
        int at = 0;
        int piece = chance.nextBoolean() ? 3 : 5_000;
        while (at < bytes.length) {
            int count = Math.min(bytes.length - at, 1 + chance.nextInt(piece));
            decoder.feed(bytes, at, count);
            at += count;
            Optional<Apdu> next = decoder.next();
            while (next.isPresent()) {
                found.add(next.get());
                next = decoder.next();
            }
        }
        assertEquals(0, decoder.pending());
        return found;
    }

    @Test
    void theLongLengthIsLowByteFirst() {
        var apdu = new Apdu(0x06D3, Octets.copyOf(new byte[861]));

        assertEquals("06D3FF5D03", apdu.header().hex());
        assertEquals("06D3FE", new Apdu(0x06D3, Octets.copyOf(new byte[254])).header().hex());
        assertEquals("06D3FFFF00", new Apdu(0x06D3, Octets.copyOf(new byte[255])).header().hex());
    }

    @ParameterizedTest
    @CsvSource({
        "06 10 02 80 00 00 10 03 F5 1F, SERIAL_FRAMING",
        "10 02 80 00 00 10 03 F5 1F, SERIAL_FRAMING",
        "15 10 02, SERIAL_FRAMING",
        "15 03 69, SERIAL_FRAMING",
        "15 03 03 00 02, TLS",
        "53 53 48 2D 32 2E 30, TEXT_BANNER",
        "0D 0A, TEXT_BANNER",
        "00 00 00, GARBAGE",
        "80 17 00, GARBAGE"
    })
    void whatIsNotZvtIsNamed(String hex, Speech speech) {
        var decoder = new ApduDecoder();
        byte[] bytes = Octets.fromHex(hex).toArray();
        decoder.feed(bytes, 0, bytes.length);

        var foreign = assertThrows(ForeignSpeechException.class, decoder::next);

        assertEquals(speech, foreign.speech(), foreign.detail());
    }

    @Test
    void foreignSpeechBehindAWholeApduIsNoticedAfterIt() throws Exception {
        var decoder = new ApduDecoder();
        byte[] bytes = Octets.fromHex("80 00 00 48 54 54 50").toArray();
        decoder.feed(bytes, 0, bytes.length);

        assertTrue(decoder.next().isPresent());
        assertThrows(ForeignSpeechException.class, decoder::next);
    }
}
