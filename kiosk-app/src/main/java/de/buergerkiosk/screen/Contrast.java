package de.buergerkiosk.screen;

/** The four colour themes; their tokens are in {@code screen/look.css}. */
public enum Contrast {
    /** The default, text at least 10:1. */
    LIGHT(1, 10),
    /** Black on white only. */
    HIGH(2, 20),
    /** White on black only. */
    DARK(3, 20),
    /** Soft, for eyes that glare hurts. */
    LOW(4, 4.5);

    private final int number;
    private final double textRatioMin;

    Contrast(int number, double textRatioMin) {
        this.number = number;
        this.textRatioMin = textRatioMin;
    }

    /** The least contrast of text to its ground in this theme, as WCAG 2.2 computes it. */
    public double textRatioMin() {
        return textRatioMin;
    }

    /** Number in ids and style classes, from 1. */
    public int number() {
        return number;
    }
}
