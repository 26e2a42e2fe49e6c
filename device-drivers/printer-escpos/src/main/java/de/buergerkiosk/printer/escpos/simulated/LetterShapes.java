package de.buergerkiosk.printer.escpos.simulated;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;

/** The printer's letters: 12 by 24 dots (font A) or 9 by 17 (font B), as bits. */
final class LetterShapes {
    private final Font regular = load("NotoSansMono-Regular.ttf");
    private final Font bold = load("NotoSansMono-Bold.ttf");
    private final Map<Key, BufferedImage> drawn = new HashMap<>();

    private record Key(String letter, boolean fontB, boolean bold) {}

    private static Font load(String file) {
        try (InputStream in = LetterShapes.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("not packed: " + file);
            }
            return Font.createFont(Font.TRUETYPE_FONT, in);
        } catch (IOException | FontFormatException e) {
            throw new IllegalStateException("font " + file + " cannot be read", e);
        }
    }

    /** Black on white, in single size. */
    BufferedImage of(String letter, PrintStyle style) {
        return drawn.computeIfAbsent(
                new Key(letter, style.fontB(), style.bold()), LetterShapes.this::draw);
    }

    private BufferedImage draw(Key key) {
        int width = key.fontB() ? 9 : 12;
        int height = key.fontB() ? 17 : 24;
        var image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D g = image.createGraphics();
        try {
            g.setRenderingHint(
                    RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            g.setColor(Color.WHITE);
            g.fillRect(0, 0, width, height);
            g.setColor(Color.BLACK);
            // a letter of Noto Sans Mono is 0.6 em wide
            g.setFont((key.bold() ? bold : regular).deriveFont(width / 0.6f));
            g.drawString(key.letter(), 0, key.fontB() ? 13 : 19);
        } finally {
            g.dispose();
        }
        return image;
    }
}
