package de.buergerkiosk.journey.print;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import de.buergerkiosk.page.QrModules;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Map;
import javax.imageio.ImageIO;

/** A QR code (ISO/IEC 18004, level M): as a picture inside a document, and for a page. */
public final class QrPicture {
    /** The standard asks for four light modules on each side. */
    private static final int QUIET = 4;

    /** Large enough that a printer's smoothing leaves the modules' edges alone. */
    private static final int MODULE_PX = 8;

    private static final int WHITE = 0xFFFFFF;

    private QrPicture() {}

    /**
     * The PNG as a {@code data:} URI.
     *
     * @throws IllegalArgumentException if the text is too long for any QR code
     */
    static String dataUri(String text) {
        var png = new ByteArrayOutputStream();
        try {
            ImageIO.write(drawn(modules(text)), "png", png);
        } catch (IOException e) {
            throw new UncheckedIOException("a picture in memory", e);
        }
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(png.toByteArray());
    }

    /**
     * The same code for a page.
     *
     * @throws IllegalArgumentException when the text is too long for any QR code
     */
    public static QrModules onPage(String text) {
        var matrix = modules(text);
        var rows = new ArrayList<String>();
        for (int y = 0; y < matrix.getHeight(); y++) {
            var row = new StringBuilder();
            for (int x = 0; x < matrix.getWidth(); x++) {
                row.append(matrix.get(x, y) == 1 ? '#' : '.');
            }
            rows.add(row.toString());
        }
        return new QrModules(rows);
    }

    private static ByteMatrix modules(String text) {
        try {
            return Encoder.encode(
                            text,
                            ErrorCorrectionLevel.M,
                            Map.of(EncodeHintType.CHARACTER_SET, StandardCharsets.UTF_8))
                    .getMatrix();
        } catch (WriterException e) {
            throw new IllegalArgumentException("too long for a QR code: " + text.length(), e);
        }
    }

    private static BufferedImage drawn(ByteMatrix modules) {
        var side = (modules.getWidth() + 2 * QUIET) * MODULE_PX;
        var picture = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_BINARY);
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                if (!dark(modules, x / MODULE_PX - QUIET, y / MODULE_PX - QUIET)) {
                    picture.setRGB(x, y, WHITE);
                }
            }
        }
        return picture;
    }

    private static boolean dark(ByteMatrix modules, int column, int row) {
        return column >= 0
                && row >= 0
                && column < modules.getWidth()
                && row < modules.getHeight()
                && modules.get(column, row) == 1;
    }
}
