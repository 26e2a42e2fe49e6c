package de.buergerkiosk.printer.escpos;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;

/** The QR code of a receipt: its bytes, its size, and its picture for printers that draw none. */
final class QrCode {
    /** As promised by {@code Receipt.Qr}. */
    static final int BYTES_MAX = 600;

    static final int QUIET_MODULES = 4;
    private static final int DLE = 0x10;

    private final byte[] bytes;
    private final ByteMatrix modules;

    QrCode(String content) {
        bytes = content.getBytes(StandardCharsets.UTF_8);
        if (bytes.length == 0 || bytes.length > BYTES_MAX) {
            throw new IllegalArgumentException(
                    "QR content is 1 to " + BYTES_MAX + " bytes, not " + bytes.length);
        }
        try {
            // bytes as they are, without a mark of the character set: printers do the same
            modules =
                    Encoder.encode(
                                    new String(bytes, StandardCharsets.ISO_8859_1),
                                    ErrorCorrectionLevel.M)
                            .getMatrix();
        } catch (WriterException e) {
            throw new IllegalStateException("QR code of " + bytes.length + " bytes failed", e);
        }
    }

    byte[] bytes() {
        return bytes;
    }

    /** Whether the content could be taken for a real-time command on its way to the printer. */
    boolean hasDataLinkEscape() {
        for (byte value : bytes) {
            if (value == DLE) {
                return true;
            }
        }
        return false;
    }

    /** Edge of a module: as wished, but small enough for the paper. */
    int moduleDots(int wished, int paperDots) {
        return Math.clamp(paperDots / (modules.getWidth() + 2 * QUIET_MODULES), 2, wished);
    }

    /** The code with its quiet zone, black on white. */
    BufferedImage picture(int moduleDots) {
        int edge = modules.getWidth() + 2 * QUIET_MODULES;
        // the printer takes whole bytes of eight dots
        int width = (edge * moduleDots + 7) / 8 * 8;
        var image = new BufferedImage(width, edge * moduleDots, BufferedImage.TYPE_BYTE_BINARY);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < width; x++) {
                image.getRaster().setSample(x, y, 0, black(x / moduleDots, y / moduleDots) ? 0 : 1);
            }
        }
        return image;
    }

    private boolean black(int column, int row) {
        int x = column - QUIET_MODULES;
        int y = row - QUIET_MODULES;
        return x >= 0
                && y >= 0
                && x < modules.getWidth()
                && y < modules.getHeight()
                && modules.get(x, y) == 1;
    }
}
