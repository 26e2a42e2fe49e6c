package de.buergerkiosk.printer.escpos;

import de.buergerkiosk.ports.print.Receipt;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;

/** Makes the bytes of a whole receipt for one printer model. */
final class Composer {
    private final PrinterProfile profile;
    private final Layout layout;
    private final StrictEncoder encoder;
    private final LineDrawing drawing;

    Composer(PrinterProfile profile) {
        this.profile = profile;
        this.layout = new Layout(profile);
        this.encoder =
                new StrictEncoder(
                        profile.codeTables().stream()
                                .map(t -> new CodeTable(t.number(), Charset.forName(t.charset())))
                                .toList());
        this.drawing = new LineDrawing(profile.dots());
    }

    PrintJob compose(Receipt receipt) {
        String id = processId(receipt.serial());
        var pieces = new ArrayList<PrintJob.Piece>();
        for (Row row : layout.rows(receipt)) {
            switch (row) {
                case Row.Words words -> words(words, pieces);
                case Row.Across() -> across(pieces);
                case Row.Blank(int lines) -> pieces.add(Commands.feed(lines));
                case Row.Symbol(String content) -> symbol(new QrCode(content), pieces);
            }
        }
        pieces.addAll(ending());
        if (profile.features().contains(PrinterProfile.Feature.PROCESS_ID)) {
            pieces.add(Commands.confirm(id));
        }
        pieces.add(Commands.PAPER_WHEN_PROCESSED);
        return new PrintJob(pieces, id);
    }

    /** Past the knife, and cut. */
    List<PrintJob.Piece> ending() {
        return List.of(
                Commands.style(Receipt.Style.NORMAL),
                Commands.feed(profile.feedLinesBeforeCut()),
                Commands.cut(profile.fullCut()));
    }

    private void words(Row.Words words, List<PrintJob.Piece> pieces) {
        Optional<List<StrictEncoder.Run>> runs = encoder.encode(line(words));
        if (runs.isEmpty()) {
            pieces.addAll(Commands.raster(drawing.draw(words)));
            return;
        }
        pieces.add(Commands.style(words.style()));
        for (StrictEncoder.Run run : runs.get()) {
            pieces.add(Commands.table(run.table().number()));
            pieces.add(Commands.text(run.bytes()));
        }
        pieces.add(Commands.lineEnd());
    }

    /** The row as one string, the right part pushed to the right edge by spaces. */
    private String line(Row.Words words) {
        if (words.right().isEmpty()) {
            return words.left();
        }
        int gap =
                profile.columns(words.style())
                        - Letters.columns(words.left())
                        - Letters.columns(words.right());
        return words.left() + " ".repeat(Math.max(0, gap)) + words.right();
    }

    private void across(List<PrintJob.Piece> pieces) {
        String drawn = "\u2500".repeat(profile.columns());
        String plain = "-".repeat(profile.columns());
        boolean has = encoder.encode(drawn).isPresent();
        words(new Row.Words(has ? drawn : plain, "", Receipt.Style.NORMAL), pieces);
    }

    private void symbol(QrCode code, List<PrintJob.Piece> pieces) {
        int module = code.moduleDots(profile.qrModuleDots(), profile.dots());
        boolean printerDraws =
                profile.features().contains(PrinterProfile.Feature.QR) && !code.hasDataLinkEscape();
        if (printerDraws) {
            // the printer draws no quiet zone
            pieces.add(Commands.feedDots(QrCode.QUIET_MODULES * module));
            pieces.add(Commands.qr(code.bytes(), module));
            pieces.add(Commands.feedDots(QrCode.QUIET_MODULES * module));
        } else {
            pieces.addAll(Commands.raster(code.picture(module)));
        }
    }

    /** Four letters that differ from receipt to receipt, so that a late answer is recognised. */
    static String processId(String serial) {
        var crc = new CRC32();
        crc.update(serial.getBytes(StandardCharsets.UTF_8));
        var id = new StringBuilder();
        long rest = crc.getValue();
        for (int i = 0; i < 4; i++) {
            id.append((char) ('0' + rest % 64));
            rest /= 64;
        }
        return id.toString();
    }
}
