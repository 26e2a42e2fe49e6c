package de.buergerkiosk.printer.escpos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ReplyReaderTest {
    private static final String ALL = "12" + "1000000F" + "00" + "372241424344" + "00" + "372500";
    private static final List<Reply> MEANT =
            List.of(
                    new Reply.RealTime(0x12),
                    new Reply.Automatic(0x10, 0, 0, 0x0F),
                    new Reply.Processed(0),
                    new Reply.Done("ABCD"),
                    new Reply.Cleared());

    @Test
    void repliesOfAllKindsAreToldApart() {
        assertEquals(MEANT, new ReplyReader().read(HexFormat.of().parseHex(ALL)));
    }

    @Test
    void itDoesNotMatterHowTheNetworkCutsThem() {
        var reader = new ReplyReader();
        List<Reply> replies = new ArrayList<>();
        for (byte value : HexFormat.of().parseHex(ALL)) {
            replies.addAll(reader.read(new byte[] {value}));
        }
        assertEquals(MEANT, replies);
    }

    @Test
    void aBrokenAutomaticStatusDoesNotSwallowWhatFollows() {
        assertEquals(
                List.of(new Reply.RealTime(0x16)),
                new ReplyReader().read(HexFormat.of().parseHex("100016")));
    }

    @Test
    void noiseOfAnyKindIsSurvived() {
        var random = new Random(9100);
        var reader = new ReplyReader();
        byte[] noise = new byte[100_000];
        random.nextBytes(noise);
        reader.read(noise);
        // a block that noise began is ended by its NUL, or by its length
        reader.read(new byte[200]);

        List<Reply> after = reader.read(HexFormat.of().parseHex("12"));

        assertTrue(after.contains(new Reply.RealTime(0x12)), after.toString());
    }
}
