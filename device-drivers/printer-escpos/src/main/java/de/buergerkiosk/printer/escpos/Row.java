package de.buergerkiosk.printer.escpos;

import de.buergerkiosk.ports.print.Receipt;

/** One row of paper after wrapping. */
sealed interface Row {
    /**
     * Words that fit on one line.
     *
     * @param left starts at the left edge, or is centred where the style says so
     * @param right ends at the right edge; empty for everything but pairs
     */
    record Words(String left, String right, Receipt.Style style) implements Row {}

    /** A line across the paper. */
    record Across() implements Row {}

    /** Blank lines. */
    record Blank(int lines) implements Row {}

    /** A QR code, centred. */
    record Symbol(String content) implements Row {}
}
