package de.buergerkiosk.printer.escpos;

import de.buergerkiosk.ports.print.Receipt;
import java.util.ArrayList;
import java.util.List;

/**
 * Breaks a receipt into rows: at word boundaries, inside a word only when it alone is longer than
 * the line.
 */
final class Layout {
    private static final int BLANK_LINES_MAX = 20;

    private final PrinterProfile profile;

    Layout(PrinterProfile profile) {
        this.profile = profile;
    }

    List<Row> rows(Receipt receipt) {
        List<Row> rows = new ArrayList<>();
        for (Receipt.Line line : receipt.lines()) {
            switch (line) {
                case Receipt.Text(String text, Receipt.Style style) -> paragraph(text, style, rows);
                case Receipt.Pair(String label, String value) -> pair(label, value, rows);
                case Receipt.Rule() -> rows.add(new Row.Across());
                case Receipt.Gap(int lines) ->
                        rows.add(new Row.Blank(Math.clamp(lines, 1, BLANK_LINES_MAX)));
                case Receipt.Qr(String content, String caption) -> {
                    rows.add(new Row.Symbol(content));
                    if (!caption.isBlank()) {
                        paragraph(caption, Receipt.Style.CENTRED, rows);
                    }
                }
            }
        }
        return rows;
    }

    private void paragraph(String text, Receipt.Style style, List<Row> rows) {
        for (String line : wrap(text, profile.columns(style))) {
            rows.add(new Row.Words(line, "", style));
        }
    }

    private void pair(String label, String value, List<Row> rows) {
        int columns = profile.columns(Receipt.Style.NORMAL);
        List<String> labels = wrap(label, columns);
        List<String> values = wrap(value, columns);
        String last = labels.getLast();
        boolean together =
                values.size() == 1
                        && Letters.columns(last) + 1 + Letters.columns(values.getFirst())
                                <= columns;
        for (String line : together ? labels.subList(0, labels.size() - 1) : labels) {
            rows.add(new Row.Words(line, "", Receipt.Style.NORMAL));
        }
        if (together) {
            rows.add(new Row.Words(last, values.getFirst(), Receipt.Style.NORMAL));
        } else {
            values.forEach(line -> rows.add(new Row.Words("", line, Receipt.Style.NORMAL)));
        }
    }

    /** At least one line, possibly empty; no line is longer than {@code columns}. */
    static List<String> wrap(String text, int columns) {
        List<String> lines = new ArrayList<>();
        for (String paragraph : Letters.clean(text).split("\n", -1)) {
            wrapParagraph(paragraph, columns, lines);
        }
        return lines;
    }

    private static void wrapParagraph(String paragraph, int columns, List<String> lines) {
        var line = new StringBuilder();
        int used = 0;
        for (String word : paragraph.strip().split(" +", -1)) {
            List<String> letters = Letters.clusters(word.replace('\u00A0', ' '));
            if (used > 0 && used + 1 + letters.size() > columns) {
                lines.add(line.toString());
                line.setLength(0);
                used = 0;
            }
            if (used > 0) {
                line.append(' ');
                used++;
            }
            for (String letter : letters) {
                if (used == columns) {
                    lines.add(line.toString());
                    line.setLength(0);
                    used = 0;
                }
                line.append(letter);
                used++;
            }
        }
        lines.add(line.toString());
    }
}
