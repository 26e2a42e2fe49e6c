package de.buergerkiosk.printer.escpos;

import com.github.anastaciocintra.escpos.EscPos;
import com.github.anastaciocintra.escpos.EscPosConst;
import com.github.anastaciocintra.escpos.Style;
import com.github.anastaciocintra.escpos.image.BitonalThreshold;
import com.github.anastaciocintra.escpos.image.CoffeeImageImpl;
import com.github.anastaciocintra.escpos.image.EscPosImage;
import com.github.anastaciocintra.escpos.image.RasterBitImageWrapper;
import de.buergerkiosk.ports.print.Receipt;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * The commands of ESC/POS that the driver uses. Styles, rasters and the cut come from
 * escpos-coffee; text, QR codes, status and confirmation are our own. Source: Epson, ESC/POS
 * Command Reference for TM Printers, entry of each command.
 */
final class Commands {
    /** ESC @: back to the state after power-on; what is printed or buffered stays. */
    static final PrintJob.Piece INITIALISE = command("1B40");

    /** GS a 14: report changes of online/offline, error and paper, and the status at once. */
    static final PrintJob.Piece AUTOMATIC_STATUS = command("1D610E");

    /** DLE DC4 8: throw away everything that is buffered; answered by 37 25 00. */
    static final PrintJob.Piece CLEAR = command("10140801031401060208");

    /** DLE ENQ 2: leave a recoverable error, buffers are cleared. */
    static final PrintJob.Piece RECOVER = command("100502");

    /** GS r 1: paper sensor status, sent when everything before it is processed. */
    static final PrintJob.Piece PAPER_WHEN_PROCESSED = command("1D7201");

    /** Longer than any command that the driver sends: 64 rows of at most 1024 dots and operands. */
    private static final int LONGEST_COMMAND = 64 * 128 + 64;

    private static final int SMALL_LINE_DOTS = 22;
    private static final int BAND_ROWS = 64;
    private static final int RASTER_OPERANDS = 3 + 8;
    private static final int DLE = 0x10;

    private Commands() {}

    /** DLE EOT n: one of the four status bytes at once, also while offline. */
    static PrintJob.Piece realTimeStatus(int which) {
        return command("1004%02X".formatted(which));
    }

    static PrintJob.Piece feed(int lines) {
        return command("1B64%02X".formatted(lines));
    }

    static PrintJob.Piece feedDots(int dots) {
        return command("1B4A%02X".formatted(dots));
    }

    static PrintJob.Piece table(int number) {
        return command("1B74%02X".formatted(number));
    }

    static PrintJob.Piece lineEnd() {
        return command("0A");
    }

    /** GS ( H, function 48: the printer returns the id when all before it is on paper. */
    static PrintJob.Piece confirm(String processId) {
        return command(
                "1D284806003030"
                        + HexFormat.of()
                                .withUpperCase()
                                .formatHex(processId.getBytes(StandardCharsets.US_ASCII)));
    }

    static PrintJob.Piece text(byte[] bytes) {
        return new PrintJob.Piece(bytes, black(bytes.length));
    }

    static PrintJob.Piece style(Receipt.Style style) {
        var coffee = new Style().setFontName(Style.FontName.Font_A_Default);
        switch (style) {
            case NORMAL -> {}
            case BOLD -> coffee.setBold(true);
            case CENTRED -> coffee.setJustification(EscPosConst.Justification.Center);
            case SMALL -> coffee.setFontName(Style.FontName.Font_B).setLineSpacing(SMALL_LINE_DOTS);
            case TITLE ->
                    coffee.setBold(true)
                            .setFontSize(Style.FontSize._2, Style.FontSize._2)
                            .setJustification(EscPosConst.Justification.Center);
        }
        try {
            return command(coffee.getConfigBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static PrintJob.Piece cut(boolean full) {
        try (var bytes = new ByteArrayOutputStream();
                var coffee = new EscPos(bytes)) {
            coffee.cut(full ? EscPos.CutMode.FULL : EscPos.CutMode.PART);
            coffee.flush();
            return command(bytes.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * GS v 0 with the picture centred, in bands, so that no single command is long; the picture must
     * not be wider than the paper.
     */
    static List<PrintJob.Piece> raster(BufferedImage picture) {
        List<PrintJob.Piece> bands = new ArrayList<>();
        for (int y = 0; y < picture.getHeight(); y += BAND_ROWS) {
            int rows = Math.min(BAND_ROWS, picture.getHeight() - y);
            bands.add(band(picture.getSubimage(0, y, picture.getWidth(), rows)));
        }
        return bands;
    }

    private static PrintJob.Piece band(BufferedImage picture) {
        byte[] bytes =
                new RasterBitImageWrapper()
                        .setJustification(EscPosConst.Justification.Center)
                        .getBytes(
                                new EscPosImage(
                                        new CoffeeImageImpl(picture), new BitonalThreshold()));
        keepRealTimeCommandsOut(bytes, RASTER_OPERANDS);
        return content(bytes, RASTER_OPERANDS);
    }

    /**
     * A printer obeys DLE EOT, DLE ENQ and DLE DC4 at once, even inside the bytes of a picture: one
     * more dot keeps it from seeing a command there.
     */
    static void keepRealTimeCommandsOut(byte[] bytes, int from) {
        for (int at = from; at + 1 < bytes.length; at++) {
            int next = bytes[at + 1];
            if (bytes[at] == DLE && (next == 0x04 || next == 0x05 || next == 0x14)) {
                bytes[at] |= 0x08;
            }
        }
    }

    /** GS ( k, symbol 49, functions 65, 67, 69 (level M), 80 and 81: a QR code, centred. */
    static PrintJob.Piece qr(byte[] content, int moduleDots) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {0x1B, 'a', 1});
        out.writeBytes(new byte[] {0x1D, '(', 'k', 4, 0, 49, 65, 50, 0});
        out.writeBytes(new byte[] {0x1D, '(', 'k', 3, 0, 49, 67, (byte) moduleDots});
        out.writeBytes(new byte[] {0x1D, '(', 'k', 3, 0, 49, 69, 49});
        int length = content.length + 3;
        out.writeBytes(
                new byte[] {0x1D, '(', 'k', (byte) length, (byte) (length >> 8), 49, 80, 48});
        int operands = out.size();
        out.writeBytes(content);
        out.writeBytes(new byte[] {0x1D, '(', 'k', 3, 0, 49, 81, 48});
        return content(out.toByteArray(), operands);
    }

    /**
     * NUL bytes complete a command that was cut off when the line broke; where a command may begin
     * the printer ignores them.
     */
    static PrintJob.Piece padding() {
        return new PrintJob.Piece(new byte[LONGEST_COMMAND], "00".repeat(LONGEST_COMMAND));
    }

    private static PrintJob.Piece content(byte[] bytes, int operands) {
        String head = HexFormat.of().withUpperCase().formatHex(bytes, 0, operands);
        return new PrintJob.Piece(bytes, head + black(bytes.length - operands));
    }

    /** What is printed is nobody's business who reads the trace: an asterisk for each byte of it. */
    private static String black(int length) {
        return "2A".repeat(length);
    }

    private static PrintJob.Piece command(String hex) {
        return command(HexFormat.of().parseHex(hex));
    }

    private static PrintJob.Piece command(byte[] bytes) {
        return new PrintJob.Piece(bytes, HexFormat.of().withUpperCase().formatHex(bytes));
    }
}
