package de.buergerkiosk.payment.zvt.decode;

import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.payment.zvt.wire.Apdu;
import de.buergerkiosk.payment.zvt.wire.MalformedException;
import de.buergerkiosk.payment.zvt.wire.Message;
import de.buergerkiosk.payment.zvt.wire.Octets;
import de.buergerkiosk.payment.zvt.wire.Redaction;
import de.buergerkiosk.payment.zvt.wire.TextEncoding;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Whatever comes, the answer is a message or a place where it is broken, and never a crash. */
class RandomBytesTest {
    private static final int RUNS = 60_000;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final List<Integer> COMMANDS =
            List.of(
                    0x040F, 0x04FF, 0x0501, 0x0600, 0x0601, 0x060F, 0x061E, 0x0612, 0x0620, 0x0630,
                    0x0650, 0x0670, 0x0691, 0x0695, 0x06C0, 0x06D1, 0x06D3, 0x06E0, 0x06E2, 0x0609,
                    0x0810, 0x0830, 0x8000, 0x841E, 0x849D, 0x0F01);

    /** Bytes that a random generator would rarely hit: tags, lengths, digits. */
    private static byte likely(Random chance) {
        int[] tags = {
            0x04, 0x06, 0x0B, 0x22, 0x23, 0x24, 0x27, 0x29, 0x3C, 0x49, 0x60, 0x87, 0x8B, 0xE9,
            0xF0, 0xF1, 0xF2, 0x1F, 0x25, 0x07, 0x09, 0x43, 0x81, 0x82, 0x10, 0x00, 0x01, 0x02
        };
        return (byte)
                (chance.nextInt(4) == 0 ? chance.nextInt(256) : tags[chance.nextInt(tags.length)]);
    }

    private static Octets message(Random chance) {
        byte[] data = new byte[chance.nextInt(70)];
        for (int i = 0; i < data.length; i++) {
            data[i] = likely(chance);
        }
        int command =
                chance.nextInt(10) == 0
                        ? chance.nextInt(0x10000)
                        : COMMANDS.get(chance.nextInt(COMMANDS.size()));
        return new Apdu(command, Octets.copyOf(data)).encoded();
    }

    @Test
    void areReadOrRefusedWithAPlaceInThem() {
        var chance = new Random(13);
        int read = 0;
        int refused = 0;
        for (int run = 0; run < RUNS; run++) {
            Octets bytes = message(chance);
            try {
                var all = ApduSequence.read(bytes, TextEncoding.CP437);
                assertTrue(
                        all.getFirst().unknown().stream()
                                .allMatch(object -> inside(object.offset(), bytes)),
                        "run " + run);
                read++;
            } catch (MalformedException malformed) {
                assertTrue(inside(malformed.offset(), bytes), "run " + run + ": " + malformed);
                refused++;
            }
            if (run % 50 == 0) {
                JSON.readTree(Line.json(bytes.hex()));
                assertTrue(!Line.table(bytes.hex()).isEmpty());
            }
        }
        assertTrue(read > RUNS / 20 && refused > RUNS / 20, read + " read, " + refused + " not");
    }

    /** The place may be right behind the last byte: that is where the next one is missing. */
    private static boolean inside(int offset, Octets bytes) {
        return offset >= 0 && offset <= bytes.length();
    }

    @Test
    void theDriversOwnReaderAndTheRedactionDoNotCrashEither() {
        var chance = new Random(14);
        for (int run = 0; run < RUNS; run++) {
            Octets bytes = message(chance);
            try {
                Apdu apdu = Apdu.read(bytes);
                Apdu stored = Redaction.redacted(apdu);
                assertTrue(stored.data().length() == apdu.data().length());
                Message message = Message.read(apdu, TextEncoding.CP437);
                assertTrue(message.toString().length() > 0);
            } catch (MalformedException malformed) {
                assertTrue(inside(malformed.offset(), bytes), "run " + run + ": " + malformed);
            }
        }
    }

    @Test
    void halfMessagesAreRefusedWhereTheyEnd() {
        var chance = new Random(15);
        for (int run = 0; run < 2_000; run++) {
            Octets whole = message(chance);
            Octets half = whole.slice(0, chance.nextInt(whole.length()));
            String json = Line.json(half.hex());
            assertTrue(
                    half.isEmpty()
                            ? json.contains("\"offset\":0")
                            : json.startsWith("{\"error\":{\"offset\":" + half.length() + ","),
                    json);
        }
    }
}
