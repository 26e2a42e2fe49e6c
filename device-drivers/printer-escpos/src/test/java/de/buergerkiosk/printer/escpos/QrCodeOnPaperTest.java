package de.buergerkiosk.printer.escpos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.Result;
import com.google.zxing.ResultMetadataType;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import de.buergerkiosk.ports.WireTrace;
import de.buergerkiosk.ports.print.PrintOutcome;
import de.buergerkiosk.ports.print.Receipt;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Read back from the drawn paper by an independent reader, drawn by printer and driver alike. */
class QrCodeOnPaperTest {
    @ParameterizedTest
    @ValueSource(strings = {"epson-tm-t20", "epson-tm-t88", "generic-80mm", "generic-58mm"})
    void itReadsAsWritten(String profile) throws Exception {
        try (Bench bench = Bench.with(profile, WireTrace.NONE)) {
            for (String content :
                    List.of(
                            "https://kiosk.example/p/42?g=Gebühr€",
                            "BEGIN:VEVENT\r\nSUMMARY:Sperrmüll – Łódź\r\nEND:VEVENT",
                            "mit Steuerzeichen \u0010\u0004\u0001 darin",
                            "ß".repeat(300))) {
                var receipt =
                        Bench.receipt(
                                "K-1", new Receipt.Qr(content, ""), Bench.text("unter dem Code"));

                assertEquals(new PrintOutcome.Printed(), bench.driver().print(receipt));

                Result code = read(bench.device().papers().getLast().png());
                assertEquals(content, code.getText());
                assertEquals(
                        "M",
                        code.getResultMetadata().get(ResultMetadataType.ERROR_CORRECTION_LEVEL));
            }
            assertEquals(List.of(), bench.device().complaints());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 601})
    void contentThatIsTooShortOrTooLongIsABugOfTheCaller(int length) {
        var content = "x".repeat(length);

        assertThrows(IllegalArgumentException.class, () -> new Receipt.Qr(content, ""));
    }

    private static Result read(byte[] png) throws IOException, ReaderException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
        int width = image.getWidth();
        int height = image.getHeight();
        int[] pixels = image.getRGB(0, 0, width, height, new int[width * height], 0, width);
        var bitmap =
                new BinaryBitmap(
                        new HybridBinarizer(new RGBLuminanceSource(width, height, pixels)));
        try {
            return new QRCodeReader().decode(bitmap);
        } catch (NotFoundException e) {
            throw new AssertionError("no QR code on the paper", e);
        }
    }
}
