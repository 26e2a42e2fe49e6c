package de.buergerkiosk.screen;

/**
 * The display of one kiosk model. All sizes of the look are millimetres and become pixels here.
 *
 * @param pixelsPerInch of the design surface, that is of a display with {@code widthPx} columns
 * @param widthPx width of the design surface in pixels; the window scales it
 * @param heightPx height of the design surface in pixels
 */
public record DisplayProfile(double pixelsPerInch, int widthPx, int heightPx) {
    private static final double MILLIMETRES_PER_INCH = 25.4;

    /** 21.5 inch Full HD, portrait: 269 x 478 mm. */
    public static final DisplayProfile PORTRAIT_21_INCH = new DisplayProfile(102, 1080, 1920);

    public DisplayProfile {
        if (!(pixelsPerInch >= 50 && pixelsPerInch <= 400)) {
            throw new IllegalArgumentException(
                    "a display has 50 to 400 pixels per inch, not " + pixelsPerInch);
        }
        if (widthPx < 600 || widthPx > 8000 || heightPx < 600 || heightPx > 8000) {
            throw new IllegalArgumentException(
                    "a display has 600 to 8000 pixels a side, not " + widthPx + " x " + heightPx);
        }
    }

    /** Pixels of the design surface for a length in millimetres. */
    public double px(double millimetres) {
        return millimetres * pixelsPerInch / MILLIMETRES_PER_INCH;
    }

    /** Millimetres for a length in pixels of the design surface. */
    public double millimetres(double px) {
        return px * MILLIMETRES_PER_INCH / pixelsPerInch;
    }
}
