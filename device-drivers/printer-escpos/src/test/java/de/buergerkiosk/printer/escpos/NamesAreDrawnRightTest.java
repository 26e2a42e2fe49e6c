package de.buergerkiosk.printer.escpos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.ports.print.Receipt;
import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.font.TextLayout;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** All Latin letters of DIN 91379, with their marks where marks belong. */
class NamesAreDrawnRightTest {
    private static final FontRenderContext SMOOTH = new FontRenderContext(null, true, true);

    private final LineDrawing drawing = new LineDrawing(576);
    private final Font font = drawing.font(Receipt.Style.NORMAL).deriveFont(100f);

    @Test
    void theStandardHas649LatinLettersAnd149OfThemAreSequences() throws IOException {
        List<String> letters = Din91379.letters("latin");

        assertEquals(649, letters.size());
        assertEquals(149, letters.stream().filter(NamesAreDrawnRightTest::isSequence).count());
    }

    @Test
    void theFontHasEachLetter() throws IOException {
        for (String group : List.of("latin", "greek", "cyrillic", "N1", "N2", "N3")) {
            for (String letter : Din91379.letters(group)) {
                assertEquals(-1, font.canDisplayUpTo(letter), group + " " + codes(letter));
            }
        }
    }

    @Test
    void aMarkStandsOnItsLetterAndTakesNoRoomOfItsOwn() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (String letter : Din91379.letters("latin")) {
            if (!isSequence(letter)) {
                continue;
            }
            String base = letter.replaceAll("\\p{M}", "");
            Rectangle2D with = new TextLayout(letter, font, SMOOTH).getOutline(null).getBounds2D();
            Rectangle2D without = new TextLayout(base, font, SMOOTH).getOutline(null).getBounds2D();
            double added = with.getWidth() - without.getWidth();
            // comma above right (0315) and the like stand at the side by design
            double allowed = letter.indexOf('\u0315') >= 0 ? 40 : 25;
            boolean marked = !with.equals(without);
            if (!marked || added > allowed) {
                wrong.add(codes(letter) + " adds " + Math.round(added));
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void theMarkIsAmongTheDots() {
        int plain = dots(drawing.draw(normal("M")));
        int marked = dots(drawing.draw(normal("M\u0302")));

        assertTrue(marked > plain, marked + " dots with the mark, " + plain + " without");
    }

    @Test
    void aLineHigherThanUsualIsNotCutOff() {
        BufferedImage line = drawing.draw(normal("Ž\u0327 C\u0328\u0306 Ḍ\u0304"));

        assertEquals(0, dots(line.getSubimage(0, 0, line.getWidth(), 1)));
        assertEquals(0, dots(line.getSubimage(0, line.getHeight() - 1, line.getWidth(), 1)));
    }

    @Test
    void aLineThatIsTooWideIsSqueezedAndNotCutOff() {
        BufferedImage line =
                drawing.draw(new Row.Words("M\u0302".repeat(48), "", Receipt.Style.NORMAL));

        assertEquals(576, line.getWidth());
        assertTrue(dots(line.getSubimage(560, 0, 16, line.getHeight())) > 0);
    }

    @Test
    void whatTheFontLacksIsWrittenAsItsCodePoint() {
        int written = dots(drawing.draw(normal("[U+1F600]")));

        assertEquals(written, dots(drawing.draw(normal("😀"))));
    }

    private static Row.Words normal(String text) {
        return new Row.Words(text, "", Receipt.Style.NORMAL);
    }

    private static boolean isSequence(String letter) {
        String composed = Normalizer.normalize(letter, Normalizer.Form.NFC);
        return composed.codePointCount(0, composed.length()) > 1;
    }

    private static int dots(BufferedImage image) {
        int dots = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                dots += 1 - image.getRaster().getSample(x, y, 0);
            }
        }
        return dots;
    }

    private static String codes(String letter) {
        return letter.codePoints().mapToObj("%04X"::formatted).toList().toString();
    }
}
