package de.buergerkiosk.printer.escpos.simulated;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/** The line that is being collected; it comes on paper as a whole. */
final class LineBuffer {
    private static final int HALF = 128;

    private final LetterShapes shapes;
    private final List<Placed> letters = new ArrayList<>();
    private int x;

    private record Placed(String letter, int x, PrintStyle style) {}

    LineBuffer(LetterShapes shapes) {
        this.shapes = shapes;
    }

    boolean isEmpty() {
        return letters.isEmpty() && x == 0;
    }

    /** Whether anything of the line is black. */
    boolean hasInk() {
        return letters.stream()
                .anyMatch(l ->
                        !l.letter().isBlank() || l.style().inverse() || l.style().underlined());
    }

    int position() {
        return x;
    }

    void moveTo(int position) {
        x = Math.max(0, position);
    }

    void add(String letter, PrintStyle style) {
        letters.add(new Placed(letter, x, style));
        x += style.letterWidth();
    }

    void clear() {
        letters.clear();
        x = 0;
    }

    /** Rows the line needs. */
    int height(int spacing) {
        return Math.max(spacing, tallest());
    }

    private int tallest() {
        return letters.stream().mapToInt(l -> l.style().letterHeight()).max().orElse(0);
    }

    /**
     * The line as dots.
     *
     * @param indent where the print area begins
     */
    List<boolean[]> dots(int paperWidth, int indent, int height) {
        boolean[][] dots = new boolean[height][paperWidth];
        int foot = tallest();
        for (Placed placed : letters) {
            draw(placed, indent, foot, dots);
        }
        return List.of(dots);
    }

    private void draw(Placed placed, int indent, int foot, boolean[][] dots) {
        PrintStyle style = placed.style();
        BufferedImage shape = shapes.of(placed.letter(), style);
        int top = foot - style.letterHeight();
        for (int y = 0; y < style.letterHeight(); y++) {
            for (int column = 0; column < style.letterWidth(); column++) {
                boolean black =
                        shape.getRaster().getSample(column / style.across(), y / style.down(), 0)
                                < HALF;
                boolean line = style.underlined() && y >= style.letterHeight() - 2;
                int at = indent + placed.x() + column;
                if (at < dots[0].length && top + y < dots.length) {
                    dots[top + y][at] |= (black || line) != style.inverse();
                }
            }
        }
    }

    /** The line as text, with spaces where the paper is white; wide letters count once. */
    String text(int indent) {
        var text = new StringBuilder();
        int reached = 0;
        for (Placed placed : letters) {
            int unit = placed.style().fontB() ? 9 : 12;
            int gap = (indent + placed.x() - reached) / unit;
            text.append(" ".repeat(Math.max(0, gap))).append(placed.letter());
            reached = indent + placed.x() + placed.style().letterWidth();
        }
        return text.toString();
    }
}
