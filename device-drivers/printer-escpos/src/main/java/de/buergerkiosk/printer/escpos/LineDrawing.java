package de.buergerkiosk.printer.escpos;

import de.buergerkiosk.ports.print.Receipt;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

/**
 * Draws a line of text that the printer has no letters for, such as the combining sequences of DIN
 * 91379. Java2D places marks on their letters; Noto Sans holds every letter of that standard. What
 * even the font lacks is written as its code point, {@code [U+1F600]}, so nothing is lost unseen.
 */
final class LineDrawing {
    /** Half of full coverage: a dot is black when at least half of it is covered. */
    private static final int HALF = 128;

    private static final FontRenderContext SMOOTH = new FontRenderContext(null, true, true);

    private final Font regular;
    private final Font bold;
    private final int dots;

    /**
     * @param dots width of the paper
     */
    LineDrawing(int dots) {
        this.dots = dots;
        this.regular = load("fonts/NotoSans-Regular.ttf");
        this.bold = load("fonts/NotoSans-Bold.ttf");
    }

    private static Font load(String file) {
        try (InputStream in = LineDrawing.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("not packed: " + file);
            }
            return Font.createFont(Font.TRUETYPE_FONT, in);
        } catch (IOException | FontFormatException e) {
            throw new IllegalStateException("font " + file + " cannot be read", e);
        }
    }

    /** The row as black on white, as wide as the paper and as high as its letters need. */
    BufferedImage draw(Row.Words words) {
        Font font = font(words.style());
        Shape left = outline(words.left(), font);
        Shape right = outline(words.right(), font);
        Rectangle2D ink = ink(left, right);
        int above = Math.max(ascent(font), (int) Math.ceil(-ink.getMinY()) + 1);
        int below = Math.max(descent(font), (int) Math.ceil(ink.getMaxY()) + 1);
        var image = new BufferedImage(dots, above + below, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D g = image.createGraphics();
        try {
            g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            g.setColor(Color.WHITE);
            g.fillRect(0, 0, image.getWidth(), image.getHeight());
            g.setColor(Color.BLACK);
            g.translate(0, above);
            fill(g, words, left, right);
        } finally {
            g.dispose();
        }
        return blackAndWhite(image);
    }

    private void fill(Graphics2D g, Row.Words words, Shape left, Shape right) {
        double leftWidth = left.getBounds2D().getMaxX();
        double rightWidth = right.getBounds2D().getMaxX();
        double gap = leftWidth > 0 && rightWidth > 0 ? 12 : 0;
        // wide letters are squeezed rather than cut off
        double squeeze = Math.min(1, (dots - gap) / Math.max(1, leftWidth + rightWidth));
        double start =
                switch (words.style()) {
                    case TITLE, CENTRED -> (dots - leftWidth * squeeze) / 2;
                    case NORMAL, BOLD, SMALL -> 0;
                };
        g.fill(placed(left, start, squeeze));
        g.fill(placed(right, dots - rightWidth * squeeze, squeeze));
    }

    private static Shape placed(Shape shape, double x, double squeeze) {
        var place = AffineTransform.getTranslateInstance(x, 0);
        place.scale(squeeze, 1);
        return place.createTransformedShape(shape);
    }

    /** The letters as a shape whose ink begins at x = 0 and whose base line is y = 0. */
    Shape outline(String text, Font font) {
        String drawable = drawable(text, font);
        if (drawable.isBlank()) {
            return new Rectangle2D.Double();
        }
        Shape shape = new TextLayout(drawable, font, SMOOTH).getOutline(null);
        return AffineTransform.getTranslateInstance(-shape.getBounds2D().getMinX(), 0)
                .createTransformedShape(shape);
    }

    private static String drawable(String text, Font font) {
        var out = new StringBuilder(text.length());
        text.codePoints()
                .forEach(letter -> {
                    if (font.canDisplay(letter)) {
                        out.appendCodePoint(letter);
                    } else {
                        out.append(String.format(Locale.ROOT, "[U+%04X]", letter));
                    }
                });
        return out.toString();
    }

    /** The size matches the printer's own letters of that style. */
    Font font(Receipt.Style style) {
        return switch (style) {
            case NORMAL, CENTRED -> regular.deriveFont(21f);
            case BOLD -> bold.deriveFont(21f);
            case TITLE -> bold.deriveFont(40f);
            case SMALL -> regular.deriveFont(15f);
        };
    }

    private static int ascent(Font font) {
        return (int) Math.ceil(font.getSize2D() * 0.95);
    }

    private static int descent(Font font) {
        return (int) Math.ceil(font.getSize2D() * 0.35);
    }

    private static Rectangle2D ink(Shape left, Shape right) {
        return left.getBounds2D().createUnion(right.getBounds2D());
    }

    private static BufferedImage blackAndWhite(BufferedImage grey) {
        var image =
                new BufferedImage(
                        grey.getWidth(), grey.getHeight(), BufferedImage.TYPE_BYTE_BINARY);
        for (int y = 0; y < grey.getHeight(); y++) {
            for (int x = 0; x < grey.getWidth(); x++) {
                boolean black = grey.getRaster().getSample(x, y, 0) < HALF;
                image.getRaster().setSample(x, y, 0, black ? 0 : 1);
            }
        }
        return image;
    }
}
