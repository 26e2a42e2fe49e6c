package de.buergerkiosk.printer.escpos.simulated;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.oned.CodaBarWriter;
import com.google.zxing.oned.Code128Writer;
import com.google.zxing.oned.Code39Writer;
import com.google.zxing.oned.Code93Writer;
import com.google.zxing.oned.EAN13Writer;
import com.google.zxing.oned.EAN8Writer;
import com.google.zxing.oned.ITFWriter;
import com.google.zxing.oned.UPCAWriter;
import com.google.zxing.oned.UPCEWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Draws the codes that the printer makes itself, and remembers how they were asked for. */
final class Symbols {
    private int moduleDots = 3;
    private ErrorCorrectionLevel level = ErrorCorrectionLevel.L;
    private byte[] stored = {};
    private int barWidth = 3;
    private int barHeight = 162;

    void moduleDots(int dots) {
        moduleDots = Math.clamp(dots, 1, 16);
    }

    /** As in GS ( k function 69: 48 to 51 are L, M, Q, H. */
    void level(int operand) {
        level =
                switch (operand) {
                    case 49 -> ErrorCorrectionLevel.M;
                    case 50 -> ErrorCorrectionLevel.Q;
                    case 51 -> ErrorCorrectionLevel.H;
                    default -> ErrorCorrectionLevel.L;
                };
    }

    void store(byte[] content) {
        stored = content.clone();
    }

    void barWidth(int dots) {
        barWidth = Math.clamp(dots, 1, 6);
    }

    void barHeight(int dots) {
        barHeight = Math.max(1, dots);
    }

    String storedText() {
        return new String(stored, StandardCharsets.UTF_8);
    }

    /** The stored content as a QR code; a quiet zone is the host's affair, as on a real printer. */
    Optional<List<boolean[]>> qr() {
        if (stored.length == 0) {
            return Optional.empty();
        }
        try {
            ByteMatrix modules =
                    Encoder.encode(new String(stored, StandardCharsets.ISO_8859_1), level)
                            .getMatrix();
            List<boolean[]> rows = new ArrayList<>();
            for (int y = 0; y < modules.getHeight() * moduleDots; y++) {
                boolean[] row = new boolean[modules.getWidth() * moduleDots];
                for (int x = 0; x < row.length; x++) {
                    row[x] = modules.get(x / moduleDots, y / moduleDots) == 1;
                }
                rows.add(row);
            }
            return Optional.of(rows);
        } catch (WriterException e) {
            return Optional.empty();
        }
    }

    /**
     * A bar code.
     *
     * @param system as in GS k, 0 to 8 or 65 to 73
     */
    Optional<List<boolean[]>> bars(int system, String content) {
        try {
            return bars(system >= 65 ? system - 65 : system, content, 1).map(this::stretched);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<BitMatrix> bars(int system, String content, int size) {
        return Optional.ofNullable(
                switch (system) {
                    case 0 -> new UPCAWriter().encode(content, BarcodeFormat.UPC_A, size, size);
                    case 1 -> new UPCEWriter().encode(content, BarcodeFormat.UPC_E, size, size);
                    case 2 -> new EAN13Writer().encode(content, BarcodeFormat.EAN_13, size, size);
                    case 3 -> new EAN8Writer().encode(content, BarcodeFormat.EAN_8, size, size);
                    case 4 -> new Code39Writer().encode(content, BarcodeFormat.CODE_39, size, size);
                    case 5 -> new ITFWriter().encode(content, BarcodeFormat.ITF, size, size);
                    case 6 ->
                            new CodaBarWriter().encode(content, BarcodeFormat.CODABAR, size, size);
                    case 7 -> new Code93Writer().encode(content, BarcodeFormat.CODE_93, size, size);
                    // {A {B {C choose a code set; the writer chooses by itself
                    case 8 ->
                            new Code128Writer()
                                    .encode(
                                            content.replaceAll("\\{[ABC]", ""),
                                            BarcodeFormat.CODE_128,
                                            size,
                                            size);
                    default -> null;
                });
    }

    private List<boolean[]> stretched(BitMatrix bars) {
        boolean[] row = new boolean[bars.getWidth() * barWidth];
        for (int x = 0; x < row.length; x++) {
            row[x] = bars.get(x / barWidth, 0);
        }
        List<boolean[]> rows = new ArrayList<>();
        for (int y = 0; y < barHeight; y++) {
            rows.add(row);
        }
        return rows;
    }
}
