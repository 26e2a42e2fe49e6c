package de.buergerkiosk.screen;

/**
 * The four text sizes by the height of a capital letter (bands as in VVSG 2.0, 7.1-J; the largest
 * serves EN 301 549, 5.1.4 at 600 mm).
 */
public enum TextSize {
    SMALL(1, 3.9),
    NORMAL(2, 5.0),
    LARGE(3, 6.7),
    LARGEST(4, 8.6);

    /** Height of a capital H of Noto Sans in em, from its OS/2 table. */
    static final double CAPITAL_EM = 0.714;

    private final int number;
    private final double capitalMillimetres;

    TextSize(int number, double capitalMillimetres) {
        this.number = number;
        this.capitalMillimetres = capitalMillimetres;
    }

    /** Height of a capital letter of running text in millimetres. */
    public double capitalMillimetres() {
        return capitalMillimetres;
    }

    /** Number in ids and style classes, from 1. */
    public int number() {
        return number;
    }

    /** Font size in pixels of the design surface. */
    double fontPx(DisplayProfile profile) {
        return profile.px(capitalMillimetres) / CAPITAL_EM;
    }
}
