package de.buergerkiosk.screen;

import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import javafx.scene.text.Font;

/** Noto Sans, the one face that holds every letter of DIN 91379, from our own jar. */
final class Fonts {
    private static final String REGULAR = "/fonts/NotoSans-Regular.ttf";
    private static final String BOLD = "/fonts/NotoSans-Bold.ttf";

    private Fonts() {}

    /** Makes the family {@code Noto Sans} known to JavaFX; a broken font stops the kiosk here. */
    static void load() {
        for (var resource : new String[] {REGULAR, BOLD}) {
            try (var in = open(resource)) {
                if (Font.loadFont(in, 12) == null) {
                    throw new IllegalStateException("font cannot be read: " + resource);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(resource, e);
            }
        }
    }

    /** The same faces for Java2D, which sets combining marks right; loaded at first use. */
    static java.awt.Font outlines(boolean bold) {
        return bold ? Outlines.BOLD_FACE : Outlines.REGULAR_FACE;
    }

    private static InputStream open(String resource) {
        var in = Fonts.class.getResourceAsStream(resource);
        if (in == null) {
            throw new IllegalStateException("missing in the kiosk's jar: " + resource);
        }
        return in;
    }

    private static final class Outlines {
        static final java.awt.Font REGULAR_FACE = create(REGULAR);
        static final java.awt.Font BOLD_FACE = create(BOLD);

        private static java.awt.Font create(String resource) {
            try (var in = open(resource)) {
                return java.awt.Font.createFont(java.awt.Font.TRUETYPE_FONT, in);
            } catch (FontFormatException e) {
                throw new IllegalStateException("font cannot be read: " + resource, e);
            } catch (IOException e) {
                throw new UncheckedIOException(resource, e);
            }
        }
    }
}
