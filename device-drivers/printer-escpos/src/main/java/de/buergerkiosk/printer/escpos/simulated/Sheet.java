package de.buergerkiosk.printer.escpos.simulated;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;

/** The paper below the print head since the last cut: dots, and the same as text. */
final class Sheet {
    /** Eight metres; whoever prints more without a cut prints nonsense. */
    static final int ROWS_MAX = 64_000;

    private static final int TOP_AND_BOTTOM = 16;

    private final int width;
    private final List<boolean[]> rows = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();
    private int pictureWidth;
    private int pictureHeight;
    private boolean printed;

    Sheet(int width) {
        this.width = width;
    }

    int height() {
        return rows.size();
    }

    boolean blank() {
        return !printed;
    }

    boolean full() {
        return rows.size() >= ROWS_MAX;
    }

    /** Moves the paper on by white rows. */
    void feed(int count) {
        for (int i = 0; i < count && !full(); i++) {
            rows.add(new boolean[width]);
        }
    }

    /** Appends dots; {@code true} is black. Dots beyond the paper are lost. */
    void print(List<boolean[]> dots) {
        for (boolean[] row : dots) {
            if (!full()) {
                rows.add(Arrays.copyOf(row, width));
            }
        }
        printed = true;
    }

    void note(String line) {
        notePicture();
        lines.add(line.stripTrailing());
    }

    /** Pictures in bands are one picture to the reader. */
    void notePicture(int wide, int high) {
        if (pictureHeight > 0 && pictureWidth != wide) {
            notePicture();
        }
        pictureWidth = wide;
        pictureHeight += high;
    }

    private void notePicture() {
        if (pictureHeight > 0) {
            lines.add("[picture " + pictureWidth + "x" + pictureHeight + "]");
            pictureHeight = 0;
        }
    }

    String text() {
        notePicture();
        var text = new StringBuilder();
        for (String line : lines) {
            text.append(line).append('\n');
        }
        return text.toString();
    }

    byte[] png() {
        var image =
                new BufferedImage(
                        width, rows.size() + 2 * TOP_AND_BOTTOM, BufferedImage.TYPE_BYTE_BINARY);
        for (int y = 0; y < image.getHeight(); y++) {
            int row = y - TOP_AND_BOTTOM;
            boolean onSheet = row >= 0 && row < rows.size();
            for (int x = 0; x < width; x++) {
                image.getRaster().setSample(x, y, 0, onSheet && rows.get(row)[x] ? 0 : 1);
            }
        }
        try (var out = new ByteArrayOutputStream()) {
            ImageIO.write(image, "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
