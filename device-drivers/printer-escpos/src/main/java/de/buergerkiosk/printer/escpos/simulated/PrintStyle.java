package de.buergerkiosk.printer.escpos.simulated;

/** How the next letters look; the state that ESC @ resets. */
record PrintStyle(
        int table,
        boolean fontB,
        boolean bold,
        boolean underlined,
        boolean inverse,
        int across,
        int down,
        Side side,
        int spacing) {
    static final PrintStyle INITIAL =
            new PrintStyle(0, false, false, false, false, 1, 1, Side.LEFT, 30);

    /** Where a line stands. */
    enum Side {
        LEFT,
        CENTRE,
        RIGHT
    }

    int letterWidth() {
        return (fontB ? 9 : 12) * across;
    }

    int letterHeight() {
        return (fontB ? 17 : 24) * down;
    }

    PrintStyle withTable(int value) {
        return new PrintStyle(value, fontB, bold, underlined, inverse, across, down, side, spacing);
    }

    PrintStyle withFontB(boolean value) {
        return new PrintStyle(table, value, bold, underlined, inverse, across, down, side, spacing);
    }

    PrintStyle withBold(boolean value) {
        return new PrintStyle(
                table, fontB, value, underlined, inverse, across, down, side, spacing);
    }

    PrintStyle withUnderlined(boolean value) {
        return new PrintStyle(table, fontB, bold, value, inverse, across, down, side, spacing);
    }

    PrintStyle withInverse(boolean value) {
        return new PrintStyle(table, fontB, bold, underlined, value, across, down, side, spacing);
    }

    PrintStyle withSize(int newAcross, int newDown) {
        return new PrintStyle(
                table, fontB, bold, underlined, inverse, newAcross, newDown, side, spacing);
    }

    PrintStyle withSide(Side value) {
        return new PrintStyle(
                table, fontB, bold, underlined, inverse, across, down, value, spacing);
    }

    PrintStyle withSpacing(int value) {
        return new PrintStyle(table, fontB, bold, underlined, inverse, across, down, side, value);
    }
}
