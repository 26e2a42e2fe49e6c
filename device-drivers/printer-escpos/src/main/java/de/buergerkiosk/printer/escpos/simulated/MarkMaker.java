package de.buergerkiosk.printer.escpos.simulated;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Commands that put lines, pictures and codes on paper, move it or cut it. */
final class MarkMaker {
    private static final int CUTTER_DISTANCE = 90;

    private final Machine machine;
    private final PrintHead head;
    private final Interpreter lines;
    private final Symbols symbols = new Symbols();
    private List<boolean[]> graphics = List.of();

    MarkMaker(Machine machine, PrintHead head, Interpreter lines) {
        this.machine = machine;
        this.head = head;
        this.lines = lines;
    }

    void obey(Operation.Mark mark, Command.Order order) throws BufferCleared, InterruptedException {
        switch (mark) {
            case LINE_FEED -> lines.endLine();
            case FEED_DOTS -> {
                lines.endLineIfBegun();
                head.feed(order.at(0));
            }
            case FEED_LINES -> {
                lines.endLineIfBegun();
                for (int i = 0; i < order.at(0); i++) {
                    head.feed(lines.spacing());
                    head.note("");
                }
            }
            case CUT -> cut(order);
            case CUT_BY_ESC_I, CUT_BY_ESC_M -> {
                lines.endLineIfBegun();
                head.cut();
            }
            case BIT_IMAGE -> bitImage(order);
            case RASTER -> raster(order);
            case SYMBOL -> symbol(order);
            case GRAPHICS -> graphics(order, 2);
            case LARGE_GRAPHICS -> graphics(order, 4);
            case BARCODE -> barcode(order);
            case BARCODE_HEIGHT -> symbols.barHeight(order.at(0));
            case BARCODE_WIDTH -> symbols.barWidth(order.at(0));
        }
    }

    private void cut(Command.Order order) throws BufferCleared, InterruptedException {
        lines.endLineIfBegun();
        if (order.at(0) >= 65) {
            // feeds to the knife first
            head.feed(CUTTER_DISTANCE + order.at(1));
        }
        head.cut();
    }

    /** GS v 0: m xL xH yL yH data; bit 0 of m doubles the width, bit 1 the height. */
    private void raster(Command.Order order) throws BufferCleared, InterruptedException {
        lines.endLineIfBegun();
        int across = (order.at(0) & 1) + 1;
        int down = (order.at(0) >> 1 & 1) + 1;
        int bytesPerRow = order.pairAt(1);
        picture(bits(order.from(5), bytesPerRow * 8, order.pairAt(3), across, down));
    }

    private void picture(List<boolean[]> dots) throws BufferCleared, InterruptedException {
        if (!dots.isEmpty()) {
            head.print(lines.placed(dots));
            head.notePicture(dots.getFirst().length, dots.size());
        }
    }

    private static List<boolean[]> bits(byte[] bytes, int wide, int high, int across, int down) {
        int bytesPerRow = (wide + 7) / 8;
        List<boolean[]> rows = new ArrayList<>();
        for (int y = 0; y < high && (y + 1) * bytesPerRow <= bytes.length; y++) {
            boolean[] row = new boolean[wide * across];
            for (int x = 0; x < row.length; x++) {
                int column = x / across;
                int eight = bytes[y * bytesPerRow + column / 8];
                row[x] = (eight >> (7 - column % 8) & 1) == 1;
            }
            for (int i = 0; i < down; i++) {
                rows.add(row);
            }
        }
        return rows;
    }

    /** ESC *: columns of 8 or 24 dots; it is printed at once, which serves hosts that end the line. */
    private void bitImage(Command.Order order) throws BufferCleared, InterruptedException {
        int bytesPerColumn = order.at(0) >= 32 ? 3 : 1;
        boolean doubled = order.at(0) == 0 || order.at(0) == 32;
        int columns = order.pairAt(1);
        byte[] data = order.from(3);
        List<boolean[]> rows = new ArrayList<>();
        for (int y = 0; y < bytesPerColumn * 8; y++) {
            boolean[] row = new boolean[columns * (doubled ? 2 : 1)];
            for (int x = 0; x < row.length; x++) {
                int eight = data[(doubled ? x / 2 : x) * bytesPerColumn + y / 8];
                row[x] = (eight >> (7 - y % 8) & 1) == 1;
            }
            rows.add(row);
        }
        picture(rows);
    }

    /** GS ( L and GS 8 L: m fn …; function 112 stores a picture, 2 and 50 print it. */
    private void graphics(Command.Order order, int counters)
            throws BufferCleared, InterruptedException {
        int function = order.at(counters + 1);
        if (function == 112) {
            int across = Math.max(1, order.at(counters + 3));
            int down = Math.max(1, order.at(counters + 4));
            graphics =
                    bits(
                            order.from(counters + 10),
                            order.pairAt(counters + 6),
                            order.pairAt(counters + 8),
                            across,
                            down);
        } else if (function == 2 || function == 50) {
            lines.endLineIfBegun();
            picture(graphics);
            graphics = List.of();
        } else {
            machine.complain("graphics function " + function + " is not known");
        }
    }

    /** GS ( k: pL pH cn fn …; cn 49 is QR. */
    private void symbol(Command.Order order) throws BufferCleared, InterruptedException {
        if (order.at(2) != 49) {
            machine.complain("two-dimensional code " + order.at(2) + " is not known");
            return;
        }
        switch (order.at(3)) {
            case 65 -> {
                if (order.at(4) != 50) {
                    machine.complain("QR model " + order.at(4) + " is drawn as model 2");
                }
            }
            case 67 -> symbols.moduleDots(order.at(4));
            case 69 -> symbols.level(order.at(4));
            case 80 -> symbols.store(order.from(5));
            case 81 -> code(symbols.qr(), "[QR " + symbols.storedText() + "]");
            default -> machine.complain("QR function " + order.at(3) + " is not known");
        }
    }

    private void barcode(Command.Order order) throws BufferCleared, InterruptedException {
        int system = order.at(0);
        byte[] content = order.from(system <= 6 ? 1 : 2);
        String text = new String(content, StandardCharsets.ISO_8859_1).replace("\0", "");
        code(symbols.bars(system, text), "[bars " + text + "]");
    }

    private void code(Optional<List<boolean[]>> dots, String note)
            throws BufferCleared, InterruptedException {
        lines.endLineIfBegun();
        if (dots.isEmpty()) {
            machine.complain("a code cannot be drawn from its content");
            return;
        }
        head.print(lines.placed(dots.get()));
        head.note(note);
    }
}
