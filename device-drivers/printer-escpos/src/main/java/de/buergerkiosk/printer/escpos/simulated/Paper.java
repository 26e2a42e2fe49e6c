package de.buergerkiosk.printer.escpos.simulated;

/** A piece of paper that left the printer. */
public final class Paper {
    private final int number;
    private final String text;
    private final byte[] png;
    private final boolean complete;

    Paper(int number, String text, byte[] png, boolean complete) {
        this.number = number;
        this.text = text;
        this.png = png.clone();
        this.complete = complete;
    }

    /** Counted from 1, or on from the papers that were in the folder. */
    public int number() {
        return number;
    }

    /** What a reader reads; pictures and codes in brackets; lines end with a line feed. */
    public String text() {
        return text;
    }

    /** The paper as drawn, one pixel per dot. */
    public byte[] png() {
        return png.clone();
    }

    /** Cut off by the knife; false when the roll ended in the middle. */
    public boolean complete() {
        return complete;
    }

    @Override
    public String toString() {
        return "paper " + number + (complete ? "" : " (torn)");
    }
}
