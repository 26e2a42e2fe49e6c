package de.buergerkiosk.printer.escpos;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class CommandsTest {
    @Test
    void aPictureNeverHoldsARealTimeCommand() {
        byte[] bytes = HexFormat.of().parseHex("10041004" + "100510141010" + "0410");

        Commands.keepRealTimeCommandsOut(bytes, 2);

        assertArrayEquals(HexFormat.of().parseHex("10041804" + "180518141018" + "0410"), bytes);
    }

    @Test
    void aQrCodeIsCountedInBytes() {
        byte[] content = "Gebühr€".getBytes(StandardCharsets.UTF_8);

        byte[] bytes = Commands.qr(content, 6).bytes();

        String hex = HexFormat.of().formatHex(bytes);
        assertEquals(10, content.length);
        // 10 bytes and three operands, level M (49), all of the content, then print
        assertTrue(hex.contains("1d286b03003145" + "31"), hex);
        assertTrue(
                hex.contains("1d286b0d00315030" + HexFormat.of().formatHex(content) + "1d286b"),
                hex);
    }

    @Test
    void aTallPictureGoesInBandsThatHoldAllItsRows() {
        var picture = new BufferedImage(576, 150, BufferedImage.TYPE_BYTE_BINARY);

        List<PrintJob.Piece> bands = Commands.raster(picture);

        assertEquals(3, bands.size());
        assertEquals(150 * 72 + 3 * 11, bands.stream().mapToInt(band -> band.bytes().length).sum());
    }

    @Test
    void theProcessIdTellsReceiptsApartAndIsPrintable() {
        assertNotEquals(Composer.processId("K-0001"), Composer.processId("K-0002"));
        for (int i = 0; i < 1000; i++) {
            assertTrue(Composer.processId("K-" + i).matches("[ -~]{4}"));
        }
    }
}
