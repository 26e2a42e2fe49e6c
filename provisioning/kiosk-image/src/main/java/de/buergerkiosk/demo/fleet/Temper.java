package de.buergerkiosk.demo.fleet;

/** How a virtual kiosk is; a desk should have something to look at. */
enum Temper {
    WELL,
    /** Beats when it comes, and never again. */
    SILENT,
    PAPER_LOW,
    /** Takes no bundle, and runs with settings that nobody wanted. */
    DRIFTED;

    /** The last three of a fleet of four or more have something. */
    static Temper of(int number, int all) {
        return all < 4 ? WELL : values()[Math.max(0, number - (all - 3))];
    }
}
