package de.buergerkiosk.screen;

import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javafx.geometry.Point2D;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.CubicCurveTo;
import javafx.scene.shape.FillRule;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.shape.QuadCurveTo;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/**
 * Text as outlines made by Java2D. JavaFX (21 to 26, Linux) draws a combining mark beside its
 * letter where Unicode has no precomposed form, and 149 letters of DIN 91379 are such sequences:
 * people have a right to their correctly written name.
 */
final class NameText extends Path {
    /** Line height of Noto Sans in em: ascent 1.069 and descent 0.293. */
    static final double LINE_EM = 1.362;

    private static final double ASCENT_EM = 1.069;
    private static final Pattern MARK = Pattern.compile("\\p{M}");
    private static final FontRenderContext CONTEXT =
            new FontRenderContext(new AffineTransform(), true, true);

    NameText() {
        setManaged(false);
        setMouseTransparent(true);
        setStroke(null);
        setFillRule(FillRule.NON_ZERO);
    }

    /** Whether JavaFX would draw this string wrongly. */
    static boolean needed(String words) {
        if (words.chars().allMatch(c -> c < 0x300)) {
            return false;
        }
        return MARK.matcher(Normalizer.normalize(words, Normalizer.Form.NFC)).find();
    }

    static double naturalWidth(String words, Font font) {
        return advance(words, outlineFont(font));
    }

    /** Height in pixels at that width; 0 for one line. */
    static double height(String words, Font font, double width) {
        return lines(Normalizer.normalize(words, Normalizer.Form.NFC), outlineFont(font), width)
                        .size()
                * font.getSize()
                * LINE_EM;
    }

    /**
     * Sets the text in lines of at most that width.
     *
     * @param width in pixels; 0 for one line
     */
    void set(String words, Font font, double width, TextAlignment alignment) {
        var outlineFont = outlineFont(font);
        var lines = lines(Normalizer.normalize(words, Normalizer.Form.NFC), outlineFont, width);
        var elements = new ArrayList<PathElement>();
        double y = font.getSize() * ASCENT_EM;
        for (var line : lines) {
            if (!line.isBlank()) {
                var layout = new TextLayout(line, outlineFont, CONTEXT);
                double x =
                        alignment == TextAlignment.CENTER && width > 0
                                ? Math.max(0, (width - layout.getAdvance()) / 2)
                                : 0;
                append(elements, layout.getOutline(AffineTransform.getTranslateInstance(x, y)));
            }
            y += font.getSize() * LINE_EM;
        }
        getElements().setAll(elements);
    }

    /** Upper end of a caret after these words, which begin a text of that width. */
    static Point2D caretAt(String words, Font font, double width) {
        var outlineFont = outlineFont(font);
        var lines = lines(Normalizer.normalize(words, Normalizer.Form.NFC), outlineFont, width);
        return new Point2D(
                advance(lines.getLast() + "|", outlineFont) - advance("|", outlineFont),
                (lines.size() - 1) * font.getSize() * LINE_EM);
    }

    void wipe() {
        getElements().clear();
    }

    private static java.awt.Font outlineFont(Font font) {
        return Fonts.outlines(font.getStyle().contains("Bold")).deriveFont((float) font.getSize());
    }

    private static double advance(String words, java.awt.Font font) {
        return words.isBlank() ? 0 : new TextLayout(words, font, CONTEXT).getAdvance();
    }

    private static List<String> lines(String words, java.awt.Font font, double width) {
        var lines = new ArrayList<String>();
        for (var paragraph : words.split("\n", -1)) {
            var line = new StringBuilder();
            for (var word : paragraph.split(" ", -1)) {
                var longer = line.isEmpty() ? word : line + " " + word;
                if (width > 0 && !line.isEmpty() && advance(longer, font) > width) {
                    lines.add(line.toString());
                    line.setLength(0);
                    line.append(word);
                } else {
                    line.setLength(0);
                    line.append(longer);
                }
                breakLongWord(line, lines, font, width);
            }
            lines.add(line.toString());
        }
        return lines;
    }

    /** A word wider than the line goes on in the next one; a mark stays with its letter. */
    private static void breakLongWord(
            StringBuilder line, List<String> lines, java.awt.Font font, double width) {
        while (width > 0 && line.length() > 1 && advance(line.toString(), font) > width) {
            int end = line.length() - 1;
            while (end > 1
                    && (advance(line.substring(0, end), font) > width
                            || MARK.matcher(line.substring(end, end + 1)).matches())) {
                end--;
            }
            lines.add(line.substring(0, end));
            line.delete(0, end);
        }
    }

    private static void append(List<PathElement> elements, Shape outline) {
        var at = new double[6];
        for (var i = outline.getPathIterator(null); !i.isDone(); i.next()) {
            elements.add(
                    switch (i.currentSegment(at)) {
                        case PathIterator.SEG_MOVETO -> new MoveTo(at[0], at[1]);
                        case PathIterator.SEG_LINETO -> new LineTo(at[0], at[1]);
                        case PathIterator.SEG_QUADTO -> new QuadCurveTo(at[0], at[1], at[2], at[3]);
                        case PathIterator.SEG_CUBICTO ->
                                new CubicCurveTo(at[0], at[1], at[2], at[3], at[4], at[5]);
                        default -> new ClosePath();
                    });
        }
    }
}
