package de.buergerkiosk.central.desk;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.Map;

/** A QR code (ISO/IEC 18004) as a picture that scales: one path of dark squares. */
public final class QrSvg {
    private static final int QUIET = 4;

    private QrSvg() {}

    public static String of(String text) {
        try {
            var matrix =
                    new QRCodeWriter()
                            .encode(
                                    text,
                                    BarcodeFormat.QR_CODE,
                                    1,
                                    1,
                                    Map.of(
                                            EncodeHintType.MARGIN,
                                            QUIET,
                                            EncodeHintType.ERROR_CORRECTION,
                                            ErrorCorrectionLevel.M));
            return svg(matrix);
        } catch (WriterException e) {
            throw new IllegalArgumentException("does not fit into a QR code", e);
        }
    }

    private static String svg(BitMatrix matrix) {
        var path = new StringBuilder();
        for (int y = 0; y < matrix.getHeight(); y++) {
            for (int x = 0; x < matrix.getWidth(); x++) {
                if (matrix.get(x, y)) {
                    path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
                }
            }
        }
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\"><path fill=\"#fff\" d=\"M0 0h%dv%dH0z\"/><path d=\"%s\"/></svg>"
                .formatted(
                        matrix.getWidth(),
                        matrix.getHeight(),
                        matrix.getWidth(),
                        matrix.getHeight(),
                        path);
    }
}
