package de.buergerkiosk.journey.print;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.Base64;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodeIsReadFromTheDocumentTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "E6V4-AXMS",
                "Parkausweis für LU-ÄÖ 1, Straße 3",
                "7",
                "https://stadt.example/p?c=E6V4"
            })
    void aReaderFindsTheSameText(String text) throws Exception {
        var picture = picture(QrPicture.dataUri(text));
        int side = picture.getWidth();
        var pixels = picture.getRGB(0, 0, side, side, null, 0, side);
        var read =
                new QRCodeReader()
                        .decode(
                                new BinaryBitmap(
                                        new HybridBinarizer(
                                                new RGBLuminanceSource(side, side, pixels))));
        assertEquals(text, read.getText());
    }

    @Test
    void theQuietZoneIsFourModulesWide() throws Exception {
        var picture = picture(QrPicture.dataUri("E6V4-AXMS"));
        for (int i = 0; i < picture.getWidth(); i++) {
            for (int edge = 0; edge < 32; edge++) {
                assertEquals(0xFFFFFFFF, picture.getRGB(i, edge));
                assertEquals(0xFFFFFFFF, picture.getRGB(edge, i));
            }
        }
        assertEquals(0xFF000000, picture.getRGB(32, 32));
    }

    @Test
    void whatNoCodeCanHoldIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> QrPicture.dataUri("x".repeat(4000)));
    }

    private static BufferedImage picture(String uri) throws Exception {
        var base64 = uri.substring("data:image/png;base64,".length());
        return ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(base64)));
    }
}
